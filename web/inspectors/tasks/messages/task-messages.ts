import { catalogue, type Translate } from '../../../ui/messages/catalogue.ts';
import { en } from './en.ts';

export const useTaskMessages: () => Translate<typeof en> = catalogue('tasks', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});

import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';

export const useModelMessages: () => Translate<typeof en> = catalogue('models', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});

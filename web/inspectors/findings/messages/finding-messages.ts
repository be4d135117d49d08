import { catalogue, type Translate } from '../../../ui/messages/catalogue.ts';
import { en } from './en.ts';

export const useFindingMessages: () => Translate<typeof en> = catalogue('findings', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});

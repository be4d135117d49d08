import { catalogue, type Translate } from '../../../ui/messages/catalogue.ts';
import { en } from './en.ts';

export const useOrderMessages: () => Translate<typeof en> = catalogue('order', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});

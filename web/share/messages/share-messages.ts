import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';

export const useShareMessages: () => Translate<typeof en> = catalogue('share', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});
export type ShareTranslate = Translate<typeof en>;

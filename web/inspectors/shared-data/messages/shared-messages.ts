import { catalogue, type Translate } from '../../../ui/messages/catalogue.ts';
import { en } from './en.ts';

export const useSharedMessages: () => Translate<typeof en> = catalogue('shared-data', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});
export type SharedTranslate = Translate<typeof en>;

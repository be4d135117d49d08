import { catalogue, type Translate } from '../../../ui/messages/catalogue.ts';
import { en } from './en.ts';

export const useNoteMessages: () => Translate<typeof en> = catalogue('notes', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});

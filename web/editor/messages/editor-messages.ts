import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';

export const useEditorMessages: () => Translate<typeof en> = catalogue('editor', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});

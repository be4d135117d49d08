import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';

export const useInspectorMessages: () => Translate<typeof en> = catalogue('inspectors', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});
export type InspectorTranslate = Translate<typeof en>;

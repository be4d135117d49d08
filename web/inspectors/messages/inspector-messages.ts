import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const useInspectorMessages: () => Translate<typeof en> = catalogue('inspectors', { en, zh });
export type InspectorTranslate = Translate<typeof en>;

import { catalogue, type Translate } from '../../../ui/messages/catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const useSharedMessages: () => Translate<typeof en> = catalogue('shared-data', { en, zh });
export type SharedTranslate = Translate<typeof en>;

import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const useShareMessages: () => Translate<typeof en> = catalogue('share', { en, zh });
export type ShareTranslate = Translate<typeof en>;

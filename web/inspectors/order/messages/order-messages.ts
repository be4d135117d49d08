import { catalogue, type Translate } from '../../../ui/messages/catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const useOrderMessages: () => Translate<typeof en> = catalogue('order', { en, zh });

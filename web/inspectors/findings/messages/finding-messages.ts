import { catalogue, type Translate } from '../../../ui/messages/catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const useFindingMessages: () => Translate<typeof en> = catalogue('findings', { en, zh });

import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const useAppMessages: () => Translate<typeof en> = catalogue('app', { en, zh });
export type AppMessageKey = Parameters<Translate<typeof en>>[0];

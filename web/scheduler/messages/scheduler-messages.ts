import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const useSchedulerMessages: () => Translate<typeof en> = catalogue('scheduler', { en, zh });
export type SchedulerTranslate = Translate<typeof en>;

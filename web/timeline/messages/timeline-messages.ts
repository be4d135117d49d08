import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const useTimelineMessages: () => Translate<typeof en> = catalogue('timeline', { en, zh });
export type TimelineTranslate = Translate<typeof en>;

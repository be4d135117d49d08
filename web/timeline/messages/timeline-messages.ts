import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';

export const useTimelineMessages: () => Translate<typeof en> = catalogue('timeline', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});
export type TimelineTranslate = Translate<typeof en>;

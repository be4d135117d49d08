import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';

export const useSchedulerMessages: () => Translate<typeof en> = catalogue('scheduler', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});
export type SchedulerTranslate = Translate<typeof en>;

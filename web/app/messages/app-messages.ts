import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';

export const useAppMessages: () => Translate<typeof en> = catalogue('app', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});
export type AppMessageKey = Parameters<Translate<typeof en>>[0];

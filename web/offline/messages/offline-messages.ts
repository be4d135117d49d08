import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';

export const useOfflineMessages: () => Translate<typeof en> = catalogue('offline', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});

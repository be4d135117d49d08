/** The hook for the words every room uses. */
import { catalogue } from './catalogue.ts';
import { en } from './en.ts';

export const useCommonMessages = catalogue('common', {
  en,
  zh: async () => (await import('./zh.ts')).zh,
});

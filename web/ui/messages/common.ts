/** The hook for the words every room uses. */
import { catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const useCommonMessages = catalogue('common', { en, zh });

/** The two languages of the page, and the one a person reads it in. */
import { readStorage, writeStorage } from '../storage.ts';

export type Language = 'en' | 'zh';
export const languages: readonly Language[] = ['en', 'zh'];

const storageKey = 'lockstep.language';

/** The language chosen earlier, else the browser's, else English. */
export function storedLanguage(): Language {
  const stored = readStorage(storageKey);
  return languages.find((language) => language === stored) ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
}

export function rememberLanguage(language: Language): void {
  writeStorage(storageKey, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

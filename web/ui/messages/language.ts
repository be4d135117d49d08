/** The two languages of the page, and the one a person reads it in. */
import { addressOption } from '../embedding.ts';
import { readStorage, writeStorage } from '../storage.ts';

export type Language = 'en' | 'zh';
export const languages: readonly Language[] = ['en', 'zh'];

const storageKey = 'lockstep.language';

/** The language the address asks for, else the one chosen earlier, else the browser's, else English. */
export function storedLanguage(): Language {
  const stored = addressOption('lang') ?? readStorage(storageKey);
  return languages.find((language) => language === stored) ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');
}

export function rememberLanguage(language: Language): void {
  writeStorage(storageKey, language);
  nameLanguage(language);
}

/** Tells the browser and screen readers in which language the page is. */
export function nameLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

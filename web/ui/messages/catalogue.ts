/**
 * The texts of the page. Every room brings its own catalogue pair (English and Chinese) and gets a typed hook back:
 * `const useMessages = catalogue('timeline', { en, zh })`, then `const t = useMessages(); t('lane.core', { core: 0 })`.
 * Keys are flat ('lane.core'); numbers choose between `…_one` and `…_other` by a value named `count`.
 */
import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type Language, languages, nameLanguage, rememberLanguage, storedLanguage } from './language.ts';

/** A key as it is asked for: without the plural's suffix. */
type MessageKey<T> = keyof T extends infer Key
  ? Key extends `${infer Base}_one` | `${infer Base}_other`
    ? Base
    : Key extends string
      ? Key
      : never
  : never;

/** Looks a text up and fills its {{places}}. */
export type Translate<T> = (key: MessageKey<T>, values?: Readonly<Record<string, string | number>>) => string;

/** Registers a room's texts and returns the hook that reads them in the current language. */
export function catalogue<T extends Readonly<Record<string, string>>>(
  room: string,
  texts: Readonly<Record<Language, Readonly<Record<keyof T, string>>>> & { readonly en: T },
): () => Translate<T> {
  start();
  for (const language of languages) i18next.addResourceBundle(language, room, texts[language]);
  return function useMessages() {
    const { t } = useTranslation(room);
    return useCallback<Translate<T>>((key, values) => t(key, { ...values }), [t]);
  };
}

export async function changeLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await i18next.changeLanguage(language);
}

/** The language the page is in, and a re-render when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'zh' ? 'zh' : 'en';
}

/** The language the page is in now, outside of components. */
export function currentLanguage(): Language {
  return i18next.language === 'zh' ? 'zh' : 'en';
}

function start(): void {
  if (i18next.isInitialized) return;
  const language = typeof document === 'undefined' ? 'en' : storedLanguage();
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: {},
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  if (typeof document !== 'undefined') nameLanguage(language);
}

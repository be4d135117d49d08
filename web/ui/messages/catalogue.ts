/**
 * The texts of the page. Every room brings its own catalogue pair (English and Chinese) and gets a typed hook back:
 * `const useMessages = catalogue('timeline', { en, zh: … })`, then `const t = useMessages(); t('lane.core', { core: 0 })`.
 * Keys are flat ('lane.core'); numbers choose between `…_one` and `…_other` by a value named `count`.
 */
import i18next from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type Language, nameLanguage, rememberLanguage, storedLanguage } from './language.ts';

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

/** A room's texts: the English ones at once, the Chinese ones when the page is in Chinese. */
interface RoomTexts<T> {
  readonly en: T;
  readonly zh: () => Promise<Readonly<Record<keyof T, string>>>;
}

/** The Chinese texts that are not here yet: who loads them. */
const chineseToCome = new Map<string, () => Promise<Readonly<Record<string, string>>>>();
/** What is being loaded now. */
const loading = new Set<Promise<void>>();

/** Registers a room's texts and returns the hook that reads them in the current language. */
export function catalogue<T extends Readonly<Record<string, string>>>(
  room: string,
  texts: RoomTexts<T>,
): () => Translate<T> {
  start();
  i18next.addResourceBundle('en', room, texts.en);
  chineseToCome.set(room, texts.zh);
  if (currentLanguage() === 'zh') loadChinese();
  return function useMessages() {
    const { t } = useTranslation(room);
    return useCallback<Translate<T>>((key, values) => t(key, { ...values }), [t]);
  };
}

/** Every text of the page's language is there: of the rooms that are loaded so far. */
export async function messagesReady(): Promise<void> {
  await Promise.all(loading);
}

/** What a lazy room's import gives, once its texts are there too. */
export async function withMessages<M>(room: Promise<M>): Promise<M> {
  const loaded = await room;
  await messagesReady();
  return loaded;
}

export async function changeLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  if (language === 'zh') loadChinese();
  await messagesReady();
  await i18next.changeLanguage(language);
}

function loadChinese(): void {
  for (const [room, load] of chineseToCome) {
    const added = load().then((texts) => {
      i18next.addResourceBundle('zh', room, texts);
      loading.delete(added);
    });
    loading.add(added);
  }
  chineseToCome.clear();
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
    react: { bindI18nStore: 'added' },
  });
  if (typeof document !== 'undefined') nameLanguage(language);
}

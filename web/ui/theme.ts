/** Which of the three themes the page wears: the person's wish, kept in the browser, else what the system prefers. */
import { useSyncExternalStore } from 'react';
import { addressOption } from './embedding.ts';
import { readStorage, writeStorage } from './storage.ts';

export type Theme = 'light' | 'dark' | 'projector';
export type ThemeWish = Theme | 'system';

export const themeWishes: readonly ThemeWish[] = ['system', 'light', 'dark', 'projector'];

const storageKey = 'lockstep.theme';

/** The page begins with the theme the address asks for, else the one a person chose earlier, else the system's. */
export function startTheme(): void {
  putOn(wishOf(addressOption('theme') ?? readStorage(storageKey)));
}

/** Puts a theme on the page (as attributes of <html>, where style sheets and canvases find it) and remembers the wish. */
export function applyTheme(wish: ThemeWish): void {
  writeStorage(storageKey, wish);
  putOn(wish);
}

function putOn(wish: ThemeWish): void {
  const attributes = document.documentElement.dataset;
  attributes['themeWish'] = wish;
  attributes['theme'] = themeFor(wish);
}

/** Wears a theme for a while without remembering it (presenting); null goes back to the wish. */
export function wearTheme(theme: Theme | null): void {
  const attributes = document.documentElement.dataset;
  attributes['theme'] = theme ?? themeFor(wishOf(attributes['themeWish']));
}

/** Keeps the page in the system's theme for as long as that is the wish. Returns how to stop. */
export function followSystemTheme(): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  const update = (): void => {
    const attributes = document.documentElement.dataset;
    attributes['theme'] = themeFor(wishOf(attributes['themeWish']));
  };
  query.addEventListener('change', update);
  return () => query.removeEventListener('change', update);
}

export function useThemeWish(): ThemeWish {
  return useSyncExternalStore(onThemeChange, () => wishOf(document.documentElement.dataset['themeWish']));
}

export function useTheme(): Theme {
  return useSyncExternalStore(onThemeChange, () => {
    const theme = document.documentElement.dataset['theme'];
    return theme === 'dark' || theme === 'projector' ? theme : 'light';
  });
}

function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-theme-wish'] });
  return () => observer.disconnect();
}

function wishOf(text: string | null | undefined): ThemeWish {
  return themeWishes.find((wish) => wish === text) ?? 'system';
}

function themeFor(wish: ThemeWish): Theme {
  if (wish !== 'system') return wish;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

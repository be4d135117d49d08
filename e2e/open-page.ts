/** Opens the page as a person would find it, with a language and a theme chosen earlier. */
import { expect, type Page } from '@playwright/test';

export interface Wishes {
  readonly language?: 'en' | 'zh';
  readonly theme?: 'light' | 'dark' | 'projector';
  /** What follows the page's address: '#g=deadlock'. */
  readonly hash?: string;
}

/** Waits until the example or link has been run and is shown. */
export async function openPage(
  page: Page,
  { language = 'en', theme = 'light', hash = '' }: Wishes = {},
): Promise<void> {
  page.on('pageerror', (error) => expect.soft(error.message, 'an error on the page').toBe(''));
  await page.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      // An empty page between two has no storage.
      if (location.protocol === 'about:') return;
      localStorage.setItem('lockstep.language', chosenLanguage);
      localStorage.setItem('lockstep.theme', chosenTheme);
      // A picker of the system cannot be worked by a test: files are downloaded.
      Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
    },
    [language, theme] as const,
  );
  await page.goto(`./${hash}`);
  await expect(page.locator('footer #go-to-step')).toBeVisible();
  // The machine may be busy with other tests.
  await expect(page.locator('#timeline canvas').first()).toBeVisible({ timeout: 20_000 });
}

/** The step the transport shows. */
export async function stepShown(page: Page): Promise<number> {
  const text = await page.locator('#go-to-step').inputValue();
  return Number(text.replaceAll(/\D/g, ''));
}

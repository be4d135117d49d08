import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openPage } from './open-page.ts';

const looks = [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'zh', theme: 'dark' },
  { language: 'en', theme: 'projector' },
  { language: 'zh', theme: 'projector' },
] as const;

for (const { language, theme } of looks) {
  test(`axe finds nothing on the workbench and its panels: ${language}, ${theme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await openPage(page, { language, theme, hash: '#g=deadlock' });
    await expect(page.locator('.cm-content')).toBeVisible();
    for (const tab of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      await page.keyboard.press(tab);
      await expectNoViolations(page, `tab ${tab}`);
    }
  });
}

test('axe finds nothing in the dialogs', async ({ page }) => {
  test.setTimeout(120_000);
  await openPage(page);
  for (const key of ['?', 'm', 'o', 'c', 'Control+k', 'Shift+E']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoViolations(page, `dialog of ${key}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('axe finds nothing on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  await expectNoViolations(page, 'phone');
  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(isTooWide).toBe(false);
});

async function expectNoViolations(page: Parameters<typeof openPage>[0], where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  expect(found).toEqual([]);
}

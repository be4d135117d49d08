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
    for (const tab of ['1', '2', '3', '4', '5', '6', '7', '8', '0']) {
      await page.keyboard.press(tab);
      await expectNoViolations(page, `tab ${tab}`);
    }
  });
}

for (const language of ['en', 'zh'] as const) {
  test(`axe finds nothing in the dialogs: ${language}`, async ({ page }) => {
    test.setTimeout(180_000);
    await openPage(page, { language });
    for (const key of ['?', 'm', 'o', 'i', 'c', 'Control+k', 'Shift+E']) {
      await page.locator('#timeline').focus();
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoViolations(page, `dialog of ${key}`);
      for (const tab of await page.getByRole('dialog').getByRole('tab').all()) {
        await tab.click();
        await expectNoViolations(page, `dialog of ${key}, ${await tab.textContent()}`);
      }
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });

  test(`axe finds nothing in breakpoints, problems and the console’s input: ${language}`, async ({ page }) => {
    test.setTimeout(120_000);
    await openPage(page, { language });
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText("name = input('name? ')\nprint(name)\n");
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F9');
    await page.keyboard.press('Control+Enter');
    const input = page.locator('section form input').last();
    await expect(input).toBeVisible();
    await input.fill('Ann');
    await input.press('Enter');
    await expectNoViolations(page, 'after typing');
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('if x\n');
    await expect(page.locator('.cm-lintRange-error')).toBeVisible();
    await expectNoViolations(page, 'with a problem');
  });
}

test('axe finds nothing on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  await expectNoViolations(page, 'phone');

  const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(isTooWide).toBe(false);
  await page.getByRole('button', { name: 'Rooms' }).click();
  await page.getByRole('menuitem', { name: 'CPU lab' }).click();
  await expect(page).toHaveURL(/cpu-lab/);
  await expect(page.getByRole('main').first()).toBeVisible({ timeout: 20_000 });
});

async function expectNoViolations(page: Parameters<typeof openPage>[0], where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  expect(found).toEqual([]);
}

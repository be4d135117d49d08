import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('the same jobs in every model: threads overlap their waits, a blocking call in a coroutine does not', async ({
  page,
}) => {
  // Seven programs run one after the other; the machine may be busy.
  test.setTimeout(180_000);
  await page.goto('#/models');
  const card = (name: string) => page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });
  await expect(card('One after the other')).toContainText(/done after 36\d ms/, { timeout: 60_000 });
  await expect(card('Threads')).toContainText('3.3× as fast', { timeout: 60_000 });
  await expect(card('Threads').getByRole('listitem')).toHaveCount(7);
  await expect(page.getByRole('row', { name: /^Threads without the GIL/ })).toBeVisible({ timeout: 60_000 });

  await test.step('a slider, by keyboard, runs them all again', async () => {
    await page.getByRole('slider', { name: 'Jobs' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(card('One after the other')).toContainText(/done after 48\d ms/, { timeout: 60_000 });
    await expect(card('Threads').getByRole('listitem')).toHaveCount(9, { timeout: 60_000 });
  });

  await test.step('a model opens in the workbench as an ordinary program', async () => {
    await card('Threads').getByRole('button', { name: 'Open in the workbench' }).click();
    await expect(page.locator('.cm-content')).toContainText('JOBS = 8');
    await expect(page.getByText('Thread-8').first()).toBeVisible({ timeout: 30_000 });
  });
});

for (const language of ['en', 'zh']) {
  test(`the models room has no accessibility violations (${language})`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.addInitScript((chosen) => localStorage.setItem('lockstep.language', chosen), language);
    await page.goto('#/models');
    await expect(page.getByRole('table').getByRole('row').nth(3)).toBeVisible({ timeout: 90_000 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
}

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openPage } from './open-page.ts';

test('a lesson is presented with a clicker: stops, a question predicted and revealed, a blank screen', async ({
  page,
}) => {
  await openPage(page, { hash: '#g=semaphore' });
  await expect(page.getByText('Stop 1 of 3')).toBeVisible({ timeout: 20_000 });
  await page.locator('#timeline').focus();
  await page.keyboard.press('p');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-presenting', '');
  await expect(html).toHaveAttribute('data-theme', 'projector');
  await page.keyboard.press('PageDown');
  await expect(page.getByText('Which waiting thread is woken next?')).toBeVisible();
  await expect(page.getByText(/^Answer/)).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  await page.keyboard.press('PageDown');
  await expect(page.getByText('Answer: d')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.getByText('Stop 3 of 3')).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(page.getByText('Stop 2 of 3')).toBeVisible();
  // Captions speak the language of the page.
  await page.getByRole('button', { name: /Language/ }).click();
  await expect(page.getByText('d、e、f 按到来的先后在等。')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: '黑屏／恢复' })).toBeVisible();
  await page.keyboard.press('b');
  await page.keyboard.press('p');
  await expect(html).not.toHaveAttribute('data-presenting', '');
});

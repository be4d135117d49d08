import { expect, type Locator, type Page, test } from '@playwright/test';
import { openPage, stepShown } from './open-page.ts';

test('the mouse zooms, pans, seeks and measures on the timeline', async ({ page }) => {
  await openPage(page, { hash: '#g=deadlock' });
  const lanes = page.locator('#timeline canvas').nth(2);
  const box = await lanes.boundingBox();
  if (box === null) throw new Error('the lanes are not in view');
  const whole = await rulerPicture(page);

  await page.mouse.move(box.x + box.width / 2, box.y - 8);
  await page.mouse.wheel(0, -400);
  await expect.poll(() => rulerPicture(page)).not.toBe(whole);
  const zoomed = await rulerPicture(page);

  await page.mouse.move(box.x + box.width / 2, box.y + 90);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 150, box.y + 90, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => rulerPicture(page)).not.toBe(zoomed);

  await page.keyboard.press('f');
  await page.keyboard.press('End');
  const end = await stepShown(page);
  await page.mouse.click(box.x + 40, box.y + 90);
  await expect.poll(() => stepShown(page)).toBeLessThan(end);

  await page.mouse.move(box.x + 300, box.y + 110);
  await expect(page.getByText(/^[\d.]+ ms.*(sleeps for|waits .* for|runs for)/)).toBeVisible();

  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + 100, box.y + 90);
  await page.mouse.down();
  await page.mouse.move(box.x + 400, box.y + 90, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(page.getByRole('tab', { name: 'Measure' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: 'Clear' })).toBeVisible();
});

test('lanes are found, pinned and folded', async ({ page }) => {
  await openPage(page, { hash: '#g=deadlock' });
  await page.keyboard.press('/');
  await page.keyboard.type('bob');
  await expect(page.locator('#timeline').getByRole('button', { name: 'ann', exact: true })).toHaveCount(0);
  await expect(page.locator('#timeline').getByRole('button', { name: 'bob', exact: true })).toBeVisible();
  await page.locator('#timeline input[type=search]').fill('');
  await page.locator('#timeline').getByRole('button', { name: 'bob', exact: true }).click();
  await page.getByRole('button', { name: 'Pin bob to the top' }).click();
  await expect(page.getByRole('button', { name: 'Unpin bob' })).toBeVisible();
  await page.getByRole('button', { name: 'Threads', exact: true }).click();
  await expect(page.locator('#timeline').getByRole('button', { name: 'ann', exact: true })).toHaveCount(0);
});

test('by keyboard a lane is pinned, others are folded away one by one and come back', async ({ page }) => {
  await openPage(page, { hash: '#g=deadlock' });
  const lane = (name: string): Locator => page.locator('#timeline').getByRole('button', { name, exact: true });
  await lane('ann').click();
  await page.keyboard.press('Shift+P');
  await expect(page.getByRole('button', { name: 'Unpin ann' })).toBeVisible();
  await lane('bob').click();
  await page.keyboard.press('-');
  await expect(lane('bob')).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring 1 folded lane back' }).click();
  await expect(lane('bob')).toBeVisible();
  await page.getByRole('button', { name: 'Threads', exact: true }).hover();
  await page.getByRole('button', { name: 'Pin Threads to the top' }).click();
  await expect(page.getByRole('button', { name: 'Unpin Threads' })).toBeVisible();
  const places = await Promise.all(['ann', 'bob', 'core 0'].map(async (name) => (await lane(name).boundingBox())?.y));
  expect(places).toEqual(places.toSorted((one, other) => (one ?? 0) - (other ?? 0)));
  await lane('ann').click();
  await page.keyboard.press('ArrowDown');
  await expect(lane('MainThread')).toHaveAttribute('aria-pressed', 'true');
});

/** The ruler's pixels: they change with the window of time. */
function rulerPicture(page: Page): Promise<string> {
  return page
    .locator('#timeline canvas')
    .nth(1)
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
}

import { expect, type Page, test } from '@playwright/test';
import { encodeLink } from '../sim-core/scenario/link.ts';
import { readLink } from '../sim-core/scenario/link-reader.ts';
import { openPage, stepShown } from './open-page.ts';

test('a shared link opens exactly the same picture', async ({ page, context }) => {
  await openPage(page, { hash: '#g=deadlock' });
  await expect(page.getByRole('status').filter({ hasText: 'Deadlock' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.keyboard.press('w');
  await page.keyboard.press('2');
  await page.keyboard.press('j');
  await expect.poll(() => stepShown(page)).toBe(12);
  const sentence = await page.locator('footer p').textContent();
  const variables = await page.getByRole('tabpanel').textContent();
  const ruler = await rulerPicture(page);
  await page.keyboard.press('c');
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();

  const other = await context.newPage();
  await other.goto(link);
  await expect(other.locator('#timeline canvas').first()).toBeVisible();
  await expect.poll(() => stepShown(other)).toBe(12);
  await expect(other.locator('footer p')).toHaveText(sentence ?? '');
  await expect(other.getByRole('tabpanel')).toHaveText(variables ?? '');
  expect(await rulerPicture(other)).toBe(ruler);
});

test('a link cut off on its way says so, and still opens the program', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('c');
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  await page.goto('about:blank');
  await page.goto(link.slice(0, -10));
  await expect(page.getByRole('alert')).toContainText('Its end is missing');
  await expect(page.locator('.cm-content')).toContainText('counter += 1');
});

const broken = [
  { fragment: '#s=', says: 'It holds no scenario' },
  { fragment: '#s=hello', says: 'not a Lockstep link' },
  { fragment: '#s=9.abcdef', says: 'newer Lockstep (format 9)' },
  { fragment: '#s=1.AAA*AAA', says: 'does not belong there' },
];

for (const { fragment, says } of broken) {
  test(`the link ${fragment} gets a message and a working page`, async ({ page }) => {
    await openPage(page, { hash: fragment });
    await expect(page.getByRole('alert')).toContainText(says);
    await expect(page.locator('.cm-content')).toContainText('import threading');
  });
}

test('a link from another engine version says so and runs the program again', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('c');
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  const { scenario, view } = readLink(new URL(link).hash.slice(1));
  if (scenario === null) throw new Error('the link holds no scenario');
  await page.goto('about:blank');
  await openPage(page, { hash: `#${encodeLink({ engine: '0.0.1', scenario, view })}` });
  await expect(page.getByText('0.0.1')).toBeVisible();
  await expect(page.locator('footer')).toContainText(/of \d/);
});

test('links with a changed or missing piece always open a page that works', async ({ page }) => {
  test.setTimeout(180_000);
  await openPage(page);
  await page.keyboard.press('c');
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  const begin = link.indexOf('#') + 5;
  const places = [0.02, 0.2, 0.5, 0.8, 0.97].map((share) => begin + Math.floor((link.length - begin) * share));
  const changed = places.map((at) => `${link.slice(0, at)}${link[at] === 'x' ? 'y' : 'x'}${link.slice(at + 1)}`);
  for (const broken of [...changed, ...places.map((at) => link.slice(0, at))]) {
    await page.goto('about:blank');
    await page.goto(broken);
    await expect(page.locator('#timeline canvas').first()).toBeVisible({ timeout: 20_000 });
    await expect(page.locator('.cm-content')).toContainText(/\S/);
    await expect(page.getByRole('alert')).toContainText(/\S/);
  }
});

/** The ruler's pixels: equal pictures have equal windows of time and playheads. */
function rulerPicture(page: Page): Promise<string> {
  return page
    .locator('#timeline canvas')
    .nth(1)
    .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
}

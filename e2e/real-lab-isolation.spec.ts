/** Isolation where the host cannot help: a plain static server, and a page inside another page. */
import { expect, test } from '@playwright/test';
import { runExperiment } from './real-lab-page.ts';
import { serveSite, type StaticSite } from './static-site.ts';

const embeddingPage =
  '<!doctype html><title>A course</title><iframe src="real-lab.html" width="900" height="700"></iframe>';

let site: StaticSite;

test.describe.configure({ timeout: 60_000 });
test.use({ serviceWorkers: 'allow' });

test.beforeAll(async () => {
  site = await serveSite({ 'embedding.html': embeddingPage });
});

test.afterAll(() => site.close());

test('a plain static server: the service worker isolates the page, and only this page', async ({ page }) => {
  await page.goto(`${site.address}real-lab.html#/lost-update`);
  await expect(page.locator('[data-ring-cost-ns]')).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  const { ending, checks } = await runExperiment(page);
  expect(ending).toBe('finished');
  expect(checks['never-more']).toBe(true);
  await expect(page.locator('[data-simulation="done"]')).toBeVisible({ timeout: 30_000 });

  const messages = await page.context().newPage();
  await messages.goto(`${site.address}real-lab.html#/messages`);
  await expect(messages.locator('[data-ring-cost-ns]')).toBeVisible({ timeout: 30_000 });
  expect((await runExperiment(messages, { fields: { Rounds: 1 } })).ending).toBe('finished');

  // The workbench passes through the same worker, but must stay embeddable.
  const outside = await page.context().newPage();
  await outside.goto(site.address);
  expect(await outside.evaluate(() => globalThis.crossOriginIsolated)).toBe(false);
});

test('inside another page: the reason, and a way out that works', async ({ page }) => {
  await page.goto(`${site.address}embedding.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-isolation="framed"]')).toBeVisible();
  await expect(frame.getByText('shown inside another page')).toBeVisible();
  const opened = page.waitForEvent('popup');
  await frame.getByRole('link', { name: 'Open in a new tab' }).click();
  const tab = await opened;
  await expect(tab.locator('[data-ring-cost-ns]')).toBeVisible({ timeout: 30_000 });
  expect(await tab.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
});

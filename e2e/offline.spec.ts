/** After the first visit everything works without a network; a new version says so and takes over when one reloads. */
import { expect, type Page, test } from '@playwright/test';
import { runExperiment } from './real-lab-page.ts';
import { serveSite, siteFile } from './static-site.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ timeout: 90_000 });

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('html[data-offline=ready]')).toBeAttached({ timeout: 30_000 });
}

test('without a network: reload, run a program, open an example, the CPU lab and the real lab', async ({ page }) => {
  const site = await serveSite();
  await visit(page, site.address);
  site.close();
  await page.context().setOffline(true);

  await page.reload();
  await expect(page.getByText('The program ended with status 0.')).toBeVisible();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText("print('no network, still', 6 * 7)");
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'no network, still 42' })).toBeVisible();

  await page.locator('#timeline').focus();
  await page.keyboard.press('o');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /fork and the knife|[Dd]eadlock/ })
    .first()
    .click();
  await expect(page.getByRole('status').filter({ hasText: 'Deadlock' })).toBeVisible();

  await page.getByRole('link', { name: 'CPU lab' }).click();
  await expect(page.locator('main')).toContainText(/Step|Cycle|cycle/);
  await page.getByRole('link', { name: 'Real lab' }).click();
  await expect(page.locator('[data-ring-cost-ns]')).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  expect((await runExperiment(page)).ending).toBe('finished');
});

test('a new version is announced, and is there after the reload it offers', async ({ page }) => {
  const site = await serveSite();
  await visit(page, site.address);
  site.replaced.set('index.html', siteFile('index.html').replace('<title>', '<title>Newer: '));
  site.replaced.set('service-worker.js', siteFile('service-worker.js').replace('"version":"', '"version":"newer-'));
  await page.reload();
  await expect(page).toHaveTitle(/^Lockstep/);
  await expect(page.getByText('A new version of Lockstep is there.')).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle(/^Newer: Lockstep/);
  await expect(page.getByText('A new version of Lockstep is there.')).toHaveCount(0);
  const kept = await page.evaluate(() => caches.keys());
  expect(kept).toHaveLength(1);
  expect(kept[0]).toContain('newer-');
  site.close();
});

test('the site can be installed: its manifest names icons that are there', async ({ page }) => {
  const site = await serveSite();
  await page.goto(site.address);
  const manifest = JSON.parse(siteFile('manifest.webmanifest')) as { icons: { src: string; purpose?: string }[] };
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
  for (const { src } of manifest.icons) {
    const answer = await page.request.get(new URL(src, site.address).href);
    expect(answer.status(), src).toBe(200);
  }
  await expect(page.locator('link[rel=manifest]')).toHaveAttribute('href', /manifest/);
  site.close();
});

test('inside another page’s frame it works, and keeps nothing', async ({ page }) => {
  const site = await serveSite({
    'embedding.html': '<!doctype html><title>A course</title><iframe src="./?embed" width="900" height="700"></iframe>',
  });
  await page.goto(`${site.address}embedding.html`);
  await expect(page.frameLocator('iframe').getByText('The program ended with status 0.')).toBeVisible();
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  site.close();
});

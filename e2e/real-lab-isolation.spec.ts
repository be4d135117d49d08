/** Isolation where the host cannot help: a plain static server, and a page inside another page. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { expect, test } from '@playwright/test';
import { runExperiment } from './real-lab-page.ts';

/** Where `npm run build` puts the site. */
const siteFolder = process.env['LOCKSTEP_DIST'] ?? 'dist';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const embeddingPage =
  '<!doctype html><title>A course</title><iframe src="real-lab.html" width="900" height="700"></iframe>';

let server: Server;
let origin = '';

test.describe.configure({ timeout: 60_000 });

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/course/embedding.html') {
      response.setHeader('Content-Type', 'text/html').end(embeddingPage);
      return;
    }
    // Under a folder, as on GitHub Pages.
    const file = join(siteFolder, normalize(path.replace(/^\/course\//, '')));
    if (!existsSync(file) || statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', contentTypes[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, () => resolve());
  });
  origin = `http://localhost:${(server.address() as AddressInfo).port}/course/`;
});

test.afterAll(() => {
  server.close();
});

test('a plain static server: the service worker isolates the page, and only this page', async ({ page }) => {
  await page.goto(`${origin}real-lab.html#/lost-update`);
  await expect(page.locator('[data-ring-cost-ns]')).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  const { ending, checks } = await runExperiment(page);
  expect(ending).toBe('finished');
  expect(checks['never-more']).toBe(true);
  await expect(page.locator('[data-simulation="done"]')).toBeVisible({ timeout: 30_000 });

  const messages = await page.context().newPage();
  await messages.goto(`${origin}real-lab.html#/messages`);
  await expect(messages.locator('[data-ring-cost-ns]')).toBeVisible({ timeout: 30_000 });
  expect((await runExperiment(messages, { fields: { Rounds: 1 } })).ending).toBe('finished');

  const outside = await page.context().newPage();
  await outside.goto(`${origin}icon.svg`);
  expect(await outside.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  expect(await outside.evaluate(() => globalThis.crossOriginIsolated)).toBe(false);
});

test('inside another page: the reason, and a way out that works', async ({ page }) => {
  await page.goto(`${origin}embedding.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-isolation="framed"]')).toBeVisible();
  await expect(frame.getByText('shown inside another page')).toBeVisible();
  const opened = page.waitForEvent('popup');
  await frame.getByRole('link', { name: 'Open in a new tab' }).click();
  const tab = await opened;
  await expect(tab.locator('[data-ring-cost-ns]')).toBeVisible({ timeout: 30_000 });
  expect(await tab.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
});

/** A run leaves the page as a link and as a trace; the page is usable by keyboard, in both languages, in every theme. */
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openExperiment, readResult, runExperiment } from './real-lab-page.ts';

test.describe.configure({ timeout: 90_000 });

test('a link brings the summary to another page', async ({ page, context }) => {
  await openExperiment(page, 'litmus');
  const { measures } = await runExperiment(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page).toHaveURL(/#run=1\.[\w-]+$/);
  expect(page.url().length).toBeLessThan(4000);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('[data-shared]')).toBeVisible();
  expect((await readResult(other)).measures).toEqual(measures);
  await expect(other.getByText('Run on 20', { exact: false })).toBeVisible();
});

test('a newer and a broken link say so', async ({ page }) => {
  await page.goto('real-lab.html#run=99.abc');
  await expect(page.getByText('made by a newer Lockstep (format 99)')).toBeVisible();
  await page.goto('real-lab.html#run=1.abc');
  await expect(page.getByText('damaged or cut off')).toBeVisible();
});

test('a run is saved as a trace that Perfetto opens', async ({ page }) => {
  await openExperiment(page, 'deadlock');
  await runExperiment(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Perfetto trace' }).click();
  const trace: unknown = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(trace).toMatchObject({
    displayTimeUnit: 'ns',
    traceEvents: expect.arrayContaining([
      expect.objectContaining({ name: 'thread_name', ph: 'M', args: { name: 'Worker 2' } }),
      expect.objectContaining({ name: 'waiting', ph: 'X' }),
    ]),
  });
});

test('the keyboard reaches the run button and moves the timeline', async ({ page }) => {
  await openExperiment(page, 'deadlock');
  const run = page.getByRole('button', { name: 'Run' });
  await run.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-run="deadlock"]')).toBeVisible({ timeout: 20_000 });
  // The simulator's timeline may stand below the real one by now.
  const canvas = page.locator('canvas').first();
  const before = await canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL());
  await page.getByRole('button', { name: 'Zoom in' }).first().focus();
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL())).not.toBe(before);
});

for (const theme of ['light', 'dark', 'projector'] as const) {
  for (const language of ['en', 'zh'] as const) {
    test(`axe finds nothing: ${theme}, ${language}`, async ({ page }) => {
      await page.addInitScript(
        ([wish, tongue]) => {
          localStorage.setItem('lockstep.theme', wish);
          localStorage.setItem('lockstep.language', tongue);
        },
        [theme, language] as const,
      );
      for (const id of ['cures', 'litmus', 'deadlock']) {
        await page.goto(`real-lab.html#/${id}`);
        await expect(page.locator('[data-ring-cost-ns]')).toBeVisible();
        await page.getByRole('button', { name: language === 'en' ? 'Run' : '运行' }).click();
        await expect(page.locator('[data-run]')).toHaveAttribute('data-run', /finished|deadlock/, { timeout: 30_000 });
        await expect(page.locator('[data-simulation]')).toHaveAttribute('data-simulation', 'done', { timeout: 60_000 });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      }
    });
  }
}

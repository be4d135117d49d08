/** The ten experiments on real threads: what must hold on any machine. */
import { expect, test } from '@playwright/test';
import { expectNoWorkers, openExperiment, runExperiment } from './real-lab-page.ts';

test.describe.configure({ timeout: 120_000 });

test('the page is isolated, measures its clock and the cost of recording, and the simulator stays as it is', async ({
  page,
  request,
}) => {
  await openExperiment(page, 'litmus');
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
  const costNs = Number(await page.locator('[data-ring-cost-ns]').getAttribute('data-ring-cost-ns'));
  expect(costNs).toBeGreaterThan(0);
  expect(costNs).toBeLessThan(20_000);
  const simulator = await request.get('./');
  expect(simulator.headers()['cross-origin-embedder-policy']).toBeUndefined();
});

test('the first visit finds the lost update already run', async ({ page }) => {
  await page.goto('real-lab.html');
  await expect(page.locator('[data-run="finished"]')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('[data-check="never-more"]')).toHaveAttribute('data-holds', 'true');
  await expectNoWorkers(page);
});

for (const workers of [2, 4]) {
  test(`lost update: ${workers} workers lose updates and never count too much`, async ({ page }) => {
    await openExperiment(page, 'lost-update');
    // On a crowded machine the workers may never run at the same time: then the run is made again.
    await expect(async () => {
      const { ending, checks, measures } = await runExperiment(page, { fields: { Workers: workers } });
      expect(ending).toBe('finished');
      expect(checks).toEqual({ 'never-more': true, 'updates-lost': true });
      expect(measures['lowest-result']).toBeLessThan(measures['expected'] ?? 0);
      expect(measures['lowest-result']).toBeGreaterThanOrEqual(2);
    }).toPass({ timeout: 100_000 });
  });
}

test('lost update: one worker alone loses nothing', async ({ page }) => {
  await openExperiment(page, 'lost-update');
  const { checks } = await runExperiment(page, { fields: { Workers: 1 } });
  expect(checks).toEqual({ 'never-more': true, 'updates-lost': false });
});

test('the simulator repeats the run: a result in the histogram, a second timeline', async ({ page }) => {
  await openExperiment(page, 'lost-update');
  await runExperiment(page);
  await expect(page.locator('[data-simulation="done"]')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/simulated: [\d,]+/)).toBeVisible();
  await expect(page.locator('canvas')).toHaveCount(2);
});

for (const workers of [1, 2, 8]) {
  test(`cures: every variant is exact with ${workers} workers`, async ({ page }) => {
    await openExperiment(page, 'cures');
    const { ending, checks } = await runExperiment(page, { fields: { Workers: workers, Rounds: 3 } });
    expect(ending).toBe('finished');
    expect(checks['cures-exact']).toBe(true);
  });
}

test('a real GIL: no speed-up with it, a clear one without it where there are two cores', async ({ page }) => {
  await openExperiment(page, 'interpreter-lock');
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  test.setTimeout(240_000);
  // Other processes may take a core for a while: then the run says so by its numbers, and is made again.
  await expect(async () => {
    const { measures } = await runExperiment(page, { fields: { Rounds: 9 } });
    expect(measures['speed-up-with-gil']).toBeLessThan(1.3);
    expect(measures['speed-up-with-gil']).toBeGreaterThan(0.5);
    if (cores >= 2) expect(measures['speed-up-without-gil']).toBeGreaterThan(1.4);
    expect(measures['gil-switches']).toBeGreaterThan(2);
  }).toPass({ timeout: 200_000 });
});

for (const workers of [2, 5]) {
  test(`deadlock: ${workers} workers in a circle are found and ended`, async ({ page }) => {
    await openExperiment(page, 'deadlock');
    const { ending, checks } = await runExperiment(page, { variant: 'certain', fields: { Workers: workers } });
    expect(ending).toBe('deadlock');
    expect(checks['deadlock-seen']).toBe(true);
    await expect(page.getByText('Circle: Worker 1 → lock B → Worker 2')).toBeVisible();
    await expect(page.getByText('Simulated: a deadlock')).toBeVisible({ timeout: 60_000 });
  });
}

test('deadlock: one order for all locks gets through', async ({ page }) => {
  await openExperiment(page, 'deadlock');
  const { ending, checks } = await runExperiment(page, { variant: 'same-order', fields: { Workers: 3 } });
  expect(ending).toBe('finished');
  expect(checks['all-passes-done']).toBe(true);
});

test.describe('working together keeps its invariants over 100 000 operations', () => {
  const laws = {
    buffer: ['each-item-once', 'buffer-bounds'],
    barrier: ['barrier-holds'],
    'readers-writer': ['no-torn-read', 'writer-alone'],
    'philosophers-ordered': ['neighbours-never'],
  };
  for (const [variant, ids] of Object.entries(laws)) {
    test(variant, async ({ page }) => {
      await openExperiment(page, 'coordination');
      const { ending, checks, measures } = await runExperiment(page, { variant });
      expect(ending).toBe('finished');
      expect(measures['operations']).toBeGreaterThanOrEqual(100_000);
      for (const id of ids) expect(checks[id], id).toBe(true);
    });
  }

  test('philosophers-naive ends, by a deadlock or by luck', async ({ page }) => {
    await openExperiment(page, 'coordination');
    const { ending, checks } = await runExperiment(page, { variant: 'philosophers-naive' });
    expect(['deadlock', 'finished']).toContain(ending);
    expect(checks['neighbours-never']).toBe(true);
  });
});

test('messages: shared memory beats the clone at 16 MB', async ({ page }) => {
  await openExperiment(page, 'messages');
  const { ending, measures } = await runExperiment(page);
  expect(ending).toBe('finished');
  expect(measures['shared-16mb']).toBeGreaterThan(0);
  expect(measures['shared-16mb']).toBeLessThan(measures['clone-16mb'] ?? 0);
});

test.describe('the blocked event loop', () => {
  for (const variant of ['one-task', 'microtasks']) {
    test(`${variant}: no timer fires during the work`, async ({ page }) => {
      await openExperiment(page, 'event-loop');
      const { measures } = await runExperiment(page, { variant });
      expect(measures['worst-lateness']).toBeGreaterThan(120);
    });
  }

  test('macrotasks: timers fire in between', async ({ page }) => {
    await openExperiment(page, 'event-loop');
    await expect(async () => {
      const { measures } = await runExperiment(page, { variant: 'macrotasks' });
      expect(measures['worst-lateness']).toBeLessThan(75);
    }).toPass({ timeout: 60_000 });
  });
});

test('false sharing is measured for all four layouts', async ({ page }) => {
  await openExperiment(page, 'false-sharing');
  const { ending, measures } = await runExperiment(page, { fields: { Rounds: 3 } });
  expect(ending).toBe('finished');
  expect(measures['adjacent-over-padded-atomic']).toBeGreaterThan(0.2);
  expect(measures['adjacent-over-padded-plain']).toBeGreaterThan(0.2);
});

for (const variant of ['store-buffering', 'message-passing']) {
  test(`litmus, ${variant}: atomic access never shows the weak outcome`, async ({ page }) => {
    await openExperiment(page, 'litmus');
    const { ending, measures } = await runExperiment(page, { variant });
    expect(ending).toBe('finished');
    expect(measures['trials']).toBeGreaterThan(500);
    expect(measures['weak-atomic']).toBe(0);
  });
}

test('amdahl: one worker is the measure, more are not slower than half of it', async ({ page }) => {
  await openExperiment(page, 'amdahl');
  const { ending, measures } = await runExperiment(page, { fields: { Rounds: 3 } });
  expect(ending).toBe('finished');
  expect(measures['best-speed-up']).toBeGreaterThanOrEqual(1);
});

test('workers are ended by Stop, and by going elsewhere', async ({ page }) => {
  await openExperiment(page, 'interpreter-lock');
  await page.getByLabel('Million steps each').fill('200');
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.locator('[data-live-workers="2"]')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.locator('[data-run="stopped"]')).toBeVisible();
  await expectNoWorkers(page);

  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(page.locator('[data-live-workers="2"]')).toBeVisible();
  await page.getByRole('link', { name: /Litmus tests/ }).click();
  await expectNoWorkers(page);
});

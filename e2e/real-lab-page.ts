import { expect, type Page } from '@playwright/test';

/** What the room shows after a run. */
export interface LabResult {
  readonly ending: string;
  readonly checks: Readonly<Record<string, boolean>>;
  readonly measures: Readonly<Record<string, number>>;
}

export interface RunWish {
  readonly variant?: string;
  readonly fields?: Readonly<Record<string, number>>;
}

/** Opens an experiment and waits until the machine has been measured. */
export async function openExperiment(page: Page, id: string): Promise<void> {
  await page.goto(`real-lab.html#/${id}`);
  await expect(page.locator('[data-ring-cost-ns]')).toBeVisible({ timeout: 20_000 });
}

/** Sets, runs and reads one experiment; whatever happened, no worker may be left. */
export async function runExperiment(page: Page, { variant, fields = {} }: RunWish = {}): Promise<LabResult> {
  if (variant !== undefined) await page.getByLabel('Variant').selectOption(variant);
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(String(value));
  await page.getByRole('button', { name: /^Run/ }).click();
  await expect(page.locator('[data-run]')).not.toHaveAttribute('data-run', /^(idle|running)$/, { timeout: 70_000 });
  await expectNoWorkers(page);
  return readResult(page);
}

/** After the run the simulator repeats it in a worker of its own; that one ends by itself, too. */
export async function expectNoWorkers(page: Page): Promise<void> {
  await expect(page.locator('[data-live-workers]')).toHaveAttribute('data-live-workers', '0', { timeout: 60_000 });
  await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(0);
}

export function readResult(page: Page): Promise<LabResult> {
  return page.evaluate(() => {
    const valuesOf = (name: string, valueName: string): [string, string][] =>
      [...document.querySelectorAll<HTMLElement>(`[data-${name}]`)].map((element) => [
        element.dataset[name] ?? '',
        element.dataset[valueName] ?? '',
      ]);
    return {
      ending: document.querySelector<HTMLElement>('[data-run]')?.dataset['run'] ?? '',
      checks: Object.fromEntries(valuesOf('check', 'holds').map(([id, holds]) => [id, holds === 'true'])),
      measures: Object.fromEntries(valuesOf('measure', 'value').map(([id, value]) => [id, Number(value)])),
    };
  });
}

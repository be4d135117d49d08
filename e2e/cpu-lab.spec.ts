// A walk through the CPU lab: it opens loaded, steps, goes back, plays, changes machines, assembles, and is accessible in every theme.

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

interface Look {
  readonly theme?: 'light' | 'dark' | 'projector';
  readonly language?: 'en' | 'zh';
}

async function enter(page: Page, { theme = 'light', language = 'en' }: Look = {}): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.addInitScript(
    ([chosenTheme, chosenLanguage]) => {
      localStorage.setItem('lockstep.theme', chosenTheme);
      localStorage.setItem('lockstep.language', chosenLanguage);
    },
    [theme, language] as const,
  );
  await page.goto('./#/cpu-lab');
  await expect(page.getByRole('toolbar', { name: /Steps|步进/ })).toBeVisible({ timeout: 20_000 });
}

const sentence = (page: Page): ReturnType<Page['locator']> => page.locator('output');

async function openLesson(page: Page, id: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Lesson' }).selectOption(id);
  await expect(page.getByText('Cycle 0', { exact: true })).toBeVisible();
}

test('opens with a loaded program and tells each transfer in words', async ({ page }) => {
  await enter(page);
  await expect(page.getByRole('table', { name: 'Listing' })).toContainText('addi t0, t0, 1');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(sentence(page)).toHaveText('Fetch · MAR ← PC = 0x00400000');
  await page.keyboard.press('ArrowRight');
  await expect(sentence(page)).toHaveText('Fetch · IR ← M[MAR] = 0x00000293');
  await page.keyboard.press('ArrowLeft');
  await expect(sentence(page)).toHaveText('Fetch · MAR ← PC = 0x00400000');
});

test('the decoder lights up before the ALU, and wires keep their values', async ({ page }) => {
  await enter(page);
  const part = (id: string): ReturnType<Page['locator']> => page.locator(`[data-part="${id}"]`);
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight');
  await expect(part('decoder')).toHaveAttribute('data-acting', 'true');
  await expect(part('alu')).toHaveAttribute('data-acting', 'false');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  await expect(part('alu')).toHaveAttribute('data-acting', 'true');
  await expect(part('mar')).toHaveAttribute('aria-label', /0x00400000/);
});

test('every box says what it is for', async ({ page }) => {
  await enter(page, { language: 'zh' });
  await page.locator('[data-part="beats"]').focus();
  await expect(page.locator('figcaption')).toContainText('节拍脉冲发生器');
});

test('plays, and the same instruction can be repeated', async ({ page }) => {
  await enter(page);
  await page.getByRole('button', { name: 'Repeat this instruction' }).click();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('100');
  await page.getByRole('button', { name: 'Play' }).click();
  await page.waitForTimeout(1500);
  await expect(page.getByText(/^Cycle [01]$/)).toBeVisible();
  await page.getByRole('button', { name: 'Repeat this instruction' }).click();
  await expect(page.getByText(/^Cycle ([2-9]|\d\d+)$/)).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
});

test('the pipeline table names the cause of a bubble', async ({ page }) => {
  await enter(page);
  await openLesson(page, 'hazards');
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('unlimited');
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(sentence(page)).toHaveText('The program has reached ebreak and stopped.');
  await expect(page.getByRole('region', { name: 'Table of instructions and cycles' })).toContainText('load');
  await expect(
    page.getByText('8 instructions + 4 to fill + 2 stalls + 0 flushed + 0 waiting for memory = 14 cycles'),
  ).toBeVisible();
});

test('two harts lose an update, and amoadd does not', async ({ page }) => {
  await enter(page);
  for (const { lesson, sum } of [
    { lesson: 'lost', sum: '0x0000000a' },
    { lesson: 'amoadd', sum: '0x00000014' },
  ]) {
    await openLesson(page, lesson);
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('unlimited');
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(sentence(page)).toHaveText('The program has reached ebreak and stopped.');
    await expect(page.getByRole('table', { name: 'Memory window 1' })).toContainText(sum);
  }
});

test('an own program is assembled, and a mistake is told with its line', async ({ page }) => {
  await enter(page);
  await page.getByRole('tab', { name: 'Source' }).click();
  await page.getByRole('textbox', { name: 'Source' }).fill('li a0, 1\nad a0, a0, a0\nebreak');
  await page.getByRole('button', { name: 'Assemble and load' }).click();
  await expect(page.getByRole('list', { name: 'What is wrong' })).toContainText(
    'Line 2, column 1: unknown instruction',
  );
  await page.getByRole('textbox', { name: 'Source' }).fill('li a0, 21\nadd a0, a0, a0\nebreak');
  await page.getByRole('button', { name: 'Assemble and load' }).click();
  await expect(page.getByRole('table', { name: 'Listing' })).toContainText('add a0, a0, a0');
  await page.getByRole('combobox', { name: 'Step by' }).selectOption('instruction');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('table', { name: 'Registers' })).toContainText('0x0000002a');
});

test('the settings put caches in, and the run takes longer', async ({ page }) => {
  await enter(page);
  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Present').nth(1).selectOption('on');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Cache' }).click();
  await expect(page.getByText('0 hits, 0 misses')).toBeVisible();
});

test('the side panes can be put away, and the transfers stand phase by phase', async ({ page }) => {
  await enter(page);
  await openLesson(page, 'sum');
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('list', { name: 'Register transfers of this instruction' })).toContainText(
    'MAR ← PC = 0x00400000',
  );
  await page.getByRole('button', { name: 'Picture only' }).click();
  await expect(page.getByRole('table', { name: 'Listing' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Picture only' }).click();
  await expect(page.getByRole('table', { name: 'Listing' })).toBeVisible();
});

test('a link leads to the same program, machine and cycle', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-write']);
  await enter(page);
  await openLesson(page, 'hazards');
  for (let i = 0; i < 7; i += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Cycle 7', { exact: true })).toBeVisible();
  const words = await sentence(page).textContent();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page).toHaveURL(/#\/cpu-lab\/1\./);
  await page.reload();
  await expect(page.getByText('Cycle 7', { exact: true })).toBeVisible();
  await expect(sentence(page)).toHaveText(words ?? '');
});

for (const theme of ['light', 'dark', 'projector'] as const) {
  for (const lesson of ['first', 'prediction', 'testAndSet']) {
    test(`axe finds nothing in the ${theme} theme, lesson ${lesson}`, async ({ page }) => {
      await enter(page, { theme });
      await openLesson(page, lesson);
      for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowRight');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
        [],
      );
    });
  }
}

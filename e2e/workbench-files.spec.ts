/** Programs as files: opened, dropped, saved again in their place, and the last one offered. */
import { expect, type Page, test } from '@playwright/test';
import { openPage } from './open-page.ts';

async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle((named) => {
    const data = new DataTransfer();
    for (const [name, text] of Object.entries(named)) data.items.add(new File([text], name));
    return data;
  }, files);
  const target = page.locator('.cm-content');
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
}

test('dropped Python files are a program with its modules', async ({ page }) => {
  await openPage(page);
  await drop(page, {
    'helper.py': 'word = "dropped"\r\n',
    'main.py': '\uFEFFimport helper\r\nprint(helper.word, "twice")\r\n',
    'notes.txt': 'not a program',
  });
  await expect(page.getByRole('button', { name: 'dropped twice' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Files' }).getByRole('button')).toHaveText([
    'main.py',
    'helper.py',
  ]);
});

test('saved once, a scenario is written to the same file again; opened, it is the same', async ({ page }) => {
  await page.addInitScript(() => {
    const written: string[] = [];
    Object.assign(globalThis, {
      written,
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => ({
        name: suggestedName,
        createWritable: async () => ({
          write: async (text: string) => written.push(text),
          close: async () => undefined,
        }),
      }),
    });
  });
  await page.goto('./#g=deadlock');
  await expect(page.getByText('Deadlock').first()).toBeVisible();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+S');
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('# saved again\n');
  await page.keyboard.press('Control+S');
  const written = () => page.evaluate(() => (globalThis as unknown as { written: string[] }).written);
  await expect.poll(async () => (await written()).length).toBe(2);
  const saved = await written();
  expect(saved[0]).not.toContain('saved again');
  await page.goto('about:blank');
  await page.goto('./');
  await expect(page.locator('.cm-content')).toBeVisible();
  await drop(page, { 'meal.lockstep.json': saved[1] ?? '' });
  await expect(page.getByText('Deadlock').first()).toBeVisible();
  await expect(page.locator('.cm-content')).toContainText('# saved again');
});

test('what was typed last is offered again after something else was opened', async ({ page }) => {
  await openPage(page);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('print("my own program")\n');
  await page.waitForTimeout(1500);
  await page.goto('about:blank');
  await openPage(page, { hash: '#g=queue' });
  await page.getByRole('button', { name: /^Scenario/ }).click();
  await page.getByRole('menuitem', { name: 'My last program' }).click();
  await expect(page.getByRole('button', { name: 'my own program' })).toBeVisible();
});

test('an example is found by a word of either language, and Enter opens the first', async ({ page }) => {
  await openPage(page);
  await page.locator('#timeline').focus();
  await page.keyboard.press('o');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('哲学家');
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('nothing like that');
  await expect(dialog.getByText('No example tells of that.')).toBeVisible();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('semaphore seats');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Scenario: Three seats' })).toBeVisible();
});

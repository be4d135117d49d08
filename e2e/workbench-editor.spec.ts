/** The editor's journeys: breakpoints, modules, what is underlined, and input typed while the program waits for it. */
import { expect, type Page, test } from '@playwright/test';
import { openPage, stepShown } from './open-page.ts';

async function typeProgram(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  // As one insertion, so that the editor does not add brackets and indentation of its own.
  await page.keyboard.insertText(text);
}

const loop = `import threading
n = 0


def work():
    global n
    for _ in range(4):
        n += 1


group = [threading.Thread(target=work, name=name) for name in ('ann', 'bob')]
for thread in group:
    thread.start()
for thread in group:
    thread.join()
print(n)
`;

test('a click in the gutter sets a breakpoint; F8 runs to its hits and Shift+F8 back', async ({ page }) => {
  await openPage(page);
  await typeProgram(page, loop);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Console' }).getByRole('button', { name: '8' })).toBeVisible();
  const line = page.locator('.cm-line', { hasText: 'n += 1' });
  const box = await line.boundingBox();
  const gutter = await page.locator('.cm-breakpoint-gutter').boundingBox();
  await page.mouse.click((gutter?.x ?? 0) + 8, (box?.y ?? 0) + 8);
  const list = page.getByRole('region', { name: 'Breakpoints' });
  await expect(list).toContainText('n += 1');
  await page.locator('#timeline').focus();
  await page.keyboard.press('Home');
  await expect.poll(() => stepShown(page)).toBe(0);
  const steps: number[] = [];
  for (let hit = 0; hit < 8; hit += 1) {
    const before = await stepShown(page);
    await page.keyboard.press('F8');
    await expect.poll(() => stepShown(page)).toBeGreaterThan(before);
    steps.push(await stepShown(page));
  }
  const last = await stepShown(page);
  await page.keyboard.press('F8');
  await expect(list.getByRole('status')).toHaveText('No hit after this moment.');
  expect(await stepShown(page)).toBe(last);
  await page.keyboard.press('Shift+F8');
  await expect.poll(() => stepShown(page)).toBe(steps[6]);
  await list.getByLabel('Go to a hit of line 8 by its number (Enter)').fill('3');
  await page.keyboard.press('Enter');
  await expect.poll(() => stepShown(page)).toBe(steps[2]);
  await list.getByLabel('Thread that stops at line 8').selectOption('bob');
  await list.getByRole('button', { name: 'To the next hit of a breakpoint' }).click();
  await expect(page.locator('.cm-thread-line', { hasText: 'n += 1' })).toBeVisible();
});

test('F9 sets a breakpoint on the cursor’s line; it moves with the text and comes along in the link', async ({
  page,
}) => {
  await openPage(page);
  await typeProgram(page, 'a = 1\nb = 2\nc = 3\n');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('F9');
  const list = page.getByRole('region', { name: 'Breakpoints' });
  await expect(list).toContainText('c = 3');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('button', { name: 'Show main.py, line 4' })).toContainText('c = 3');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(list.getByRole('button', { name: 'Show main.py, line 4' })).toBeVisible();
});

test('a second module is added, imported, renamed and taken away', async ({ page }) => {
  await openPage(page);
  await typeProgram(page, "import shared\nprint('from', shared.name)\n");
  await page.getByRole('button', { name: 'Add a module' }).click();
  await page.getByLabel('Name of the module').fill('shared');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'shared.py', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await typeProgram(page, "name = 'the module'\n");
  await page.keyboard.press('Control+Enter');
  const console = page.getByRole('region', { name: 'Console' });
  await expect(console.getByRole('button', { name: /from the module/ })).toBeVisible();
  await page.getByRole('button', { name: 'Rename shared.py' }).click();
  await page.getByLabel('Name of the module').fill('main');
  await expect(page.getByText('There is a main.py already.')).toBeVisible();
  await page.getByLabel('Name of the module').fill('common');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.locator('#timeline').focus();
  await page.keyboard.press('r');
  await expect(console.getByRole('button', { name: /No module named 'shared'/ })).toBeVisible();
  await page.getByRole('button', { name: 'Remove common.py' }).click();
  await expect(page.getByRole('button', { name: 'common.py', exact: true })).toHaveCount(0);
  await expect(page.locator('.cm-content')).toContainText('import shared');
});

test('a mistake is underlined as one types, in every module, and a click on its words goes there', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Add a module' }).click();
  await page.getByLabel('Name of the module').fill('broken');
  await page.keyboard.press('Enter');
  await typeProgram(page, 'x = 1\nif x\n    pass\n');
  const problem = page.getByRole('button', { name: "broken.py, line 2: SyntaxError: expected ':'" });
  await expect(problem).toBeVisible();
  await expect(page.locator('.cm-lintRange-error')).toBeVisible();
  await page.getByRole('button', { name: 'main.py', exact: true }).click();
  await expect(page.locator('.cm-lintRange-error')).toHaveCount(0);
  await problem.click();
  await expect(page.locator('.cm-activeLine')).toHaveText('if x');
});

test('marks show where the chosen Python can switch', async ({ page }) => {
  await openPage(page);
  await typeProgram(page, 'g = 0\nfor i in range(3):\n    g += 1\n    g = int(g)\nh = g\n');
  await expect(page.locator('.cm-switch-mark')).not.toHaveCount(0);
  const marked = async (): Promise<readonly string[]> => {
    // Without the invisible one that keeps the gutter's width.
    const tops = await page
      .locator('.cm-gutterElement:not([style*=visibility]) .cm-switch-mark')
      .evaluateAll((marks) => marks.map((mark) => Math.round(mark.getBoundingClientRect().top)));
    const lines = await page
      .locator('.cm-line')
      .evaluateAll((all) =>
        all.map((line) => ({ top: Math.round(line.getBoundingClientRect().top), text: line.textContent })),
      );
    return lines.filter(({ top }) => tops.some((mark) => Math.abs(mark - top) < 6)).map(({ text }) => text.trim());
  };
  // The example runs under 3.9: between almost any two bytecodes.
  await expect.poll(marked).toEqual(['g = 0', 'for i in range(3):', 'g += 1', 'g = int(g)', 'h = g']);
  await page.locator('#timeline').focus();
  await page.keyboard.press('m');
  await page.getByLabel('Python version').selectOption('3.13');
  await page.keyboard.press('Escape');
  await expect.poll(marked).toEqual(['for i in range(3):', 'g = int(g)']);
});

const greeting = `name = input('name? ')
print('hello', name)
age = int(input('age? '))
print(age + 1)
`;

test('a program that waits for input is typed to in the console; it can be taken back and is in the link', async ({
  page,
}) => {
  await openPage(page);
  await typeProgram(page, greeting);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The program waits for input')).toBeVisible();
  const console = page.getByRole('region', { name: 'Console' });
  const prompt = console.getByLabel(/waits for input/);
  await prompt.fill('Ann');
  await prompt.press('Enter');
  await expect(console.getByRole('button', { name: 'name? Ann' })).toBeVisible();
  await expect(console.getByRole('button', { name: 'hello Ann' })).toBeVisible();
  await prompt.fill('41');
  await prompt.press('Enter');
  await expect(console.getByRole('button', { name: '42' })).toBeVisible();
  await expect(page.getByText('The program ended with status 0.')).toBeVisible();
  await console.getByRole('button', { name: 'Take back what was typed last: 41' }).click();
  await expect(page.getByText('The program waits for input')).toBeVisible();
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(console.getByRole('button', { name: 'hello Ann' })).toBeVisible();
  await prompt.press('Control+d');
  await expect(console.getByRole('button', { name: /EOFError: EOF when reading a line/ })).toBeVisible();
});

test('input is prepared with its virtual times', async ({ page }) => {
  await openPage(page);
  await typeProgram(page, 'import time\nline = input()\nprint(line, int(time.monotonic()) >= 0)\nprint(input())\n');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The program waits for input')).toBeVisible();
  await page.getByRole('button', { name: 'Input of the program …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add an entry' }).click();
  await dialog.getByLabel('Entry 1: seconds after the one before').fill('2.5');
  await dialog.getByLabel('Entry 1: text').fill('first');
  await dialog.getByRole('button', { name: 'Add an entry' }).click();
  await dialog.getByLabel('Entry 2: text').fill('second');
  await dialog.getByRole('button', { name: 'Run with this' }).click();
  const console = page.getByRole('region', { name: 'Console' });
  await expect(console.getByRole('button', { name: 'second', exact: true }).last()).toBeVisible();
  await console.getByRole('button', { name: 'second', exact: true }).last().click();
  await expect(page.locator('footer')).toContainText('3.5');
});

import { expect, test } from '@playwright/test';
import { openPage, stepShown } from './open-page.ts';

test('the first visit shows an example that has run, with its goal', async ({ page }) => {
  await openPage(page);
  await expect(page.getByText('Goal')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Scenario: A lost update/ })).toBeVisible();
  await expect(page.locator('.cm-content')).toContainText('import threading');
  await expect(page.getByRole('status').filter({ hasText: 'ended with status 0' })).toBeVisible();
});

test('steps go forth and back, exactly, by keyboard alone', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('Home');
  await expect.poll(() => stepShown(page)).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => stepShown(page)).toBe(1);
  await page.keyboard.press(']');
  await expect.poll(() => stepShown(page)).toBeGreaterThan(1);
  const there = await stepShown(page);
  const sentence = await page.locator('footer p').textContent();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => stepShown(page)).toBe(there + 1);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => stepShown(page)).toBe(there);
  await expect(page.locator('footer p')).toHaveText(sentence ?? '');
  await page.keyboard.press('g');
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect.poll(() => stepShown(page)).toBe(7);
  await page.keyboard.press('End');
  await expect(page.locator('footer')).toContainText(/of [\d\u202F]+/);
});

test('a deadlock is said in words, with its circle, and drawn', async ({ page }) => {
  await openPage(page, { hash: '#g=deadlock' });
  const banner = page.getByRole('status').filter({ hasText: 'Deadlock' });
  await expect(banner).toContainText('ann holds fork and waits for knife, which bob holds');
  await expect(banner).toContainText('bob holds knife and waits for fork, which ann holds');
  await banner.getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByText('That is where we began: this is a deadlock')).toBeVisible();
  await expect(page.getByText('ann waits for knife, held by bob')).toBeAttached();
});

test('the lock’s owner and waiters stand in the table of locks', async ({ page }) => {
  await openPage(page, { hash: '#g=deadlock' });
  await expect(page.getByRole('status').filter({ hasText: 'Deadlock' })).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('5');
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: 'fork', exact: true }) });
  await expect(row).toContainText('ann');
  await expect(row).toContainText('bob');
});

test('a typed program is run with Ctrl+Enter and prints to the console; a click there goes to the moment', async ({
  page,
}) => {
  await openPage(page);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type("print('hello from here')");
  await page.keyboard.press('Control+Enter');
  const line = page.getByRole('region', { name: 'Console' }).getByRole('button', { name: /hello from here/ });
  await expect(line).toBeVisible();
  await line.click();
  await expect(page.locator('footer p')).toContainText('prints');
});

test('an endless loop can be stopped and shows what happened until then', async ({ page }) => {
  await openPage(page);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('while True: pass');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'You stopped the run' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Continue for/ })).toBeVisible();
});

test('every command is listed under the question mark, and the palette runs one', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const words of ['One line forward', 'Take a choice back', 'Pin the lane to the top'])
    await expect(sheet).toContainText(words);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Type to find a command' })).toBeFocused();
  await page.keyboard.type('to the end');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => stepShown(page)).toBeGreaterThan(10);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Type to find a command' })).toBeFocused();
  await page.keyboard.type('inspector');
  await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText('Threads');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Variables' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Type to find a command' })).toBeFocused();
  const examples = page.getByRole('dialog').getByRole('option').filter({ hasText: 'Open the example' });
  await expect(examples).not.toHaveCount(0);
  await page.keyboard.type('daemon');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Stop 1 of 3')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Nobody waits for autosave: it is a daemon.')).toBeVisible();
});

test('of a flood of output only what is in view is there, and it follows the playhead', async ({ page }) => {
  await openPage(page);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('for i in range(20000): print(i)');
  await page.keyboard.press('Control+Enter');
  const console_ = page.getByRole('region', { name: 'Console' });
  await expect(console_.getByText('0', { exact: true })).toBeVisible({ timeout: 20_000 });
  // The stops were another program's.
  await expect(page.getByText('changed since the stops were placed')).toBeVisible();
  await page.locator('#timeline').focus();
  await page.keyboard.press('End');
  await expect(console_.getByText('19999', { exact: true })).toBeInViewport();
  expect(await console_.getByRole('listitem').count()).toBeLessThan(200);
  await page.keyboard.press('Home');
  await expect(console_.getByText('0', { exact: true })).toBeInViewport();
});

test('a change of the machine runs the program again', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'The simulated machine' });
  await dialog.getByLabel('Python version').selectOption('3.13');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Python 3\.13/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
});

test('the language is changed and remembered', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: /Language/ }).click();
  await expect(page.getByRole('button', { name: '运行', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('the first example stands where an update is lost, and its stops ask and reveal', async ({ page }) => {
  await openPage(page);
  await expect(page.locator('tr[aria-current=step]')).toContainText('STORE_GLOBAL');
  await page.keyboard.press('PageDown');
  await expect(page.getByText('Which value has counter now?')).toBeVisible();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'counter', exact: true }) });
  await expect(row).toContainText('?');
  await page.keyboard.press('PageDown');
  const answer = (await page.getByText(/^Answer: /).textContent()) ?? '';
  await expect(row).toContainText(answer.replace('Answer: ', ''));
  await expect(page.locator('footer p')).toContainText('writes counter, which is now');
});

test('every example of the gallery opens already run', async ({ page }) => {
  test.setTimeout(180_000);
  await openPage(page);
  const index = (await (await page.request.get('scenarios/index.json')).json()) as { id: string }[];
  expect(index.length).toBeGreaterThanOrEqual(24);
  for (const { id } of index) {
    await page.goto('about:blank');
    await page.goto(`./#g=${id}`);
    const ending = page.getByRole('status').filter({ hasText: /ended with status 0|Deadlock|Goal/ });
    await expect(ending.first(), id).toBeVisible({ timeout: 20_000 });
  }
});

test('pictures, transcript and trace are given as files', async ({ page }) => {
  await openPage(page, { hash: '#g=deadlock' });
  await page.keyboard.press('Shift+E');
  for (const name of [/timeline \(PNG\)/, /timeline \(SVG\)/, /as text/, /Perfetto/]) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    expect(download.suggestedFilename()).toContain('lockstep');
  }
});

test('what was typed is there again on the next visit', async ({ page }) => {
  await openPage(page);
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText("print('kept')");
  await expect.poll(() => page.evaluate(() => localStorage.getItem('lockstep.draft'))).not.toBeNull();
  await page.goto('about:blank');
  await openPage(page);
  await expect(page.locator('.cm-content')).toContainText("print('kept')");
});

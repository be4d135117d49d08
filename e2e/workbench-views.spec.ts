import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openPage, stepShown } from './open-page.ts';

const kitchen = `import threading, queue, time
jobs = queue.Queue(3)
gate = threading.Semaphore(2)
ready = threading.Event()
total = 0
lock = threading.Lock()
safe = 0
def produce():
    ready.wait()
    for i in range(6): jobs.put(i)
    jobs.put(None)
def consume():
    global total, safe
    ready.wait()
    while (job := jobs.get()) is not None:
        with gate: total += job
        with lock: safe += job
        time.sleep(0.001)
    print('consumed')
def audit():
    global total, safe
    ready.wait()
    for _ in range(3):
        total += 1
        with lock: safe += 1
        time.sleep(0.001)
    print('audited')
threads = [threading.Thread(target=f, name=f.__name__) for f in (produce, consume, audit)]
for t in threads: t.start()
ready.set()
for t in threads: t.join()
print('total', total, safe)
`;

async function runProgram(page: Page, source = kitchen): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(source);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('total 18 18')).toBeVisible({ timeout: 30_000 });
  await page.locator('#timeline').focus();
}

async function goToStep(page: Page, step: number): Promise<void> {
  await page.locator('#go-to-step').fill(String(step));
  await page.keyboard.press('Enter');
  await expect.poll(() => stepShown(page)).toBe(step);
  await page.locator('#timeline').focus();
}

test('semaphores, events and queues are lanes and rows of their own kind, with their contents', async ({ page }) => {
  await openPage(page);
  await runProgram(page);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  for (const name of ['jobs', 'gate', 'ready', 'lock'])
    await expect(timeline.getByRole('button', { name, exact: true })).toBeVisible();
  await expect(timeline.getByText('semaphore', { exact: true })).toBeVisible();
  const trace = await page.evaluate(() => document.documentElement.dataset['traceHash']);
  expect(trace).toMatch(/^[0-9a-f]{16}$/);
  await page.keyboard.press('End');
  await page.keyboard.press('5');
  const jobs = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'jobs' }) });
  await expect(jobs).toContainText('Queue');
  await expect(jobs).toContainText('main.py, line 2');
  await expect(jobs).toContainText('0 of 3 items');
});

test('what a queue holds and why a thread waits for it is told at the moment', async ({ page }) => {
  await openPage(page);
  await runProgram(page);
  await page.getByRole('region', { name: 'Timeline' }).getByRole('button', { name: 'jobs', exact: true }).click();
  await page.keyboard.press('5');
  await page.locator('#timeline').focus();
  const items = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: 'jobs' }) })
    .getByRole('listitem');
  // From change to change of the queue's lane, until there is something in it.
  for (let press = 0; press < 60 && (await items.count()) === 0; press += 1) {
    await page.keyboard.press('.');
    await page.waitForTimeout(80);
  }
  await expect(items.first()).toHaveText(/^\d$/);
});

test('the lockset shows which shared variable is guarded and which is not; a click goes to a use', async ({ page }) => {
  await openPage(page);
  await runProgram(page);
  await page.keyboard.press('0');
  const panel = page.getByRole('tabpanel', { name: 'Shared data' });
  await expect(panel.getByText('No lock was held at every use: two threads can collide here.')).toBeVisible();
  const total = panel.getByRole('table', { name: 'total' });
  await expect(total.getByRole('row', { name: /audit/ })).toContainText('none');
  await expect(panel.getByText('Guarded: lock was held at every use.')).toBeVisible();
  await total.getByRole('button', { name: /by audit/ }).click();
  await expect(page.locator('footer p')).not.toHaveText(/This is the beginning/);
  expect(await stepShown(page)).toBeGreaterThan(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('a note is written by keyboard, stands on the ruler, survives in the link and can be removed', async ({
  page,
}) => {
  await openPage(page, { hash: '#g=deadlock' });
  await goToStep(page, 900);
  await page.keyboard.press('t');
  await expect(page.getByRole('textbox', { name: 'Text of note 1' })).toBeFocused();
  await page.keyboard.type('here it begins');
  await expect(page.getByRole('button', { name: /^Note 1 at .*here it begins/ })).toBeVisible();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.getByRole('dialog').getByRole('textbox').first().inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  const flag = page.getByRole('button', { name: /^Note 1 at .*here it begins/ });
  await expect(flag).toBeVisible();
  await page.keyboard.press('Home');
  await flag.click();
  await expect.poll(() => stepShown(page)).toBe(900);
  await page.locator('#timeline').focus();
  await page.keyboard.press('6');
  await expect(page.getByText('Note: here it begins')).toBeVisible();
  await page.keyboard.press('8');
  await page.getByRole('button', { name: 'Remove note 1' }).click();
  await expect(flag).toHaveCount(0);
});

test('what stands out is named with its remedy, and shown', async ({ page }) => {
  await openPage(page, { hash: '#g=lock-too-long' });
  await page.getByRole('button', { name: /thing.* out$/ }).click();
  await expect(page.getByText(/makes 3 threads run one after the other/)).toBeVisible();
  await expect(page.getByText(/Keep only what touches shared data under the lock/)).toBeVisible();
  await page.getByRole('button', { name: 'Show it' }).first().click();
  await expect(page.getByRole('button', { name: 'Clear' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Who ran meanwhile' })).toBeVisible();
});

test('busy waiting is found by running it again', async ({ page }) => {
  await openPage(page, { hash: '#g=busy-waiting' });
  await page.getByRole('button', { name: /thing.* out$/ }).click();
  await expect(page.getByText(/watcher waits busily in line 8/)).toBeVisible();
});

test('the console is searched, filtered by thread, and leads to the moment by keyboard', async ({ page }) => {
  await openPage(page);
  await runProgram(page);
  const console = page.getByRole('region', { name: 'Console' });
  await console.getByLabel('Whose output').selectOption('audit');
  await expect(console.getByRole('listitem')).toHaveCount(1);
  await expect(console.getByText('1 of 3 lines')).toBeVisible();
  await console.getByLabel('Whose output').selectOption('all threads');
  await console.getByLabel('Search the output').fill('CONSUMED');
  await expect(console.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => stepShown(page)).toBeGreaterThan(0);
});

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openPage } from './open-page.ts';

const cancelling = `import asyncio

async def fetch(n):
    await asyncio.sleep(10)

async def group():
    await asyncio.gather(fetch(1), fetch(2))

async def main():
    task = asyncio.create_task(group(), name='group')
    timers = [asyncio.create_task(asyncio.sleep(0.01 * n), name=f'sleeper-{n}') for n in (5, 2, 4, 1, 3)]
    await asyncio.sleep(0.03)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('group cancelled')
    await asyncio.wait(timers)

asyncio.run(main())
`;

async function runProgram(page: Page, source: string, output: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(source);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Console' }).getByText(output)).toBeVisible({ timeout: 30_000 });
  await page.locator('#timeline').focus();
}

async function openTasks(page: Page, name = 'Tasks'): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
  await page.locator('#timeline').focus();
}

const panel = (page: Page) => page.getByRole('tabpanel', { name: 'Tasks' });

test('the loop is stepped through its turns by keyboard: wait, take in what is due, call what is ready', async ({
  page,
}) => {
  await openPage(page, { hash: '#g=blocked-loop' });
  await openTasks(page);
  const turn = page.getByRole('list', { name: 'One turn of the event loop' });
  await expect(turn.getByRole('listitem').filter({ hasText: 'Wait in select' }).first()).toBeVisible();
  // The loop's lane is the first one: . and , go from one thing it does to the next.
  await page.keyboard.press('Home');
  const seen = new Set<string>();
  for (let press = 0; press < 40 && seen.size < 2; press += 1) {
    await page.keyboard.press('.');
    await page.waitForTimeout(100);
    const here = turn.locator('[aria-current=step]');
    if ((await here.count()) > 0)
      seen.add(((await here.first().textContent()) ?? '').includes('select') ? 'select' : 'other');
  }
  expect([...seen].toSorted()).toEqual(['other', 'select']);
});

test('a time.sleep in a coroutine stands out: in the lanes, in the panel, with its duration', async ({ page }) => {
  await openPage(page, { hash: '#g=blocked-loop' });
  await expect(page.getByText(/^Stop 1 of/)).toBeVisible({ timeout: 30_000 });
  await openTasks(page);
  // The example's first stop stands in it.
  await expect(panel(page).getByText(/blocked for 8\d(\.\d)? ms/)).toBeVisible();
  await expect(panel(page).getByText('no other task, timer or socket has one')).toBeVisible();
  // When it gives its turn back at last, the clock's timer is long overdue.
  await page.keyboard.press('.');
  await expect(panel(page).getByText(/^[67]\d(\.\d)? ms late/)).toBeVisible({ timeout: 15_000 });
});

test('who awaits whom is followed through tasks by keyboard, down to the timer; who stopped whom is told', async ({
  page,
}) => {
  await openPage(page);
  await runProgram(page, cancelling, 'group cancelled');
  await openTasks(page);
  await page.keyboard.press('Home');
  const group = panel(page)
    .getByRole('button', { name: /^group/ })
    .filter({ hasText: 'asyncio.gather' });
  for (let press = 0; press < 60 && (await group.count()) === 0; press += 1) {
    await page.keyboard.press('.');
    await page.waitForTimeout(80);
  }
  await group.focus();
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: 'Where group stands' })).toBeVisible();
  await expect(panel(page).getByText('await asyncio.gather(fetch(1), fetch(2))')).toBeVisible();
  const deadline = panel(page).getByText(/the timer is due at 10/);
  await page.locator('#timeline').focus();
  for (let press = 0; press < 20 && (await deadline.count()) === 0; press += 1) {
    await page.keyboard.press('.');
    await page.waitForTimeout(80);
  }
  await expect(deadline).toBeVisible();
  for (
    let press = 0;
    press < 60 && (await panel(page).getByText('asked to stop by Task-1').count()) === 0;
    press += 1
  ) {
    await page.keyboard.press('.');
    await page.waitForTimeout(60);
  }
  await expect(panel(page).getByText('asked to stop by Task-1').first()).toBeVisible();
});

test('the marks beside the lines say where tasks gave their turn away, and where an await did not', async ({
  page,
}) => {
  await openPage(page);
  await runProgram(
    page,
    `import asyncio
balance = 0
async def plain():
    return 1
async def pay():
    global balance
    seen = balance
    seen += await plain()
    await asyncio.sleep(0.001)
    balance = seen
async def main():
    await asyncio.gather(pay(), pay())
    print('balance', balance)
asyncio.run(main())
`,
    'balance 1',
  );
  const marks = page.locator('.cm-switch-gutter .cm-switch-mark');
  await expect(marks.filter({ hasText: '↷' })).toHaveCount(2);
  await expect(marks.filter({ hasText: '–' })).toHaveCount(1);
  await expect(
    page.getByTitle('Tasks gave their turn away here 2 times: another task can come in between.'),
  ).toBeVisible();
  await expect(page.getByTitle(/This await has not suspended anybody/)).toBeVisible();
});

test("gevent's hub is called so, and its greenlets are tasks; plain greenlets need no hub", async ({ page }) => {
  await openPage(page, { hash: '#g=gevent-hub' });
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByRole('button', { name: 'hub (MainThread)' })).toBeVisible();
  await expect(timeline.getByRole('button', { name: 'Greenlet-0 work' })).toBeVisible();
  await expect(page.getByText('Stop 1 of 5')).toBeVisible({ timeout: 20_000 });
  await openTasks(page);
  for (let press = 0; press < 12 && (await panel(page).getByText('calls now').count()) === 0; press += 1) {
    await page.keyboard.press('.');
    await page.waitForTimeout(300);
  }
  await expect(panel(page).getByRole('heading', { name: /^Hub of MainThread/ })).toBeVisible();
  await expect(panel(page).getByRole('list', { name: 'One turn of the hub' })).toBeVisible();
});

test('plain greenlets need no hub: each begins when somebody switches to it', async ({ page }) => {
  await openPage(page, { hash: '#g=greenlet-ping-pong' });
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByRole('button', { name: 'a ping' })).toBeVisible();
  await expect(timeline.getByText('hub (MainThread)')).toHaveCount(0);
  await expect(panel(page).getByText('not started').first()).toBeVisible({ timeout: 20_000 });
});

const goals = [
  { name: 'await-is-a-call', reaches: 'main ends' },
  { name: 'await-lost-update', reaches: 'with a lock: expected 30, got 30' },
  { name: 'blocked-loop', reaches: /tick 4 at 8\d ms/ },
  { name: 'generator-ring', reaches: 'the game is over' },
  { name: 'generator-state', reaches: 'the rest of b: [1]' },
  { name: 'gevent-hub', reaches: 'all done' },
  { name: 'gevent-monkey', reaches: 'took 0.05 s' },
  { name: 'greenlet-ping-pong', reaches: 'a.dead = False and b.dead = True' },
  { name: 'four-models', reaches: /with_gevent: 2\d ms/ },
] as const;

for (const { name, reaches } of goals)
  test(`the example ${name} is walked through, stop by stop, to its goal`, async ({ page }) => {
    await openPage(page, { hash: `#g=${name}` });
    const stop = page.getByText(/^Stop \d+ of \d+$/);
    await expect(stop).toHaveText(/^Stop 1 of/);
    const count = Number(((await stop.textContent()) ?? '').split(' ').at(-1));
    await page.locator('#timeline').focus();
    // Reveals the answer where there is a question, then goes on.
    for (let press = 0; press < 3 * count && (await stop.textContent()) !== `Stop ${count} of ${count}`; press += 1) {
      await page.keyboard.press('PageDown');
      await page.waitForTimeout(200);
    }
    await expect(stop).toHaveText(`Stop ${count} of ${count}`);
    await page.keyboard.press('End');
    await expect(page.getByRole('region', { name: 'Console' }).getByText(reaches).first()).toBeVisible();
  });

for (const language of ['en', 'zh'] as const)
  for (const theme of ['light', 'dark', 'projector'] as const)
    test(`axe finds nothing on lanes and panel of tasks: ${language}, ${theme}`, async ({ page }) => {
      await openPage(page, { language, theme, hash: '#g=blocked-loop' });
      // The stops are looked for in the run; the first of them stands in the loop.
      await expect(page.getByText(language === 'en' ? /^Stop 1 of/ : /^停靠点 1/)).toBeVisible({ timeout: 30_000 });
      await openTasks(page, language === 'en' ? 'Tasks' : '任务');
      await expect(page.locator('[aria-current=step]')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });

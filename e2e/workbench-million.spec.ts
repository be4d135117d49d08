import { expect, type Page, test } from '@playwright/test';
import { figuresText, figuresWhile, memoryOf, watchFrames } from './frame-figures.ts';
import { openPage } from './open-page.ts';

/** Some million events: two threads that take and give a lock back over and over. */
const million = `import threading
lock = threading.Lock()
def work():
    for _ in range(250_000):
        lock.acquire(); lock.release()
one = threading.Thread(target=work)
two = threading.Thread(target=work)
one.start(); two.start(); one.join(); two.join()
`;

/** Ten thousand threads that live at the same time. */
const crowd = `import threading
go = threading.Event()
threads = [threading.Thread(target=go.wait) for i in range(10_000)]
for t in threads: t.start()
go.set()
for t in threads: t.join()
`;

async function runProgram(page: Page, source: string, mark: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(source);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.cm-content')).toContainText(mark);
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible({ timeout: 150_000 });
}

/** Machines that run tests are shared: the figures are printed, only a stutter fails. */
test('a million events pan and zoom fluently', async ({ page, browser }) => {
  test.setTimeout(240_000);
  await watchFrames(page);
  await openPage(page);
  await runProgram(page, million, '250_000');
  await page.locator('#timeline').focus();
  await page.keyboard.press('6');
  await expect(page.getByText(/of \d\u202F\d{3}\u202F\d{3} events/)).toBeVisible();
  await page.keyboard.press('1');
  const keys = await figuresWhile(page, async () => {
    for (let press = 0; press < 40; press += 1) await page.keyboard.press('wwwwddaads'[press % 10] ?? 'w');
    for (let press = 0; press < 30; press += 1) await page.keyboard.press('sadd'[press % 4] ?? 's');
  });
  console.log(`a million events, keys: ${figuresText(keys)}`);
  const wheel = await figuresWhile(page, () => wheelAndDrag(page));
  console.log(`a million events, wheel and drag: ${figuresText(wheel)}`);
  const memory = await memoryOf(page, browser);
  console.log(`a million events, memory: heap ${memory.heapMb} MB, process with worker ${memory.processMb} MB`);
  expect(keys.medianMs).toBeLessThan(50);
  expect(wheel.medianMs).toBeLessThan(50);
  expect(memory.heapMb).toBeLessThan(500);
});

test('ten thousand threads open and scroll', async ({ page, browser }) => {
  test.setTimeout(300_000);
  await watchFrames(page);
  await openPage(page);
  await runProgram(page, crowd, '10_000');
  const names = page.locator('#timeline button[title^="Thread-"]');
  await expect(names.first()).toBeVisible();
  expect(await names.count()).toBeLessThan(200);
  await page
    .locator('#timeline canvas')
    .last()
    .hover({ position: { x: 200, y: 60 } });
  const figures = await figuresWhile(page, async () => {
    for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, 4000);
  });
  console.log(`ten thousand threads, scrolling: ${figuresText(figures)}`);
  const memory = await memoryOf(page, browser);
  console.log(`ten thousand threads, memory: heap ${memory.heapMb} MB, process with worker ${memory.processMb} MB`);
  await page.getByPlaceholder('Find a lane').fill('Thread-9999');
  await expect(page.locator('#timeline button[title^="Thread-9999"]')).toBeVisible();
  expect(figures.medianMs).toBeLessThan(100);
  expect(memory.heapMb).toBeLessThan(500);
});

async function wheelAndDrag(page: Page): Promise<void> {
  const box = await page.locator('#timeline canvas').last().boundingBox();
  if (box === null) throw new Error('the timeline has no canvas');
  const [x, y] = [box.x + box.width / 2, box.y + 40];
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 30; turn += 1) await page.mouse.wheel(0, turn < 20 ? -120 : 120);
  await page.keyboard.up('Control');
  await page.mouse.down();
  for (let move = 0; move < 40; move += 1) await page.mouse.move(x + 200 * Math.sin(move / 5), y);
  await page.mouse.up();
}

import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { openPage, type Wishes } from './open-page.ts';

/** Opens a puzzle of the gallery and waits for its first open choice. */
async function openPuzzle(page: Page, id: string, wishes: Wishes = {}): Promise<Locator> {
  await openPage(page, { ...wishes, hash: `#g=${id}` });
  const room = page.getByRole('region', { name: wishes.language === 'zh' ? '由你来调度' : 'You are the scheduler' });
  await expect(room).toBeVisible({ timeout: 15_000 });
  return room;
}

/** Presses keys one after the other, each when the choice before has been made. */
async function press(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(' ')) {
    const before = await choicesMade(page);
    await page.keyboard.press(key);
    await expect.poll(() => choicesMade(page), { timeout: 15_000 }).not.toBe(before);
  }
}

async function choicesMade(page: Page): Promise<number> {
  const text = await page.getByText(/^\d+ (choices?|次选择) ·/).textContent();
  return Number.parseInt(text ?? '', 10);
}

const intoDeadlock = '1 0 0 2 2 1 2';

test('the puzzle of the two locks is solved by keyboard; a thread that cannot go on says why', async ({ page }) => {
  const room = await openPuzzle(page, 'puzzle-deadlock');
  await expect(room.getByText('Not yet.')).toBeVisible();
  await press(page, '1 0 0 2 2 1');
  const ann = room.getByRole('button', { name: 'Let ann go on', exact: true });
  await expect(ann).toBeDisabled();
  await expect(ann).toContainText('waits for lock knife, held by bob');
  await press(page, '2');
  await expect(room.getByText('Goal reached: 6 switches, 2 pre-emptions.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'They wait for each other' })).toContainText(
    'ann holds fork',
  );
});

test('the lost update is reached by mouse, where 3.9 splits g += 1; 3.13 does not ask there', async ({ page }) => {
  const room = await openPuzzle(page, 'puzzle-lost-update');
  const one = room.getByRole('button', { name: 'Let one go on', exact: true });
  for (let press_ = 0; press_ < 12; press_ += 1) {
    if (await one.getByText('next: writes counter').isVisible()) break;
    const before = await choicesMade(page);
    await one.click();
    await expect.poll(() => choicesMade(page), { timeout: 15_000 }).not.toBe(before);
  }
  await expect(one).toContainText('STORE_GLOBAL counter');
  const main = room.getByRole('button', { name: 'Let MainThread go on until it cannot go on' });
  await main.click();
  await room.getByRole('button', { name: 'Let two go on until it cannot go on' }).click();
  await main.click();
  await expect(room.getByText(/Goal reached/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Console' })).toContainText('1');
});

test('a choice is taken back and repeated; choosing differently keeps both futures, and they are compared', async ({
  page,
}) => {
  const room = await openPuzzle(page, 'puzzle-deadlock');
  await press(page, intoDeadlock);
  await press(page, 'u u u');
  expect(await choicesMade(page)).toBe(4);
  await press(page, 'Shift+U');
  expect(await choicesMade(page)).toBe(5);
  await press(page, 'u u');
  await press(page, '1');
  await expect(room.getByRole('button', { name: 'Future A' })).toContainText('7 choices, deadlock');
  await room.getByRole('textbox', { name: 'Name of this future' }).fill('good');
  await room.getByRole('tab', { name: 'Compare' }).click();
  await room.getByLabel('Compare with').selectOption({ label: 'A' });
  await expect(room.getByText('The futures part at choice 4.')).toBeVisible();
  await expect(
    room.getByRole('region', { name: 'Future good' }).getByRole('row', { name: /Here they part/ }),
  ).toBeVisible();
  await expect(
    room.getByRole('region', { name: 'Future A' }).getByRole('row', { name: /Here they part/ }),
  ).toContainText('begins');
  await room.getByRole('button', { name: 'Future A' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'They wait for each other' })).toBeVisible();
});

test('a row of the history leads back to before its choice', async ({ page }) => {
  const room = await openPuzzle(page, 'puzzle-deadlock');
  await press(page, intoDeadlock);
  await room.getByRole('button', { name: '3 Go back to before this choice' }).click();
  await expect.poll(() => choicesMade(page)).toBe(2);
});

test('the schedule is text: typed, refused with its place, followed, and part of the link', async ({ page }) => {
  const room = await openPuzzle(page, 'puzzle-deadlock');
  await room.getByRole('tab', { name: 'Schedule' }).click();
  const field = room.getByRole('textbox', { name: 'Schedule' });
  await field.fill('s1 line 1 0:2 oops');
  await room.getByRole('button', { name: 'Run it' }).click();
  await expect(room.getByRole('alert')).toContainText('Character 15: “oops” is not a thread and a count');
  await field.fill('s1 line 1 0:2 2:2 1:2');
  await room.getByRole('button', { name: 'Run it' }).click();
  await expect(room.getByText('asks for ann: waits for lock knife, held by bob')).toBeVisible();
  await room.getByRole('textbox', { name: 'Schedule' }).fill('s1 line 1 0:2 2:2 1 2');
  await page.keyboard.press('Enter');
  await expect(room.getByText(/Goal reached/)).toBeVisible();
  await page.keyboard.press('Tab');
  await room.getByRole('button', { name: 'Link to this moment' }).click();
  const link = await page.getByRole('dialog').getByRole('textbox').first().inputValue();
  const hash = await page.locator('html').getAttribute('data-trace-hash');
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByText(/Goal reached/)).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('html')).toHaveAttribute('data-trace-hash', hash ?? '');
});

test('any program can be stepped and given a goal; the dial says what a step is', async ({ page }) => {
  await openPage(page, { hash: '#g=first-threads' });
  await page.getByRole('button', { name: 'You are the scheduler' }).click();
  const room = page.getByRole('region', { name: 'You are the scheduler' });
  await room.getByLabel('A switch is possible').selectOption('switch');
  await room.getByText('Keys, and what a step is').click();
  await expect(room.getByText(/cannot be split here/)).toBeVisible();
  await room.getByRole('tab', { name: 'Goal' }).click();
  await room.getByLabel('What is to be reached').selectOption('prints');
  await room.getByLabel('The line').fill('no such line');
  await expect(room.getByText('Goal: make it print “no such line”')).toBeVisible();
  await page.getByRole('button', { name: 'Timed', exact: true }).click();
  await expect(room).toHaveCount(0);
});

test('Enter follows the suggestion to the end; looking at an earlier moment offers to choose there', async ({
  page,
}) => {
  const room = await openPuzzle(page, 'puzzle-stolen-wake-up');
  await press(page, 'Enter Enter Enter');
  await page.keyboard.press('Home');
  await expect(room.getByText('You are looking at an earlier moment.')).toBeVisible();
  await room.getByRole('button', { name: 'Back to the open choice' }).click();
  await expect(room.getByText('You are looking at an earlier moment.')).toHaveCount(0);
});

for (const language of ['en', 'zh'] as const) {
  for (const theme of ['light', 'dark', 'projector'] as const) {
    test(`the room has no axe violations: ${language}, ${theme}`, async ({ page }) => {
      const room = await openPuzzle(page, 'puzzle-deadlock', { language, theme });
      await press(page, '1 0 0 2 2 1');
      if (language === 'zh') await expect(room.getByText('等待锁 knife，它由 bob 持有')).toHaveCount(3);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    });
  }
}

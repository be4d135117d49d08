/** Links, codes and frames: what is sent arrives, and what was damaged on its way says so and never leaves a blank page. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { openPage, stepShown } from './open-page.ts';
import { serveSite } from './static-site.ts';

async function linkOf(page: Page): Promise<string> {
  await page.locator('#timeline').focus();
  await page.keyboard.press('c');
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.keyboard.press('Escape');
  return link;
}

test('the QR code holds the link, black on white in the dark theme, too; a long one says it is too long', async ({
  page,
}) => {
  await openPage(page, { theme: 'dark' });
  await page.locator('#timeline').focus();
  await page.keyboard.press('c');
  await page.getByRole('tab', { name: 'QR code' }).click();
  const code = page.getByRole('img', { name: 'QR code of the link' });
  await expect(code).toBeVisible();
  await expect(code.locator('rect')).toHaveAttribute('fill', '#ffffff');
  await expect(code.locator('path')).toHaveAttribute('fill', '#000000');
  const box = await code.boundingBox();
  expect(box?.width ?? 0).toBeGreaterThan(400);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(720);
  await page.keyboard.press('Escape');
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+A');
  const noise = Array.from(
    { length: 400 },
    (_, index) => `v${(index * 7919) % 9973} = ${(index * 104_729) % 1_299_709}`,
  );
  await page.keyboard.insertText(noise.join('\n'));
  await page.locator('#timeline').focus();
  await page.keyboard.press('c');
  await page.getByRole('tab', { name: 'QR code' }).click();
  await expect(page.getByText('The link is too long for a QR code.')).toBeVisible();
});

test('the snippet shows what was chosen, in a frame of another page without isolation', async ({ page }) => {
  await openPage(page, { hash: '#g=deadlock' });
  await expect(page.getByRole('status').filter({ hasText: 'Deadlock' })).toBeVisible();
  await page.locator('#timeline').focus();
  await page.keyboard.press('c');
  await page.getByRole('tab', { name: 'Embed' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Show').selectOption('picture');
  await dialog.getByLabel('Begin at').selectOption('beginning');
  await dialog.getByLabel('Language').selectOption('zh');
  await dialog.getByLabel('Theme').selectOption('dark');
  const snippet = await page.getByLabel('To embed in a page').inputValue();
  const heard = '<script>addEventListener("message", (e) => { (window.heard ??= []).push(e.data); });</script>';
  const site = await serveSite();
  const here = new URL('./', page.url()).href;
  site.replaced.set(
    'course.html',
    `<!doctype html><title>A course</title>${heard}${snippet.replaceAll(here, site.address)}`,
  );
  const course = await page.context().newPage();
  await course.goto(`${site.address}course.html`);
  const frame = course.frameLocator('iframe');
  await expect(frame.getByRole('status').filter({ hasText: '死锁' })).toBeVisible();
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frame.locator('#go-to-step')).toHaveValue('0');
  await expect(frame.locator('.cm-content')).toBeHidden();
  // What the address asked for is not remembered for the reader's own visits.
  expect(await course.evaluate(() => localStorage.getItem('lockstep.language'))).not.toBe('zh');

  await course.evaluate(() => {
    const { contentWindow } = document.querySelector('iframe') as HTMLIFrameElement;
    contentWindow?.postMessage('PING', '*');
    contentWindow?.postMessage({ lockstep: 'step', step: 12 }, '*');
  });
  await expect(frame.locator('#go-to-step')).toHaveValue('12');
  const messages = await course.evaluate(() => (globalThis as { heard?: unknown[] }).heard ?? []);
  expect(messages).toContain('PONG');
  expect(messages).toContainEqual(expect.objectContaining({ lockstep: 'at', step: 12 }));
  site.close();
});

test('a link that was cut says so and shows what could be read', async ({ page }) => {
  await openPage(page);
  const link = await linkOf(page);
  const body = link.slice(link.indexOf('#'));
  for (const kept of [0.97, 0.6, 0.2, 0.05]) {
    await page.goto('about:blank');
    await page.goto(`./${body.slice(0, Math.floor(body.length * kept))}`);
    await expect(page.getByRole('alert').filter({ hasText: 'could not be read completely' })).toBeVisible();
    await expect(page.locator('.cm-content')).toContainText('import');
    await expect(page.locator('#timeline canvas').first()).toBeVisible();
  }
});

test('a link with a changed character says so, wherever it is', async ({ page }) => {
  await openPage(page);
  const link = await linkOf(page);
  const body = link.slice(link.indexOf('#'));
  for (const share of [0.1, 0.35, 0.7, 0.95]) {
    const at = Math.floor(body.length * share);
    const other = body[at] === 'A' ? 'B' : 'A';
    await page.goto('about:blank');
    await page.goto(`./${body.slice(0, at)}${other}${body.slice(at + 1)}`);
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.locator('.cm-content')).toBeVisible();
    await expect(page.locator('footer #go-to-step')).toBeVisible();
  }
});

test('what is no link at all still gives a page that can be worked with', async ({ page }) => {
  for (const hash of ['#s=', '#s=1.', '#s=hello', '#s=99.abc', '#s=1.%%%', '#nonsense', '#/nowhere']) {
    await page.goto('about:blank');
    await page.goto(`./${hash}`);
    await expect(page.locator('.cm-content')).toContainText('import');
    await expect(page.getByRole('status').filter({ hasText: 'ended with status 0' })).toBeVisible();
  }
});

test('the moment, the zoom and the selection come along', async ({ page }) => {
  await openPage(page);
  await page.locator('#timeline').focus();
  await page.keyboard.press('g');
  await page.keyboard.type('1234');
  await page.keyboard.press('Enter');
  await expect.poll(() => stepShown(page)).toBe(1234);
  await page.locator('#timeline').focus();
  await page.keyboard.press('2');
  const link = await linkOf(page);
  await page.goto('about:blank');
  await page.goto(link);
  await expect.poll(() => stepShown(page)).toBe(1234);
  await expect(page.getByRole('tab', { name: 'Variables' })).toHaveAttribute('aria-selected', 'true');
});

test('the stops become a strip for slides, and a worksheet without what they ask', async ({ page }) => {
  await openPage(page);
  const before = await stepShown(page);
  await page.locator('#timeline').focus();
  await page.keyboard.press('Shift+E');
  const strip = page.getByRole('region', { name: 'Steps for slides' });
  const saved = async (): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      strip.getByRole('button', { name: 'One strip (SVG)' }).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  };
  const answers = await saved();
  expect(answers.match(/has read the counter/g)).toHaveLength(1);
  expect(answers).toMatch(/>counter = \d+</);
  expect(answers.match(/<svg /g)).toHaveLength(4);
  await strip.getByLabel('As').selectOption('worksheet');
  const worksheet = await saved();
  expect(worksheet).toContain('>counter = ?<');
  expect(wordsOf(worksheet)).toContain('Which value has counter now?');
  await strip.getByLabel('As').selectOption('answers');
  const counter = / Answer: (\d+)/.exec(wordsOf(await saved()))?.[1];
  expect(answers).toContain(`>counter = ${counter}<`);
  await page.keyboard.press('Escape');
  expect(await stepShown(page)).toBe(before);
  // It is a picture: the browser can show it.
  const size = await page.evaluate(async (svg) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }, answers);
  expect(size[0]).toBe(960);
  expect(size[1]).toBeGreaterThan(900);
});

/** Its texts, whose lines are broken where they are too long. */
function wordsOf(svg: string): string {
  return svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

import { expect, test } from 'vitest';
import type { StripPanel } from './strip-panel.ts';
import { type StripLook, stripSvg, wrapped } from './strip-svg.ts';

const look: StripLook = {
  background: '#fff',
  text: '#000',
  textMuted: '#555',
  hairline: '#ddd',
  accentSoft: '#eef',
  changed: '#ff0',
  fontUi: '"A Font", sans-serif',
  fontCode: 'monospace',
};

const panel: StripPanel = {
  place: '12 · 3 µs',
  caption: 'a < b & "c"',
  sentence: 'one writes.',
  code: [{ number: 7, text: 'if a < b:', isCurrent: true }],
  variables: [{ name: 'x', text: "'<b>'", hasChanged: true }],
  picture: '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100"><rect/></svg>\n',
};

test.each([
  { text: 'one two three', most: 8, lines: ['one two', 'three'] },
  { text: 'short', most: 80, lines: ['short'] },
  { text: '线程释放了锁', most: 6, lines: ['线程释', '放了锁'] },
  { text: 'GIL 被释放', most: 8, lines: ['GIL 被释', '放'] },
  { text: '', most: 8, lines: [] },
])('“$text” in lines of $most', ({ text, most, lines }) => {
  expect(wrapped(text, most)).toEqual(lines);
});

test('what a program holds cannot break the picture', () => {
  const svg = stripSvg([panel], look);
  expect(svg).toContain('a &lt; b &amp; &quot;c&quot;');
  expect(svg).toContain('if a &lt; b:');
  expect(svg).not.toContain('<b>');
});

test('panels stand below each other; the whole is as high as they are', () => {
  const heightOf = (svg: string): number => Number(/height="(\d+)"/.exec(svg)?.[1]);
  const one = heightOf(stripSvg([panel], look));
  expect(heightOf(stripSvg([panel, panel, panel], look))).toBe(3 * one);
  expect(stripSvg([panel, panel], look).match(/viewBox="0 0 200 100"/g)).toHaveLength(2);
});

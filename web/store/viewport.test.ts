import { expect, test } from 'vitest';
import { clampViewport, panBy, reveal, zoomAround } from './viewport.ts';

const whole = { fromNs: 0, toNs: 1000 };

test.each([
  { name: 'a window inside stays', view: { fromNs: 100, toNs: 300 }, result: '100–300' },
  { name: 'one too far right is pushed back', view: { fromNs: 900, toNs: 1200 }, result: '700–1000' },
  { name: 'one too far left is pushed back', view: { fromNs: -200, toNs: 100 }, result: '0–300' },
  { name: 'one too large becomes the whole', view: { fromNs: -500, toNs: 5000 }, result: '0–1000' },
  { name: 'one too small is widened', view: { fromNs: 500, toNs: 501 }, result: '500–600' },
])('$name', ({ view, result }) => {
  expect(text(clampViewport(view, whole))).toBe(result);
});

test('zooming keeps the moment under the pointer in its place', () => {
  expect(text(zoomAround({ fromNs: 0, toNs: 400 }, 100, 0.5))).toBe('50–250');
});

test('panning moves by a share of the window', () => {
  expect(text(panBy({ fromNs: 100, toNs: 300 }, 0.5))).toBe('200–400');
});

test.each([
  { name: 'a moment in view moves nothing', at: 250, result: '100–300' },
  { name: 'one on the right is brought in', at: 500, result: '308–508' },
  { name: 'one on the left is brought in', at: 50, result: '42–242' },
])('$name', ({ at, result }) => {
  expect(text(reveal({ fromNs: 100, toNs: 300 }, at))).toBe(result);
});

function text(view: { fromNs: number; toNs: number }): string {
  return `${view.fromNs}–${view.toNs}`;
}

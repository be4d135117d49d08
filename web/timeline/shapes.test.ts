import { expect, test } from 'vitest';
import { IntervalTrackBuilder, type IntervalTrack, longestBetween, intervalAt } from './interval-track.ts';
import { LevelTrackBuilder } from './level-track.ts';
import { levelShapesOf, ShapeList, shapesOf } from './shapes.ts';

/** 'A0-10 B10-30' is a track of two intervals; letters are values. */
function trackOf(text: string): IntervalTrack {
  const builder = new IntervalTrackBuilder();
  for (const [, value = '', start, end] of text.matchAll(/([A-Z])([\d.]+)-([\d.]+)/g)) {
    builder.begin(Number(start), value.charCodeAt(0), -1);
    builder.end(Number(end));
  }
  return builder.build(0);
}

test.each([
  { name: 'intervals keep their edges', track: 'A0-10 B10-30', view: '0-100 in 100', shapes: 'A 0+10, B 10+20' },
  { name: 'a gap stays empty', track: 'A0-10 B20-30', view: '0-100 in 100', shapes: 'A 0+10, B 20+10' },
  { name: 'what is outside of the window is left out', track: 'A0-10 B50-60', view: '20-40 in 100', shapes: '' },
  {
    name: 'what reaches into the window is cut',
    track: 'A0-30 B30-90',
    view: '20-40 in 100',
    shapes: 'A 0+50, B 50+50',
  },
  {
    name: 'of many in one pixel the longest shows',
    track: 'A0-2 B2-8 A8-10 C10-100',
    view: '0-100 in 10',
    shapes: 'B 0+1*, C 1+9',
  },
  {
    name: 'neighbouring pixels with the same longest become one shape',
    track: 'A0-2 B2-8 A8-12 B12-19 A19-20 C20-100',
    view: '0-100 in 10',
    shapes: 'B 0+2*, C 2+8',
  },
])('$name', ({ track, view, shapes }) => {
  expect(shapesText(track, view)).toBe(shapes);
});

test('there is never more than one shape a pixel, and two at the borders of large ones', () => {
  const dense = new IntervalTrackBuilder();
  for (let at = 0; at < 5000; at += 1) dense.begin(at * 2, at % 7, -1);
  const list = shapesOf(dense.build(10_000), { fromNs: 0, toNs: 10_000, widthPx: 300 }, new ShapeList());
  expect(list.length).toBeLessThanOrEqual(301);
});

test('the longest of a range is found through the blocks', () => {
  const builder = new IntervalTrackBuilder();
  let at = 0;
  for (let index = 0; index < 3000; index += 1) {
    builder.begin(at, index, -1);
    at += index === 1777 ? 90 : 1 + (index % 5);
  }
  const track = builder.build(at);
  expect(longestBetween(track, 3, 2990)).toBe(1777);
  expect(longestBetween(track, 0, 1)).toBe(0);
  expect(intervalAt(track, track.startNs[1777] ?? 0)).toBe(1777);
});

test('a level shows its highest value where it changes within a pixel', () => {
  const builder = new LevelTrackBuilder();
  for (const [at, level] of [
    [10, 1],
    [11, 3],
    [12, 0],
    [50, 2],
    [80, 0],
  ] as const)
    builder.set(at, level);
  const list = levelShapesOf(builder.build(), { fromNs: 0, toNs: 100, widthPx: 10 }, new ShapeList());
  const text = Array.from({ length: list.length }, (_, at) => `${list.index[at]} at ${list.x[at]}+${list.width[at]}`);
  expect(text.join(', ')).toBe('3 at 1+1, 2 at 5+3');
});

function shapesText(track: string, view: string): string {
  const [, fromNs, toNs, widthPx] = /(\d+)-(\d+) in (\d+)/.exec(view) ?? [];
  const window = { fromNs: Number(fromNs), toNs: Number(toNs), widthPx: Number(widthPx) };
  const built = trackOf(track);
  const list = shapesOf(built, window, new ShapeList());
  return Array.from({ length: list.length }, (_, at) => {
    const value = String.fromCharCode(built.value[list.index[at] ?? 0] ?? 0);
    return `${value} ${list.x[at]}+${list.width[at]}${list.isMerged[at] === 1 ? '*' : ''}`;
  }).join(', ');
}

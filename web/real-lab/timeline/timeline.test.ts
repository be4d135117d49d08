import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chromeTraceOf } from '../export/chrome-trace.ts';
import type { EventLog } from '../recording/event-log.ts';
import { type LabEvent, labMarks, type LabStateName, labStates } from '../recording/lab-event.ts';
import { extentOf, rowsOf, type TimelineRow } from './rows.ts';
import { shapesOf, spanAt } from './shapes.ts';
import { nameOfState } from './state-look.ts';
import { stateShares } from './state-shares.ts';
import { openingViewport, panned, zoomed } from './viewport.ts';

/** '0 working, 2 waiting, 5 ▾, 6 finished' → the log of one worker; ▾ is a mark. */
function logOf(text: string): EventLog {
  const events = text.split(', ').map((part): LabEvent => {
    const [time = '', name = ''] = part.split(' ');
    const code = name === '▾' ? labMarks.roundBegins : labStates[name as LabStateName];
    return { timeMs: Number(time), code, argument: 0 };
  });
  return { workers: [{ events, writtenCount: events.length, overwrittenCount: 0 }] };
}

function textOf([row]: readonly TimelineRow[]): string {
  return (row?.spans ?? []).map(({ fromMs, toMs, state }) => `${fromMs}–${toMs} ${nameOfState(state)}`).join(', ');
}

test.each([
  { name: 'a state lasts until the next', log: '0 working, 2 waiting, 6 finished', rows: '0–2 working, 2–6 waiting' },
  { name: 'the last state lasts until the end', log: '0 working, 2 waiting', rows: '0–2 working, 2–10 waiting' },
  { name: 'marks do not end a state', log: '0 working, 1 ▾, 6 finished', rows: '0–6 working' },
])('$name', ({ log, rows }) => {
  expect(textOf(rowsOf(logOf(log), 10))).toBe(rows);
});

test('shapes: at most one bar a pixel, in order, within the view', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 0.001, max: 3, noNaN: true }), fc.nat(6)), { minLength: 1 }),
      (steps) => {
        let timeMs = 0;
        const events = steps.map(([lengthMs, state]) => ({
          timeMs: (timeMs += lengthMs),
          code: state as 0,
          argument: 0,
        }));
        const rows = rowsOf({ workers: [{ events, writtenCount: 0, overwrittenCount: 0 }] }, timeMs + 1);
        const { bars } = shapesOf(rows, extentOf(rows), 50);
        for (const [index, { x, width }] of bars.entries()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(51.001);
          expect(x).toBeGreaterThanOrEqual((bars[index - 1]?.x ?? -1) - 1e-9);
        }
        expect(bars.length).toBeLessThanOrEqual(100);
      },
    ),
  );
});

test('many short spans become the state that fills most of the pixel', () => {
  const log = logOf('0 working, 0.6 waiting, 0.8 working, 1.4 waiting, 1.6 working, 2 finished');
  const { bars } = shapesOf(rowsOf(log, 2), { fromMs: 0, toMs: 20 }, 10);
  expect(bars.map(({ state }) => nameOfState(state))).toEqual(['working']);
});

test('the span under a moment', () => {
  const [row] = rowsOf(logOf('1 working, 2 waiting, 6 finished'), 6);
  const at = (timeMs: number): string => nameOfState(spanAt(row?.spans ?? [], timeMs)?.state ?? labStates.finished);
  expect([at(0.5), at(1.5), at(5), at(7)]).toEqual(['finished', 'working', 'waiting', 'finished']);
});

test('shares of time add up to one', () => {
  const [row] = rowsOf(logOf('0 working, 3 waiting, 4 finished'), 4);
  expect(row && stateShares(row)).toMatchObject({ working: 0.75, waiting: 0.25, holding: 0 });
});

test('a run of very many spans opens at a stretch of it', () => {
  const log = logOf(
    Array.from({ length: 1001 }, (_, ms) => `${ms} ${ms % 2 === 0 ? 'working' : 'waiting'}`).join(', '),
  );
  expect(openingViewport(rowsOf(log, 1001))).toEqual({ fromMs: 250, toMs: 311 });
});

test('a short run opens whole; zooming and moving stay inside it', () => {
  const rows = rowsOf(logOf('2 working, 8 waiting, 12 finished'), 12);
  const whole = openingViewport(rows);
  expect(whole).toEqual({ fromMs: 2, toMs: 12 });
  const half = zoomed(whole, 2, 7, whole);
  expect(half).toEqual({ fromMs: 4.5, toMs: 9.5 });
  expect(panned(half, 100, whole)).toEqual({ fromMs: 7, toMs: 12 });
  expect(zoomed(half, 1 / 10, 7, whole)).toEqual(whole);
});

test('a run becomes a trace with named threads, spans in microseconds and moments', () => {
  const { traceEvents } = chromeTraceOf(rowsOf(logOf('0 working, 0.5 ▾, 2 finished'), 2), { experiment: 'test' });
  expect(traceEvents.slice(1)).toEqual([
    { name: 'thread_name', ph: 'M', pid: 1, tid: 1, args: { name: 'Worker 1' } },
    { name: 'working', ph: 'X', pid: 1, tid: 1, ts: 0, dur: 2000, args: { argument: 0 } },
    { name: 'roundBegins', ph: 'i', pid: 1, tid: 1, ts: 500, s: 't', args: { argument: 0 } },
  ]);
});

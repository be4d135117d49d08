import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatSchedule, granularities, parseSchedule, runsOfChoices, scheduleMistakeText } from './schedule.ts';
import type { ScheduleRun } from './schedule.ts';

function shown(text: string): string {
  const { schedule, mistake } = parseSchedule(text);
  return mistake === null ? formatSchedule(schedule) : scheduleMistakeText(mistake);
}

test.each([
  { name: 'nothing', text: '', canonical: 's1' },
  { name: 'digits, one choice each', text: '11000', canonical: 's1 1:2 0:3' },
  { name: 'runs', text: '0:3 1:1, 2:*', canonical: 's1 0:3 1 2:*' },
  { name: 'neighbours of one thread become one run', text: 's1 line 0:2 0:3 12:1', canonical: 's1 line 0:5 12:1' },
  { name: 'a granularity without a version', text: 'bytecode; 10', canonical: 's1 bytecode 1 0' },
])('$name: $text', ({ text, canonical }) => {
  expect(shown(text)).toBe(canonical);
  expect(shown(canonical)).toBe(canonical);
});

test.each([
  { text: '0:3 x 1', says: "at character 5: 'x' is not a thread and a count, such as 0:3, 1 or 2:*" },
  { text: '0:0', says: "at character 1: '0:0': the count must be from 1 to 1000000000" },
  { text: 's2 0', says: "at character 1: 's2': this Lockstep reads schedules of version s1" },
  { text: '0 line', says: "at character 3: 'line' is not a thread and a count, such as 0:3, 1 or 2:*" },
  { text: '123456:1', says: "at character 1: '123456:1': there is no such thread number" },
])('a mistake is named with its place: $text', ({ text, says }) => {
  expect(shown(text)).toBe(says);
});

test('what comes before a mistake is understood', () => {
  expect(parseSchedule('line 0:3 1 oops 2').schedule).toEqual({
    granularity: 'line',
    runs: [
      { thread: 0, count: 3 },
      { thread: 1, count: 1 },
    ],
  });
});

test('every list of choices comes back from its text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 200 }),
      fc.constantFrom(...granularities, null),
      (choices, granularity) => {
        const text = formatSchedule({ granularity, runs: runsOfChoices(choices) });
        const { schedule, mistake } = parseSchedule(text);
        expect(mistake).toBe(null);
        expect(schedule.granularity).toBe(granularity);
        expect(schedule.runs.flatMap(repeated)).toEqual(choices);
      },
    ),
  );
});

test('no text breaks the reader', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('0', '1', '23', ':', '*', 's', ',', ' ', 'line', '\n') }), (text) => {
      const { mistake } = parseSchedule(text);
      const rest = mistake === null ? text : text.slice(mistake.position - 1);
      expect(rest.startsWith(mistake?.found ?? '')).toBe(true);
    }),
  );
});

function repeated({ thread, count }: ScheduleRun): readonly number[] {
  return Array.from({ length: count ?? 0 }, () => thread);
}

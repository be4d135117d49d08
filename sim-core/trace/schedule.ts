/**
 * The schedule of a stepped run as a short text that a person can read and edit. One entry per choice between several enabled threads
 * (where only one thread can go on there is nothing to choose):
 *
 *     s1 line 0:3 1 2:*      thread 0 three times, thread 1 once, thread 2 until it cannot go on
 *     11000                  the same thing digit by digit: thread 1 twice, then thread 0 three times
 *
 * `s1` is the version and may be left out; the granularity behind it too. Beyond the end the default goes on: the same thread until
 * it cannot, then the one with the lowest number. Threads are numbered in the order in which they were started, the main thread is 0.
 */

const scheduleVersion = 1;

/** Where a choice is asked for: between any two bytecodes, at each new source line, or only where the chosen Python really can switch. */
export type Granularity = 'bytecode' | 'line' | 'switch';
export const granularities: readonly Granularity[] = ['bytecode', 'line', 'switch'];

export interface ScheduleRun {
  readonly thread: number;
  /** How many choices in a row; null: until it cannot go on. */
  readonly count: number | null;
}

export interface Schedule {
  /** Null where the text says nothing of it. */
  readonly granularity: Granularity | null;
  readonly runs: readonly ScheduleRun[];
}

/** Why a text is no schedule: what was found where (characters counted from 1). */
export interface ScheduleMistake {
  readonly kind: 'newer-version' | 'bad-word' | 'bad-count' | 'bad-thread';
  readonly position: number;
  readonly found: string;
}

export interface ParsedSchedule {
  /** What was understood up to the first mistake. */
  readonly schedule: Schedule;
  readonly mistake: ScheduleMistake | null;
}

const mostThread = 99_999;
const mostCount = 1_000_000_000;

export function parseSchedule(text: string): ParsedSchedule {
  const runs: ScheduleRun[] = [];
  let granularity: Granularity | null = null;
  let isBegun = false;
  for (const match of text.matchAll(/[^\s,;]+/g)) {
    const [word] = match;
    const position = match.index + 1;
    const version = /^s(\d+)$/.exec(word)?.[1];
    const wanted = granularities.find((candidate) => candidate === word);
    if (!isBegun && version !== undefined) {
      if (Number(version) !== scheduleVersion) return stopped('newer-version', position, word);
    } else if (!isBegun && wanted !== undefined) granularity = wanted;
    else {
      isBegun = true;
      const read = runsOf(word);
      if (typeof read === 'string') return stopped(read, position, word);
      runs.push(...read);
    }
  }
  return { schedule: { granularity, runs }, mistake: null };

  function stopped(kind: ScheduleMistake['kind'], position: number, found: string): ParsedSchedule {
    return { schedule: { granularity, runs }, mistake: { kind, position, found } };
  }
}

function runsOf(word: string): readonly ScheduleRun[] | ScheduleMistake['kind'] {
  if (/^\d+$/.test(word)) return Array.from(word, (digit) => ({ thread: Number(digit), count: 1 }));
  const [, thread, count] = /^(\d+):(\d+|\*)$/.exec(word) ?? [];
  if (thread === undefined || count === undefined) return 'bad-word';
  if (Number(thread) > mostThread) return 'bad-thread';
  if (count === '*') return [{ thread: Number(thread), count: null }];
  if (Number(count) < 1 || Number(count) > mostCount) return 'bad-count';
  return [{ thread: Number(thread), count: Number(count) }];
}

/** Choices, one thread each, as the shortest runs. */
export function runsOfChoices(choices: readonly number[]): readonly ScheduleRun[] {
  const runs: { thread: number; count: number }[] = [];
  for (const thread of choices) {
    const last = runs.at(-1);
    if (last?.thread === thread) last.count += 1;
    else runs.push({ thread, count: 1 });
  }
  return runs;
}

/** The canonical text of a schedule. */
export function formatSchedule({ granularity, runs }: Schedule): string {
  const words = merged(runs).map(({ thread, count }) =>
    count === 1 && thread < 10 ? String(thread) : `${thread}:${count ?? '*'}`,
  );
  return [`s${scheduleVersion}`, ...(granularity === null ? [] : [granularity]), ...words].join(' ');
}

function merged(runs: readonly ScheduleRun[]): readonly ScheduleRun[] {
  const result: ScheduleRun[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last !== undefined && last.thread === run.thread && last.count !== null && run.count !== null)
      result[result.length - 1] = { thread: run.thread, count: last.count + run.count };
    else result.push(run);
  }
  return result;
}

/** In English, as the command line says it. */
export function scheduleMistakeText({ kind, position, found }: ScheduleMistake): string {
  switch (kind) {
    case 'newer-version':
      return `at character ${position}: '${found}': this Lockstep reads schedules of version s${scheduleVersion}`;
    case 'bad-word':
      return `at character ${position}: '${found}' is not a thread and a count, such as 0:3, 1 or 2:*`;
    case 'bad-count':
      return `at character ${position}: '${found}': the count must be from 1 to ${mostCount}`;
    case 'bad-thread':
      return `at character ${position}: '${found}': there is no such thread number`;
  }
}

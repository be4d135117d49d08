/** Every example of the gallery runs, and ends as its goal says; the first one's stops stand where their captions say. */
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { createPythonParser } from '../python/syntax/parser.ts';
import type { Moment } from '../trace/moment.ts';
import type { FoundPlace, ToldPlace } from '../trace/told-place.ts';
import type { Trace } from '../trace/trace.ts';
import { finishedSession, type GalleryProgram } from './gallery-session.ts';
import { placesIn } from './gallery-places.ts';
import { lostUpdateIn } from './lost-update-places.ts';

interface GalleryFile extends GalleryProgram {
  readonly view?: {
    readonly stops?: readonly { readonly step: number; readonly thread: number; readonly at?: ToldPlace }[];
  };
  readonly captions?: readonly { readonly en: string; readonly zh: string }[];
  readonly placed?: { readonly trace: string; readonly places: readonly FoundPlace[] };
}

/** The machine may be busy with other tests. */
vi.setConfig({ testTimeout: 60_000 });

const folder = 'public/scenarios';
const parser = createPythonParser();
const index = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as {
  readonly id: string;
  readonly topic: string;
  readonly title: Readonly<Record<string, string>>;
  readonly goal: Readonly<Record<string, string>>;
}[];

function fileOf(id: string): GalleryFile {
  return JSON.parse(readFileSync(`${folder}/${id}.json`, 'utf8')) as GalleryFile;
}

function printed(trace: Trace): string {
  return trace.output.map(({ text }) => text).join('');
}

/** How an example ends, where it does not simply end with status 0. */
const endings: Readonly<Record<string, string>> = {
  deadlock: 'deadlock of 2',
  philosophers: 'deadlock of 5',
  'self-deadlock': 'deadlock of 1',
};

/** What its output must show for the goal to be true. */
const outputs: Readonly<Record<string, RegExp>> = {
  'lost-update': /^expected 40000, got (?!40000)\d+\n$/,
  lock: /^expected 4000, got 4000\n$/,
  'gil-is-no-lock': /^expected 0, got (?!0\n)\d+\n$/,
  philosophers: /^/,
  'self-deadlock': /^/,
  'generator-state': /^two generators, and nothing has run\na begins\na gives 3\nb begins\n/,
  'generator-ring': /^ann throws 0\nbob throws 0\ncy throws 0\n/,
  'greenlet-ping-pong': /^a1\nb1\na2\nb2\nmain has 'the end of b'\na\.dead = False and b\.dead = True\n$/,
  'gevent-hub': /^spawned\ncomputed \d+\none starts\ntwo starts\none ends\ntwo ends\n/,
  'gevent-monkey': /took 0\.15 s\n[^]*took 0\.05 s\n$/,
  'await-is-a-call': /^main made a task\nsquare is called\nmain has 9\nthe other task runs\nmain ends\n$/,
  'await-lost-update': /got 10\nwith a lock: expected 30, got 30\n$/,
  'blocked-loop': /rude\n[^]*tick 2 at 1[01]\d ms\n[^]*polite\n[^]*tick 2 at 4\d ms\n/,
  'four-models': /other: 6\d ms\nwith_threads: 2\d ms\nwith_asyncio: 2\d ms\nwith_gevent: 2\d ms\n$/,
  'thread-error': /Traceback/,
};

function endingOf({ outcome }: Trace): string {
  if (outcome.kind === 'exited') return `status ${outcome.status}`;
  return outcome.kind === 'deadlock' ? `deadlock of ${outcome.cycle.length}` : JSON.stringify(outcome);
}

test('there are at least 24, each told apart, with title and goal in both languages', () => {
  expect(index.length).toBeGreaterThanOrEqual(24);
  expect(new Set(index.map(({ id }) => id)).size).toBe(index.length);
  const untold = index.filter(
    ({ title, goal }) => ![title, goal].every(({ en, zh }) => en && zh && /[一-鿿]/.test(zh)),
  );
  expect(untold).toEqual([]);
});

test.each(index.map(({ id }) => id))('%s runs and ends as its goal says', (id) => {
  const trace = finishedSession(fileOf(id), parser).trace();
  expect(endingOf(trace)).toBe(endings[id] ?? 'status 0');
  expect(printed(trace)).toMatch(outputs[id] ?? /\S/);
});

test('the stops of the first example stand where an update is lost (npm run place-stops finds them again)', () => {
  const example = fileOf('lost-update');
  const session = finishedSession(example, parser);
  const found = lostUpdateIn(session);
  const stops = example.view?.stops ?? [];
  expect(stops.map(({ step }) => step)).toEqual(found?.steps);
  expect(stops.map(({ thread }) => thread)).toEqual(stops.map(() => found?.thread));
  const [left, back, written] = stops.map(({ step }) => session.momentAtStep(step));
  const counterIn = (moment: Moment | undefined): number =>
    Number(moment?.processes[0]?.globals.find(({ name }) => name === 'counter')?.text);
  expect(left?.nextThread).not.toBe(found?.thread);
  expect(back?.nextThread).toBe(found?.thread);
  expect(counterIn(back)).toBeGreaterThan(counterIn(left) + 1);
  // All that the other one had added is gone.
  expect(counterIn(written)).toBe(counterIn(left) + 1);
});

const told = index.map(({ id }) => id).filter((id) => fileOf(id).view?.stops?.[0]?.at !== undefined);

test('nearly every example has stops', () => {
  expect(told.length).toBeGreaterThanOrEqual(30);
});

test.each(told)('the stops of %s are found, each with its captions (npm run place-stops writes them down)', (id) => {
  const example = fileOf(id);
  const stops = example.view?.stops ?? [];
  expect(example.captions).toHaveLength(stops.length);
  expect(example.captions?.every(({ en, zh }) => en !== '' && /[一-鿿]/.test(zh))).toBe(true);
  const session = finishedSession(example, parser);
  const places = stops.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const { hash } = session.trace();
  const { placed } = example;
  // To look for them again takes long in a long run: there, what was written down is believed.
  const found = session.steps > 200_000 ? (placed?.places ?? []) : placesIn(session, places);
  expect(found).toHaveLength(places.length);
  expect(found).not.toContain(null);
  expect(placed?.trace === hash ? placed.places : found).toEqual(found);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPythonParser } from '../python/syntax/parser.ts';
import type { PythonVersion } from '../scenario/scenario.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import { eventKinds } from '../trace/event-kind.ts';
import { granularities } from '../trace/schedule.ts';
import type { Granularity } from '../trace/schedule.ts';
import type { Candidate } from '../trace/candidate.ts';
import type { SteppedState } from '../trace/stepped-state.ts';
import type { Trace } from '../trace/trace.ts';
import { outputOf } from './run-program.ts';
import { Simulation } from './simulation.ts';
import { SteppedSession } from './stepped-session.ts';
import { steppedPrograms } from './stepped-programs.ts';

const parser = createPythonParser();
const whole = 10_000_000;

function opened(text: string, schedule: string, python: PythonVersion = '3.13'): SteppedSession {
  const session = new SteppedSession({ ...scenarioOf(text, { python }), schedule }, parser);
  session.advance(whole);
  return session;
}

/** Follows words such as 'one one two': names of threads. */
function played(session: SteppedSession, names: string): SteppedSession {
  for (const name of names.split(' ').filter((word) => word !== '')) {
    const thread = session.state().candidates.find((candidate) => candidate.name === name)?.thread ?? -1;
    session.choose(thread, 1);
    session.advance(whole);
  }
  return session;
}

function replayed(text: string, schedule: string, python: PythonVersion = '3.13'): Trace {
  const simulation = new Simulation({ ...scenarioOf(text, { python }), schedule }, parser);
  simulation.runTo(whole);
  return simulation.trace();
}

function enabledIn(state: SteppedState): readonly Candidate[] {
  return state.candidates.filter(({ hindrance }) => hindrance === null);
}

const twoLocks = steppedPrograms['AB-BA'];
const counter = `import threading
counter = 0
def work():
    global counter
    counter += 1
one = threading.Thread(target=work, name='one')
two = threading.Thread(target=work, name='two')
one.start(); two.start()
one.join(); two.join()
print(counter)
`;

test('the default goes on with the same thread until it waits, then with the lowest', () => {
  const trace = replayed(twoLocks, 's1 line');
  expect(outputOf(trace)).toBe('one\ntwo\ndone\n');
});

test('two threads that take two locks the other way round are led into the deadlock, with the reasons', () => {
  const session = played(opened(twoLocks, 's1 line'), 'one MainThread MainThread two two one two');
  const state = session.state();
  const waits = state.candidates.map(({ name, hindrance }) => [name, hindrance]);
  expect(waits).toContainEqual(['one', { kind: 'waiting', thing: 'lock', name: 'b', heldBy: ['two'], untilNs: null }]);
  expect(waits).toContainEqual(['two', { kind: 'waiting', thing: 'lock', name: 'a', heldBy: ['one'], untilNs: null }]);
  const done = session.session.trace();
  expect(done.outcome.kind).toBe('deadlock');
  expect(state.preemptions).toBeGreaterThan(0);
});

test.each([
  { python: '3.13', granularity: 'switch', canLose: false },
  { python: '3.9', granularity: 'switch', canLose: true },
  { python: '3.13t', granularity: 'switch', canLose: true },
  { python: '3.13', granularity: 'bytecode', canLose: true },
  { python: '3.13', granularity: 'line', canLose: false },
] as const)('g += 1 on $python by $granularity: can it be split? $canLose', ({ python, granularity, canLose }) => {
  expect(endingsOf(counter, granularity, python).has('1\n')).toBe(canLose);
});

/** Every output of the schedules that pre-empt the first thread once, after each of its steps. */
function endingsOf(text: string, granularity: Granularity, python: PythonVersion): Set<string> {
  const endings = new Set<string>();
  for (let ofOne = 1; ofOne <= 12; ofOne += 1) {
    const trace = replayed(text, `s1 ${granularity} 0:* 1:${ofOne} 2:*`, python);
    endings.add(trace.outcome.kind === 'schedule-conflict' ? '' : outputOf(trace));
  }
  return endings;
}

test('a turn tells what it did to shared things', () => {
  const session = played(opened(counter, 's1 bytecode', '3.9'), 'one one one one one one one one');
  const effects = session
    .state()
    .turns.flatMap(({ threadName, effects: done }) =>
      done.map((effect) => `${threadName} ${Object.values(effect).join(' ')}`),
    );
  expect(effects).toContain('one read counter 0');
  expect(effects).toContain('one write counter 1');
  expect(effects).toContain('MainThread started one');
});

test('sleepers go on when their time has come; when nobody else can, time jumps to them', () => {
  const text = steppedPrograms['sleepers'];
  const session = opened(text, 's1 line');
  const trace = replayed(text, 's1 line');
  expect(outputOf(trace)).toBe('short\nlong\n');
  expect(trace.endNs).toBeGreaterThan(40_000_000);
  for (let turn = 0; turn < 200 && !session.state().isOver; turn += 1) {
    session.choose(session.state().suggested ?? 0, 1);
    session.advance(whole);
  }
  expect(session.state().isOver).toBe(true);
});

test('a schedule that wants a thread that cannot go on says which choice, which step and why, and keeps what ran', () => {
  const trace = replayed(twoLocks, 's1 line 1 0:2 2:2 1:2 0');
  const { outcome } = trace;
  expect(outcome).toMatchObject({
    kind: 'schedule-conflict',
    conflict: { choice: 7, thread: 1, threadName: 'one', hindrance: { kind: 'waiting', name: 'b', heldBy: ['two'] } },
  });
  expect(trace.steps).toBeGreaterThan(0);
  const state = opened(twoLocks, 's1 line 1 0:2 2:2 1:2 0').state();
  expect(state.conflict?.thread).toBe(1);
  expect(enabledIn(state).length).toBeGreaterThan(1);
});

test('going on after such a conflict is possible', () => {
  const session = opened(twoLocks, 's1 line 7:1');
  expect(session.state().conflict).toMatchObject({ thread: 7, hindrance: { kind: 'no-such-thread' } });
  played(session, 'one');
  expect(session.state().conflict).toBe(null);
  expect(session.state().choices).toEqual([1]);
});

test('a moment of a stepped run is the same whether one comes to it from the start or has just stepped there', () => {
  const session = played(opened(counter, 's1 bytecode'), 'one one one MainThread two two one');
  const { steps } = session.session.trace();
  const there = session.session.momentAtStep(steps);
  session.session.momentAtStep(3);
  expect(session.session.momentAtStep(steps)).toEqual(there);
  expect(there.step).toBe(steps);
});

const picks = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 40 });

test.each(Object.entries(steppedPrograms))(
  'random schedules of %s: replay, undo and locks',
  (_name, text) => {
    fc.assert(
      fc.property(
        picks,
        fc.constantFrom(...granularities),
        fc.constantFrom('3.13', '3.9', '3.13t'),
        (picked, granularity, python) => {
          const session = opened(text, `s1 ${granularity}`, python as PythonVersion);
          for (const pick of picked) {
            const enabled = enabledIn(session.state());
            if (session.state().isOver || enabled.length === 0) break;
            session.choose((enabled[pick % enabled.length] as Candidate).thread, 1);
            session.advance(whole);
          }
          const state = session.state();
          const trace = session.session.trace();
          expectExclusion(trace);
          const again = opened(text, state.schedule, python as PythonVersion);
          expect(again.state().choices).toEqual(state.choices);
          expect(again.session.trace().hash).toBe(trace.hash);
          // Undo, then the same choice again.
          const last = state.choices.at(-1);
          if (last === undefined) return;
          const shorter = state.choices.slice(0, -1).map((thread) => `${thread}:1`);
          const undone = opened(text, `s1 ${granularity} ${shorter.join(' ')}`, python as PythonVersion);
          undone.choose(last, 1);
          undone.advance(whole);
          expect(undone.session.trace().hash).toBe(trace.hash);
          // A schedule that is over ends as the command line's does.
          const ended = state.isOver ? replayed(text, state.schedule, python as PythonVersion) : trace;
          expect(ended.hash).toBe(trace.hash);
        },
      ),
      { numRuns: 6, seed: 1 },
    );
  },
  60_000,
);

/** No lock has two owners at once. */
function expectExclusion(trace: Trace): void {
  const owners = new Map<number, number>();
  const broken: number[] = [];
  for (let event = 0; event < trace.length; event += 1) {
    const resource = trace.a[event] as number;
    if (trace.resources[resource]?.kind !== 'lock') continue;
    if (trace.kind[event] === eventKinds.resourceAcquired) {
      if (owners.has(resource)) broken.push(event);
      owners.set(resource, trace.thread[event] as number);
    } else if (trace.kind[event] === eventKinds.resourceReleased) owners.delete(resource);
  }
  expect(broken).toEqual([]);
}

test('a run that was cut goes on where it was, and then asks who goes on', () => {
  const text = `import threading
def spin():
    for _ in range(300): pass
one = threading.Thread(target=spin, name='one')
one.start()
one.join()
`;
  const uncut = opened(text, 's1 switch');
  const session = new SteppedSession({ ...scenarioOf(text, { maxSteps: 40 }), schedule: 's1 switch' }, parser);
  session.advance(whole);
  expect(session.session.trace().outcome).toEqual({ kind: 'limit', limit: 'steps' });
  expect(session.state()).toMatchObject({ isOver: true, suggested: null });
  session.allow(1_000_000);
  session.advance(whole);
  expect(session.state()).toEqual(uncut.state());
  expect(session.session.trace().hash).toBe(uncut.session.trace().hash);
});

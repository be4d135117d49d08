import { expect, test } from 'vitest';
import { eventKinds, threadStates } from '../../../sim-core/trace/event-kind.ts';
import type { Outcome } from '../../../sim-core/trace/outcome.ts';
import type { Trace } from '../../../sim-core/trace/trace.ts';
import { nameOfState } from '../timeline/state-look.ts';
import { simulate, type Simulator } from './simulate.ts';
import { rowsOfTrace } from './trace-rows.ts';

/** [time in ms, thread, state or name]: a trace that says just this. */
type Line = readonly [number, number, keyof typeof threadStates | { readonly name: string }];

function traceOf(lines: readonly Line[], output = '', outcome: Outcome = { kind: 'exited', status: 0 }): Trace {
  const strings = lines.map(([, , what]) => (typeof what === 'string' ? '' : what.name));
  return {
    length: lines.length,
    timeNs: Float64Array.from(lines, ([timeMs]) => timeMs * 1e6),
    step: new Float64Array(lines.length),
    kind: Uint8Array.from(lines, ([, , what]) =>
      typeof what === 'string' ? eventKinds.threadState : eventKinds.threadCreated,
    ),
    thread: Int32Array.from(lines, ([, thread]) => thread),
    a: Int32Array.from(lines, ([, , what]) => (typeof what === 'string' ? threadStates[what] : 0)),
    b: Int32Array.from(lines.keys()),
    strings,
    resources: [],
    tasks: [],
    taskSwitches: [],
    output: [{ stream: 'stdout', text: output, thread: 0, timeNs: 0, step: 0 }],
    steps: 100,
    endNs: 10e6,
    cores: 2,
    outcome,
    hash: '',
  };
}

const lines: readonly Line[] = [
  [0, 0, { name: 'MainThread' }],
  [0, 0, 'running'],
  [2, 1, { name: 'Thread-1' }],
  [2, 1, 'ready'],
  [3, 0, 'blocked'],
  [3, 1, 'running'],
  [9, 1, 'finished'],
  [9, 0, 'running'],
];

test.each([
  {
    hasGil: false,
    rows: ['MainThread: 0–3 working, 3–9 waiting, 9–10 working', 'Thread-1: 2–3 ready, 3–9 working'],
  },
  {
    hasGil: true,
    rows: ['MainThread: 0–3 holding, 3–9 waiting, 9–10 holding', 'Thread-1: 2–3 ready, 3–9 holding'],
  },
])('a simulated run becomes rows, with a GIL: $hasGil', ({ hasGil, rows }) => {
  const texts = rowsOfTrace(traceOf(lines), hasGil).map(({ name, spans }) => {
    const parts = spans.map(({ fromMs, toMs, state }) => `${fromMs}–${toMs} ${nameOfState(state)}`);
    return `${name}: ${parts.join(', ')}`;
  });
  expect(texts).toEqual(rows);
});

const program = { text: 'print(1)', version: '3.13t', cores: 2 } as const;

function simulatorThat(answers: string, outcome: Outcome): Simulator {
  let isFirst = true;
  return {
    run: async () => {
      const trace = traceOf(lines, isFirst ? answers : 'x\n', isFirst ? { kind: 'exited', status: 0 } : outcome);
      isFirst = false;
      return trace;
    },
  };
}

test.each<{ name: string; answers: string; outcome: Outcome; ending: string | null }>([
  { name: 'a program that ends', answers: '42\n', outcome: { kind: 'exited', status: 0 }, ending: 'ended' },
  { name: 'a deadlock', answers: '42\n', outcome: { kind: 'deadlock', waits: [], cycle: [] }, ending: 'deadlock' },
  { name: 'too many steps', answers: '42\n', outcome: { kind: 'limit', limit: 'steps' }, ending: 'cut' },
  {
    name: 'a module that is missing',
    answers: '42\n',
    outcome: { kind: 'unsupported', feature: 'multiprocessing', fileName: 'main.py', line: 1 },
    ending: null,
  },
  { name: 'a traceback', answers: '42\n', outcome: { kind: 'exited', status: 1 }, ending: null },
  { name: 'one that only pretends', answers: 'hello\n', outcome: { kind: 'exited', status: 0 }, ending: null },
])('$name: $ending', async ({ answers, outcome, ending }) => {
  const run = await simulate(simulatorThat(answers, outcome), program, () => undefined);
  expect(run?.ending ?? null).toBe(ending);
});

import { describe, expect, test } from 'vitest';
import { eventKinds, loopPhases, taskStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { TraceRecorder } from '../../sim-core/trace/trace-recorder.ts';
import type { Lane } from './lane.ts';
import { isBlockingLoop } from './paint-task.ts';
import { rowsOf } from './rows.ts';
import { stateStyleOf } from '../ui/state-style.ts';

type Step = (recorder: TraceRecorder) => void;

/** Task 0 makes task 1; task 1 sleeps, task 0 waits for it; the loop sleeps in between. Times in milliseconds. */
const steps: readonly (readonly [number, Step])[] = [
  [0, (recorder) => recorder.add(0, 0, eventKinds.threadCreated, 0, 0, recorder.string('MainThread'))],
  [0, event(eventKinds.loopPhase, loopPhases.callbacks, 1)],
  [0, event(eventKinds.taskCreated, 0, -1)],
  [1, named(eventKinds.loopCallback, 'step of Task-1')],
  [1, event(eventKinds.taskState, 0, taskStates.running)],
  [2, event(eventKinds.taskCreated, 1, 0)],
  [2, event(eventKinds.taskState, 1, taskStates.ready)],
  [3, awaits(0, 'Task-2')],
  [3, event(eventKinds.taskState, 0, taskStates.suspended)],
  [3, named(eventKinds.loopCallback, 'step of Task-2')],
  [3, event(eventKinds.taskState, 1, taskStates.running)],
  [150, awaits(1, 'sleep(0.05)')],
  [150, event(eventKinds.taskState, 1, taskStates.suspended)],
  [150, event(eventKinds.loopPhase, loopPhases.select, 50_000)],
  [200, event(eventKinds.loopPhase, loopPhases.timersDue, 1)],
  [200, event(eventKinds.taskState, 1, taskStates.finished)],
  [200, event(eventKinds.taskState, 0, taskStates.ready)],
  [210, event(eventKinds.taskState, 0, taskStates.finished)],
  [210, event(eventKinds.loopPhase, loopPhases.stopped, 0)],
];

function event(kind: (typeof eventKinds)[keyof typeof eventKinds], a: number, b: number): Step {
  return (recorder) => recorder.add(atNs, 0, kind, 0, a, b);
}

function named(kind: (typeof eventKinds)[keyof typeof eventKinds], text: string): Step {
  return (recorder) => recorder.add(atNs, 0, kind, 0, recorder.string(text), -1);
}

function awaits(task: number, text: string): Step {
  return (recorder) => recorder.add(atNs, 0, eventKinds.taskAwaits, 0, task, recorder.string(text));
}

let atNs = 0;

function madeTrace(): Trace {
  const recorder = new TraceRecorder();
  for (const [name, parent] of [
    ['Task-1', -1],
    ['Task-2', 0],
  ] as const)
    recorder.task({ kind: 'asyncio', name, functionName: 'work', thread: 0, parent });
  for (const [ms, step] of steps) {
    atNs = ms * 1e6;
    step(recorder);
  }
  return recorder.finish({ steps: 1, endNs: 210e6, cores: 1, outcome: { kind: 'exited', status: 0 } });
}

function told(lane: Lane, strings: readonly string[]): string {
  return Array.from({ length: lane.track.length }, (_, index) => {
    const { startNs, endNs, value, detail } = lane.track;
    const text = strings[detail[index] ?? -1];
    return `${(startNs[index] ?? 0) / 1e6}–${(endNs[index] ?? 0) / 1e6} ${stateStyleOf(value[index] ?? 0).token}${text === undefined ? '' : ` ${text}`}`;
  }).join(' · ');
}

describe('lanes of tasks and event loops', () => {
  const trace = madeTrace();
  const lanes = rowsOf(trace).filter((lane) => lane.group === 'tasks');

  test('the loop comes first, then every task under the one that made it', () => {
    expect(lanes.map(({ id }) => id)).toEqual(['loop-0', 'task-0', 'task-1']);
    expect(lanes.map((lane) => (lane.kind === 'task' ? lane.depth : null))).toEqual([null, 0, 1]);
  });

  test.each([
    {
      id: 'loop-0',
      intervals:
        '0–1 outside-gil · 1–3 running step of Task-1 · 3–150 running step of Task-2 · 150–200 sleeping · 200–210 outside-gil',
    },
    { id: 'task-0', intervals: '1–3 running · 3–200 blocked Task-2 · 200–210 ready' },
    { id: 'task-1', intervals: '2–3 ready · 3–150 running · 150–200 sleeping sleep(0.05)' },
  ])('$id', ({ id, intervals }) => {
    const lane = lanes.find((candidate) => candidate.id === id);
    expect(lane === undefined ? '' : told(lane, trace.strings)).toBe(intervals);
  });

  test('only a callback of 100 ms or more blocks the loop', () => {
    const [loop] = lanes;
    const blocking = [0, 1, 2, 3, 4].filter((index) => loop?.kind === 'loop' && isBlockingLoop(loop, index));
    expect(blocking).toEqual([2]);
  });
});

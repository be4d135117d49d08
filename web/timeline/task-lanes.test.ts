import { describe, expect, test } from 'vitest';
import { eventKinds, loopPhases, taskStates, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { TraceRecorder } from '../../sim-core/trace/trace-recorder.ts';
import { callbackAt } from '../store/loop-callback.ts';
import type { Lane } from './lane.ts';
import { rowsOf } from './rows.ts';
import { taskLinksOf } from './task-links.ts';
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
  return traceOf(steps);
}

function traceOf(told: readonly (readonly [number, Step])[]): Trace {
  const recorder = new TraceRecorder();
  for (const [name, parent] of [
    ['Task-1', -1],
    ['Task-2', 0],
  ] as const)
    recorder.task({ kind: 'asyncio', name, functionName: 'work', thread: 0, parent });
  for (const [ms, step] of told) {
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

  test('a callback of 100 ms or more blocks the loop', () => {
    const [loop] = lanes;
    expect(loop?.kind === 'loop' ? [...loop.blocking] : []).toEqual([2]);
  });

  test('a task that makes its thread wait blocks everybody, however short the callback', () => {
    const blocked = traceOf([
      [0, event(eventKinds.loopPhase, loopPhases.started, 0)],
      [1, named(eventKinds.loopCallback, 'step of Task-1')],
      [1, event(eventKinds.taskState, 0, taskStates.running)],
      [2, event(eventKinds.threadState, threadStates.sleeping, -1)],
      [7, event(eventKinds.threadState, threadStates.running, -1)],
      [8, event(eventKinds.taskState, 0, taskStates.finished)],
      [8, event(eventKinds.loopPhase, loopPhases.stopped, 0)],
    ]);
    const [loop, task] = rowsOf(blocked).filter((lane) => lane.group === 'tasks');
    expect(loop?.kind === 'loop' ? [...loop.blocking] : []).toEqual([1]);
    expect(task === undefined ? '' : told(task, blocked.strings)).toBe('1–2 running · 2–7 sleeping · 7–8 running');
    expect(task?.kind === 'task' ? [...task.blocking] : []).toEqual([1]);
    expect(callbackAt(blocked, 4, 0)).toMatchObject({ text: 'step of Task-1', isBlocking: true, toNs: 8e6 });
    expect(callbackAt(blocked, 1, 0)).toBeNull();
  });

  test("gevent's hub is a lane of its own beside asyncio's loop", () => {
    const both = traceOf([
      [0, event(eventKinds.loopPhase, loopPhases.started, 0)],
      [1, event(eventKinds.loopPhase, loopPhases.stopped, 0)],
      [2, event(eventKinds.loopPhase, loopPhases.started, 1)],
      [3, event(eventKinds.loopPhase, loopPhases.select, -1)],
      [9, event(eventKinds.loopPhase, loopPhases.stopped, 0)],
    ]);
    expect(rowsOf(both).flatMap((lane) => (lane.kind === 'loop' ? `${lane.id} ${lane.taskKind}` : []))).toEqual([
      'loop-0 asyncio',
      'hub-0 greenlet',
    ]);
  });

  test('greenlets that switch directly, wake-ups and cancellations are links between lanes', () => {
    const linked = traceOf([
      [0, event(eventKinds.taskState, 0, taskStates.running)],
      [1, event(eventKinds.taskState, 0, taskStates.suspended)],
      [1, event(eventKinds.taskState, 1, taskStates.running)],
      [2, event(eventKinds.taskCancelAsked, 0, 1)],
      [3, event(eventKinds.taskWoken, 0, 1)],
      [4, named(eventKinds.loopCallback, 'step of Task-1')],
      [4, event(eventKinds.taskState, 0, taskStates.running)],
    ]);
    expect(taskLinksOf(linked).map(({ kind, from, to, timeNs }) => `${timeNs / 1e6} ${kind} ${from}→${to}`)).toEqual([
      '1 switch 0→1',
      '2 cancel 1→0',
      '3 wake 1→0',
    ]);
  });
});

/** A large trace for tests and measurements: threads that take turns with the GIL and a lock, as many events as wanted. */
import { eventKinds, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';

export interface TraceSize {
  readonly threads: number;
  readonly events: number;
}

const sliceNs = 5000;

export function syntheticTrace({ threads, events }: TraceSize): Trace {
  const columns = {
    timeNs: new Float64Array(events),
    step: new Float64Array(events),
    kind: new Uint8Array(events),
    thread: new Int32Array(events),
    a: new Int32Array(events),
    b: new Int32Array(events),
  };
  let length = 0;
  let timeNs = 0;
  const emit = (kind: number, thread: number, a: number, b: number): void => {
    if (length >= events) return;
    columns.timeNs[length] = timeNs;
    columns.step[length] = length * 4;
    columns.kind[length] = kind;
    columns.thread[length] = thread;
    columns.a[length] = a;
    columns.b[length] = b;
    length += 1;
  };
  for (let thread = 0; thread < threads; thread += 1) emit(eventKinds.threadCreated, thread, 0, thread);
  for (let turn = 0; length < events; turn += 1) {
    const thread = turn % threads;
    // Lengths differ, so that no two pixels look the same.
    timeNs += sliceNs + ((turn * 7919) % 3001);
    emit(eventKinds.gilTaken, thread, 0, 0);
    emit(eventKinds.threadState, thread, threadStates.running, -1);
    timeNs += sliceNs / 2 + ((turn * 104_729) % 4001);
    emit(eventKinds.resourceAcquired, thread, 1, 1);
    timeNs += 900;
    emit(eventKinds.resourceReleased, thread, 1, 0);
    emit(eventKinds.gilReleased, thread, 0, 0);
    emit(eventKinds.threadState, thread, turn % 3 === 0 ? threadStates.sleeping : threadStates.waitingForGil, 0);
  }
  return {
    length,
    ...columns,
    strings: Array.from({ length: threads }, (_, thread) => `Thread-${thread}`),
    resources: [
      { kind: 'gil', name: 'GIL', process: 0, isInternal: false, place: null, guard: null, limit: null },
      { kind: 'lock', name: 'lock', process: 0, isInternal: false, place: null, guard: null, limit: null },
    ],
    tasks: [],
    taskSwitches: [],
    output: [],
    steps: length * 4,
    endNs: timeNs,
    cores: 2,
    outcome: { kind: 'exited', status: 0 },
    hash: '',
  };
}

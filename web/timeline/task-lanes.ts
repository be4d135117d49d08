/** From a trace to the lanes of tasks and event loops. */
import { eventKinds, loopPhases, taskStates, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { threadNameOf } from '../store/trace-threads.ts';
import { IntervalTrackBuilder } from './interval-track.ts';
import type { LoopLane, TaskLane } from './lane.ts';
import type { Happened } from './rows.ts';

const activeStates: Readonly<Record<number, number>> = {
  [taskStates.ready]: threadStates.ready,
  [taskStates.running]: threadStates.running,
};

export class TaskLaneBuilders {
  readonly #trace: Trace;
  readonly #tasks: IntervalTrackBuilder[];
  readonly #names: string[];
  /** What each task has said it is about to wait for: an index into the trace's strings. */
  readonly #awaits: number[];
  readonly #loops = new Map<number, IntervalTrackBuilder>();

  constructor(trace: Trace) {
    this.#trace = trace;
    this.#tasks = trace.tasks.map(() => new IntervalTrackBuilder());
    this.#names = trace.tasks.map(({ name }) => name);
    this.#awaits = trace.tasks.map(() => -1);
  }

  read({ kind, atNs, thread, a, b }: Happened): void {
    if (kind === eventKinds.taskState) this.#enter(atNs, a, b);
    else if (kind === eventKinds.taskAwaits) this.#awaits[a] = b;
    else if (kind === eventKinds.taskRenamed) this.#names[a] = this.#trace.strings[b] ?? '';
    else if (kind === eventKinds.loopPhase) this.#turn(atNs, thread, a);
    else if (kind === eventKinds.loopCallback) this.#loop(thread).begin(atNs, threadStates.running, a);
  }

  build(): readonly (LoopLane | TaskLane)[] {
    return [...this.#loopLanes(), ...this.#taskLanes()];
  }

  #enter(atNs: number, task: number, state: number): void {
    const track = this.#tasks[task];
    if (track === undefined) return;
    if (state >= taskStates.finished) track.end(atNs);
    else if (state === taskStates.suspended) {
      const what = this.#awaits[task] ?? -1;
      const sleeps = this.#trace.strings[what]?.startsWith('sleep(') === true;
      track.begin(atNs, sleeps ? threadStates.sleeping : threadStates.blocked, what);
    } else track.begin(atNs, activeStates[state] ?? threadStates.ready, -1);
  }

  /** Between callbacks a loop's own work is too short to be told apart; asleep it is in select. */
  #turn(atNs: number, thread: number, phase: number): void {
    const track = this.#loop(thread);
    if (phase === loopPhases.select) track.begin(atNs, threadStates.sleeping, -1);
    else if (phase === loopPhases.stopped) track.end(atNs);
    else track.begin(atNs, threadStates.runningOutsideGil, -1);
  }

  #loop(thread: number): IntervalTrackBuilder {
    const known = this.#loops.get(thread);
    if (known !== undefined) return known;
    const made = new IntervalTrackBuilder();
    this.#loops.set(thread, made);
    return made;
  }

  #loopLanes(): readonly LoopLane[] {
    return [...this.#loops].map(([thread, track]) => ({
      kind: 'loop',
      id: `loop-${thread}`,
      group: 'tasks',
      thread,
      name: threadNameOf(this.#trace, thread),
      track: track.build(this.#trace.endNs),
      isInternal: false,
    }));
  }

  /** Every task under the one that made it. */
  #taskLanes(): readonly TaskLane[] {
    const { tasks } = this.#trace;
    const children = new Map<number, number[]>();
    for (const [task, { parent }] of tasks.entries()) {
      const siblings = children.get(parent) ?? [];
      siblings.push(task);
      children.set(parent, siblings);
    }
    const lanes: TaskLane[] = [];
    const pending = (children.get(-1) ?? []).toReversed().map((task) => ({ task, depth: 0 }));
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { task, depth } = next;
      lanes.push(this.#taskLane(task, depth));
      for (const child of (children.get(task) ?? []).toReversed()) pending.push({ task: child, depth: depth + 1 });
    }
    return lanes;
  }

  #taskLane(task: number, depth: number): TaskLane {
    return {
      kind: 'task',
      id: `task-${task}`,
      group: 'tasks',
      task,
      thread: this.#trace.tasks[task]?.thread ?? 0,
      name: this.#names[task] ?? '',
      depth,
      track: (this.#tasks[task] ?? new IntervalTrackBuilder()).build(this.#trace.endNs),
      isInternal: false,
    };
  }
}

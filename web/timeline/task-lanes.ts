/** From a trace to the lanes of tasks and event loops. */
import { eventKinds, loopPhases, taskStates, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { TaskKind } from '../../sim-core/trace/task.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { threadNameOf } from '../store/trace-threads.ts';
import { isHousekeeping } from '../store/housekeeping-tasks.ts';
import { waitStates } from '../store/loop-callback.ts';
import { blockingCalls, longCallbacks, type ThreadWait } from './blocking-calls.ts';
import { IntervalTrackBuilder } from './interval-track.ts';
import type { LoopLane, TaskLane } from './lane.ts';
import type { Happened } from './rows.ts';

interface LoopTrack {
  readonly thread: number;
  readonly taskKind: TaskKind;
  readonly track: IntervalTrackBuilder;
}

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
  readonly #loops = new Map<string, LoopTrack>();
  /** The kind of loop that runs last in each thread. */
  readonly #loopKinds = new Map<number, TaskKind>();
  /** The task that runs in each thread. */
  readonly #running = new Map<number, number>();
  /** By the task that ran; -1 for the loops. */
  readonly #waits = new Map<number, ThreadWait[]>();
  /** The wait of each thread that has not ended. */
  readonly #openWaits = new Map<number, { readonly fromNs: number; readonly state: number }>();

  constructor(trace: Trace) {
    this.#trace = trace;
    this.#tasks = trace.tasks.map(() => new IntervalTrackBuilder());
    this.#names = trace.tasks.map(({ name }) => name);
    this.#awaits = trace.tasks.map(() => -1);
  }

  read(happened: Happened): void {
    const { kind, atNs, thread, a, b } = happened;
    if (kind === eventKinds.taskState) this.#enter(happened);
    else if (kind === eventKinds.taskAwaits) this.#awaits[a] = b;
    else if (kind === eventKinds.taskRenamed) this.#names[a] = this.#trace.strings[b] ?? '';
    else if (kind === eventKinds.loopPhase) this.#turn(happened);
    else if (kind === eventKinds.loopCallback) this.#loop(thread).begin(atNs, threadStates.running, a);
    else if (kind === eventKinds.threadState && this.#trace.tasks.length > 0) this.#threadEnters(happened);
  }

  build(): readonly (LoopLane | TaskLane)[] {
    return [...this.#loopLanes(), ...this.#taskLanes()];
  }

  #enter({ atNs, thread, a: task, b: state }: Happened): void {
    const track = this.#tasks[task];
    if (track === undefined) return;
    if (state === taskStates.running) this.#running.set(thread, task);
    else if (this.#running.get(thread) === task) this.#running.delete(thread);
    if (state >= taskStates.finished) track.end(atNs);
    else if (state === taskStates.suspended) {
      const what = this.#awaits[task] ?? -1;
      const sleeps = this.#trace.strings[what]?.startsWith('sleep(') === true;
      track.begin(atNs, sleeps ? threadStates.sleeping : threadStates.blocked, what);
    } else track.begin(atNs, activeStates[state] ?? threadStates.ready, -1);
  }

  /** A task that runs while its thread waits waits with it, without suspending itself. */
  #threadEnters({ atNs, thread, a: state }: Happened): void {
    const open = this.#openWaits.get(thread);
    const task = this.#running.get(thread);
    const track = task === undefined ? undefined : this.#tasks[task];
    if (open !== undefined) {
      const waits = this.#waits.get(task ?? -1) ?? [];
      waits.push({ thread, fromNs: open.fromNs, toNs: atNs });
      this.#waits.set(task ?? -1, waits);
      this.#openWaits.delete(thread);
      track?.begin(atNs, threadStates.running, -1);
    }
    if (!waitStates.has(state)) return;
    this.#openWaits.set(thread, { fromNs: atNs, state });
    track?.begin(atNs, state, -1);
  }

  /** Between callbacks a loop's own work is too short to be told apart; asleep it is in select. */
  #turn({ atNs, thread, a: phase, b }: Happened): void {
    if (phase === loopPhases.started) this.#loopKinds.set(thread, b === 1 ? 'greenlet' : 'asyncio');
    const track = this.#loop(thread);
    if (phase === loopPhases.select) track.begin(atNs, threadStates.sleeping, -1);
    else if (phase === loopPhases.stopped) track.end(atNs);
    else track.begin(atNs, threadStates.runningOutsideGil, -1);
  }

  #loop(thread: number): IntervalTrackBuilder {
    const taskKind = this.#loopKinds.get(thread) ?? 'asyncio';
    const key = `${taskKind === 'asyncio' ? 'loop' : 'hub'}-${thread}`;
    const known = this.#loops.get(key);
    if (known !== undefined) return known.track;
    const track = new IntervalTrackBuilder();
    this.#loops.set(key, { thread, taskKind, track });
    return track;
  }

  #loopLanes(): readonly LoopLane[] {
    return [...this.#loops].map(([id, { thread, taskKind, track: builder }]) => {
      const track = builder.build(this.#trace.endNs);
      const waits = [...this.#waits.values()].flat().filter((wait) => wait.thread === thread);
      return {
        kind: 'loop',
        id,
        group: 'tasks',
        taskKind,
        thread,
        name: threadNameOf(this.#trace, thread),
        track,
        blocking: new Set([...longCallbacks(track), ...blockingCalls(track, waits, threadStates.running)]),
        isInternal: false,
      };
    });
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
      lanes.push(this.#taskLane(task, depth, this.#waits.get(task) ?? []));
      for (const child of (children.get(task) ?? []).toReversed()) pending.push({ task: child, depth: depth + 1 });
    }
    return lanes;
  }

  #taskLane(task: number, depth: number, waits: readonly ThreadWait[]): TaskLane {
    const listed = this.#trace.tasks[task];
    const thread = listed?.thread ?? 0;
    const track = (this.#tasks[task] ?? new IntervalTrackBuilder()).build(this.#trace.endNs);
    const hasLoop = this.#loopKinds.has(thread);
    return {
      kind: 'task',
      id: `task-${task}`,
      group: 'tasks',
      task,
      thread,
      name: this.#names[task] ?? '',
      functionName: listed?.functionName ?? '',
      depth,
      track,
      blocking: new Set(hasLoop ? blockingCalls(track, waits, null) : []),
      isInternal: isHousekeeping(listed?.functionName ?? ''),
    };
  }
}

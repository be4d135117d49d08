/** A toy machine that stands in for the simulation until it is there: one GIL, a switch every `interval` steps. */
import { eventKinds, gilReleaseReasons, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { FixtureOp, FixtureProgram } from './fixture-program.ts';

export interface FixtureEvent {
  readonly timeNs: number;
  readonly step: number;
  readonly kind: number;
  readonly thread: number;
  readonly a: number;
  readonly b: number;
}

export interface FixtureThread {
  readonly id: number;
  readonly locals: Record<string, number>;
  pc: number;
  state: number;
  waitsFor: number | null;
  untilNs: number | null;
  isStarted: boolean;
}

const stepNs = 400;

export class FixtureMachine {
  readonly events: FixtureEvent[] = [];
  readonly output: { text: string; thread: number; timeNs: number; step: number }[] = [];
  readonly globals: Record<string, number>;
  readonly threads: FixtureThread[];
  readonly owners = new Map<number, number>();
  readonly waiters = new Map<number, number[]>();
  timeNs = 0;
  step = 0;
  current: number | null = null;
  changed = '';
  last: { thread: number; op: FixtureOp; firstEvent: number } | null = null;
  #slice = 0;

  readonly program: FixtureProgram;
  readonly interval: number;

  constructor(program: FixtureProgram, interval: number) {
    this.program = program;
    this.interval = interval;
    this.globals = { ...program.globals };
    this.threads = program.threads.map((_, id) => ({
      id,
      locals: {},
      pc: 0,
      state: threadStates.ready,
      waitsFor: null,
      untilNs: null,
      isStarted: false,
    }));
    this.#emit(eventKinds.processCreated, -1, 0, 0);
    this.#start(0);
  }

  /** One bytecode; false when nobody can go on. */
  advance(): boolean {
    this.#wakeSleepers();
    if (this.current === null || this.#slice >= this.interval) this.#switch();
    if (this.current === null) return this.#idle() && this.advance();
    const thread = this.#thread(this.current);
    const op = this.program.threads[thread.id]?.ops[thread.pc];
    if (op === undefined) return false;
    this.last = { thread: thread.id, op, firstEvent: this.events.length };
    this.changed = '';
    thread.pc += 1;
    this.step += 1;
    this.timeNs += stepNs;
    this.#slice += 1;
    this.#act(thread, op);
    if (thread.pc >= (this.program.threads[thread.id]?.ops.length ?? 0)) this.#exit(thread);
    return true;
  }

  #act(thread: FixtureThread, { act }: FixtureOp): void {
    if (act.kind === 'set') {
      (act.scope === 'local' ? thread.locals : this.globals)[act.name] = act.to(thread.locals, this.globals);
      this.changed = act.name;
    }
    if (act.kind === 'jump') {
      const count = (thread.locals[act.counter] ?? 0) + 1;
      thread.locals[act.counter] = count;
      if (count < act.whileBelow) thread.pc = act.to;
    }
    if (act.kind === 'print') {
      this.output.push({ text: act.text(this.globals), thread: thread.id, timeNs: this.timeNs, step: this.step });
      this.#emit(eventKinds.output, thread.id, 1, this.output.length - 1);
    }
    if (act.kind === 'start') this.#start(act.thread);
    if (act.kind === 'sleep') this.#block(thread, threadStates.sleeping, null, this.timeNs + act.forNs);
    if (act.kind === 'join' && this.#thread(act.thread).state !== threadStates.finished)
      this.#await(thread, 100 + act.thread);
    if (act.kind === 'acquire') {
      if (this.owners.has(act.resource)) this.#await(thread, act.resource);
      else this.#own(thread.id, act.resource);
    }
    if (act.kind === 'release') this.#hand(thread.id, act.resource);
  }

  #await(thread: FixtureThread, resource: number): void {
    this.waiters.set(resource, [...(this.waiters.get(resource) ?? []), thread.id]);
    if (resource < 100) this.#emit(eventKinds.resourceAwaited, thread.id, resource, 0);
    this.#block(thread, threadStates.blocked, resource, null);
  }

  #own(thread: number, resource: number): void {
    this.owners.set(resource, thread);
    this.#emit(eventKinds.resourceAcquired, thread, resource, 1);
  }

  #hand(thread: number, resource: number): void {
    this.owners.delete(resource);
    this.#emit(eventKinds.resourceReleased, thread, resource, 0);
    this.#wakeFirst(resource, thread);
  }

  #wakeFirst(resource: number, by: number): void {
    const [next, ...rest] = this.waiters.get(resource) ?? [];
    this.waiters.set(resource, rest);
    if (next === undefined) return;
    this.#emit(eventKinds.threadWoken, by, next, resource < 100 ? resource : -1);
    this.#wake(this.#thread(next));
    if (resource < 100) this.#own(next, resource);
  }

  #wake(thread: FixtureThread): void {
    thread.waitsFor = null;
    thread.untilNs = null;
    this.#emit(eventKinds.gilAwaited, thread.id, 0, 0);
    this.#setState(thread, threadStates.waitingForGil, 0);
  }

  #block(thread: FixtureThread, state: number, resource: number | null, untilNs: number | null): void {
    thread.waitsFor = resource;
    thread.untilNs = untilNs;
    this.#leave(thread, gilReleaseReasons.blockingCall);
    this.#setState(thread, state, resource !== null && resource < 100 ? resource : -1);
  }

  #leave(thread: FixtureThread, reason: number): void {
    this.#emit(eventKinds.gilReleased, thread.id, 0, reason);
    this.#emit(eventKinds.coreLeft, thread.id, thread.id % 2, 0);
    this.current = null;
  }

  #switch(): void {
    const order = this.threads.map((_, index) => ((this.current ?? 0) + 1 + index) % this.threads.length);
    const next = order.find((id) => this.#thread(id).state === threadStates.waitingForGil);
    this.#slice = 0;
    if (next === undefined) return;
    if (this.current !== null) {
      const holder = this.#thread(this.current);
      this.#emit(eventKinds.gilDropRequested, next, 0, holder.id);
      this.#leave(holder, gilReleaseReasons.dropRequested);
      this.#emit(eventKinds.gilAwaited, holder.id, 0, 0);
      this.#setState(holder, threadStates.waitingForGil, 0);
    }
    this.current = next;
    this.timeNs += 1000;
    this.#emit(eventKinds.coreTaken, next, next % 2, 0);
    this.#emit(eventKinds.gilTaken, next, 0, 0);
    this.#setState(this.#thread(next), threadStates.running, -1);
  }

  #start(id: number): void {
    const thread = this.#thread(id);
    thread.isStarted = true;
    this.#emit(eventKinds.threadCreated, id, 0, 1 + id);
    this.#emit(eventKinds.gilAwaited, id, 0, 0);
    this.#setState(thread, threadStates.waitingForGil, 0);
  }

  #exit(thread: FixtureThread): void {
    this.#leave(thread, gilReleaseReasons.threadExit);
    this.#setState(thread, threadStates.finished, -1);
    this.#emit(eventKinds.threadExited, thread.id, 0, 0);
    this.#wakeFirst(100 + thread.id, thread.id);
  }

  #wakeSleepers(): void {
    for (const thread of this.threads) if (thread.untilNs !== null && thread.untilNs <= this.timeNs) this.#wake(thread);
  }

  #idle(): boolean {
    const due = this.threads.map((thread) => thread.untilNs ?? Number.POSITIVE_INFINITY);
    const next = Math.min(...due);
    if (!Number.isFinite(next)) return false;
    this.timeNs = Math.max(this.timeNs, next);
    return true;
  }

  #setState(thread: FixtureThread, state: number, on: number): void {
    thread.state = state;
    this.#emit(eventKinds.threadState, thread.id, state, on);
  }

  #emit(kind: number, thread: number, a: number, b: number): void {
    this.events.push({ timeNs: this.timeNs, step: this.step, kind, thread, a, b });
  }

  #thread(id: number): FixtureThread {
    const thread = this.threads[id];
    if (thread === undefined) throw new RangeError(`no thread ${id}`);
    return thread;
  }
}

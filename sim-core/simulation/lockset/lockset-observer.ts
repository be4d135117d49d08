/** Follows a run bytecode by bytecode and notes, for every variable that threads could share, who used it where and under which locks. */
import { RETURN_CONST, RETURN_VALUE } from '../../python/compiler/opcodes.ts';
import { ThreadHandle } from '../../python/modules/thread/thread-handle.ts';
import { PyDict } from '../../python/objects/py-dict.ts';
import { PyInstance } from '../../python/objects/py-instance.ts';
import { PyFrame } from '../../python/vm/frame.ts';
import { eventKinds } from '../../trace/event-kind.ts';
import type { LocksetAccess, LocksetReport, SharedVariable } from '../../trace/lockset.ts';
import type { Trace } from '../../trace/trace.ts';
import { nextThread } from '../moment-builder.ts';
import type { Simulation } from '../simulation.ts';
import { areConcurrent, ForkJoinClocks } from './fork-join-clocks.ts';
import type { ClockPoint } from './fork-join-clocks.ts';
import { HeldLocks } from './held-locks.ts';
import { ObjectNames } from './object-names.ts';
import { variableAccess } from './variable-access.ts';
import type { VariableAccess } from './variable-access.ts';

const mostCompared = 1000;

/** Accesses that are told together. */
interface Noted {
  readonly thread: number;
  readonly fileName: string;
  readonly line: number;
  readonly locks: readonly number[];
  readonly point: ClockPoint;
  readonly firstStep: number;
  reads: number;
  writes: number;
}

interface NotedVariable {
  readonly place: object;
  readonly name: string | null;
  readonly accesses: Map<string, Noted>;
}

export class LocksetObserver {
  private readonly simulation: Simulation;
  private readonly trace: Trace;
  private readonly held: HeldLocks;
  private readonly variables = new Map<object, Map<string | null, NotedVariable>>();
  private readonly fromStep: number;
  private readonly clocks = new ForkJoinClocks();
  private nextEvent: number;
  /** The thread that executed the last bytecode. */
  private lastThread = 0;

  constructor(simulation: Simulation, trace: Trace) {
    this.simulation = simulation;
    this.trace = trace;
    this.held = new HeldLocks(trace);
    this.fromStep = simulation.steps;
    this.nextEvent = simulation.recorder.length;
  }

  get steps(): number {
    return this.simulation.steps;
  }

  /** Follows so many bytecodes more; false at the end of the run. */
  advance(steps: number): boolean {
    const { simulation } = this;
    const end = Math.min(simulation.steps + steps, this.trace.steps);
    simulation.prepare();
    while (simulation.steps < end && simulation.outcome === null) {
      this.noteNext();
      simulation.runTo(simulation.steps + 1);
    }
    return simulation.steps < this.trace.steps && simulation.outcome === null;
  }

  report(): LocksetReport {
    const names = new ObjectNames(this.simulation.machine);
    const all = [...this.variables.values()].flatMap((byName) => [...byName.values()]);
    const used = all.filter(({ accesses }) => new Set([...accesses.values()].map(({ thread }) => thread)).size > 1);
    const told = used.map((variable) => sharedVariable(variable, names));
    const written = told.filter(({ accesses }) => accesses.some(({ writes, isAlone }) => writes > 0 && !isAlone));
    return {
      fromStep: this.fromStep,
      toStep: this.simulation.steps,
      totalSteps: this.trace.steps,
      variables: written.toSorted((one, other) => Number(one.isGuarded) - Number(other.isGuarded)),
      onlyRead: told.filter(({ accesses }) => accesses.some(({ isAlone }) => !isAlone)).length - written.length,
    };
  }

  private noteNext(): void {
    this.catchUp();
    const thread = nextThread(this.simulation);
    const frame = thread?.frame;
    if (thread === null || !(frame instanceof PyFrame)) return;
    this.lastThread = thread.kernelThread.id;
    if (frame.code.isLibrary) return this.noteJoin(frame);
    const access = variableAccess(frame);
    if (access === null) return;
    const noted = this.notedAt(access, frame, this.lastThread);
    if (access.isWrite) noted.writes += 1;
    else noted.reads += 1;
  }

  /** Thread.join() is about to return. */
  private noteJoin(frame: PyFrame): void {
    const op = frame.code.ops[frame.pc];
    if ((op !== RETURN_CONST && op !== RETURN_VALUE) || frame.code.source.qualifiedName !== 'Thread.join') return;
    const joined = frame.slots[0];
    const handle = joined instanceof PyInstance ? joined.get('_handle') : null;
    if (handle instanceof ThreadHandle && handle.isDone && handle.thread !== null)
      this.clocks.join(this.lastThread, handle.thread.kernelThread.id);
  }

  private catchUp(): void {
    const happened = this.simulation.recorder.length;
    for (; this.nextEvent < Math.min(happened, this.trace.length); this.nextEvent += 1) {
      if (this.trace.kind[this.nextEvent] === eventKinds.threadCreated)
        this.clocks.start(this.lastThread, this.trace.thread[this.nextEvent] as number);
    }
    this.held.advance(happened);
  }

  private notedAt(access: VariableAccess, frame: PyFrame, thread: number): Noted {
    const { accesses } = this.variable(access);
    const locks = this.held.of(thread);
    const line = frame.code.lineOf(frame.pc);
    const { fileName } = frame.code.source;
    const point = this.clocks.at(thread);
    const key = `${thread} ${line} ${fileName} ${point.time} ${locks.join()}`;
    const known = accesses.get(key);
    if (known !== undefined) return known;
    const firstStep = this.simulation.steps;
    const noted = { thread, fileName, line, locks, point, firstStep, reads: 0, writes: 0 };
    accesses.set(key, noted);
    return noted;
  }

  private variable({ place, name }: VariableAccess): NotedVariable {
    let byName = this.variables.get(place);
    if (byName === undefined) this.variables.set(place, (byName = new Map()));
    let variable = byName.get(name);
    if (variable === undefined) byName.set(name, (variable = { place, name, accesses: new Map() }));
    return variable;
  }
}

function sharedVariable({ place, name, accesses }: NotedVariable, names: ObjectNames): SharedVariable {
  const noted = [...accesses.values()];
  const told = noted.map((access, at) => ({ access, isAlone: isAlone(noted, at) }));
  const counted = told.filter((one) => !one.isAlone).map((one) => one.access);
  const guards = (counted[0]?.locks ?? []).filter((lock) => counted.every(({ locks }) => locks.includes(lock)));
  return {
    name: variableName(place, name, names),
    guards,
    isGuarded: guards.length > 0 || !collides(counted),
    accesses: merged(told),
  };
}

function collides(counted: readonly Noted[]): boolean {
  return new Set(counted.map(({ thread }) => thread)).size > 1 && counted.some(({ writes }) => writes > 0);
}

/** Start and join put it in order with every use by another thread. Of very many uses only those nearby are looked at. */
function isAlone(noted: readonly Noted[], at: number): boolean {
  const { point } = noted[at] as Noted;
  const from = Math.max(0, at - mostCompared);
  return !noted.slice(from, at + mostCompared).some((other) => areConcurrent(point, other.point));
}

/** One row for all accesses of a thread in a line under the same locks. */
function merged(told: readonly { readonly access: Noted; readonly isAlone: boolean }[]): LocksetAccess[] {
  const rows = new Map<string, LocksetAccess>();
  for (const { access, isAlone: alone } of told) {
    const { thread, fileName, line, locks, reads, writes, firstStep } = access;
    const key = `${thread} ${fileName} ${line} ${locks.join()} ${alone}`;
    const before = rows.get(key);
    rows.set(key, {
      thread,
      fileName,
      line,
      locks,
      isAlone: alone,
      reads: reads + (before?.reads ?? 0),
      writes: writes + (before?.writes ?? 0),
      firstStep: before?.firstStep ?? firstStep,
    });
  }
  return [...rows.values()];
}

function variableName(place: object, name: string | null, names: ObjectNames): string {
  if (name === null) return `${names.of(place)}[…]`;
  return place instanceof PyDict || names.isCell(place) ? name : `${names.of(place)}.${name}`;
}

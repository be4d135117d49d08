/** Watches a stepped run bytecode by bytecode and tells its turns: which thread went on, from where, and what it did to shared things. */
import type { Thread } from '../kernel/thread.ts';
import { Lock } from '../python/modules/thread/lock.ts';
import { RecursiveLock } from '../python/modules/thread/recursive-lock.ts';
import { PyFunction } from '../python/objects/py-function.ts';
import { PyInstance } from '../python/objects/py-instance.ts';
import { PyModule } from '../python/objects/py-module.ts';
import { PyType } from '../python/objects/py-type.ts';
import type { Value } from '../python/objects/value.ts';
import type { PyThread } from '../python/vm/py-thread.ts';
import { reprText } from '../python/values/text/repr.ts';
import { eventKinds, threadStates } from '../trace/event-kind.ts';
import type { RecordedEvent } from '../trace/event-columns.ts';
import type { Turn, TurnEffect } from '../trace/stepped-state.ts';
import { hindranceOf, ownPlace, threadNameOf } from './candidates.ts';
import { nextThread } from './moment-builder.ts';
import { pendingOperation } from './next-operation.ts';
import type { PendingOperation } from './next-operation.ts';
import { nameResources } from './resource-names.ts';
import type { Simulation } from './simulation.ts';
import { variableText } from './variable-text.ts';

/** What a learner would not call shared data: locks, threads, functions, classes, modules. What happens to locks is told as such. */
function isFurniture(value: Value | undefined): boolean {
  if (value instanceof PyInstance) return value.type.namespace.getText('__module__') !== '__main__';
  return (
    value instanceof Lock ||
    value instanceof RecursiveLock ||
    value instanceof PyFunction ||
    value instanceof PyType ||
    value instanceof PyModule
  );
}

function nameOf(threads: readonly Thread[], id: number): string {
  const thread = threads[id];
  return thread === undefined ? '' : threadNameOf(thread);
}

/** Of a long turn only so much is told. */
const mostEffects = 40;

type OpenTurn = { -readonly [Key in keyof Turn]: Turn[Key] } & { effects: TurnEffect[] };

export class TurnRecorder {
  readonly turns: Turn[] = [];
  private readonly simulation: Simulation;
  private seenEvents = 0;
  private choices = 0;
  private current: OpenTurn | null = null;
  /** The pre-emption that the next turn begins with. */
  private wasPreempted = false;
  private choice: { readonly enabled: number } | null = null;

  constructor(simulation: Simulation) {
    this.simulation = simulation;
  }

  /** Executes one bytecode with what comes before it; false at an open choice or the end. */
  step(): boolean {
    const { simulation } = this;
    const before = simulation.steps;
    simulation.settle();
    this.readEvents();
    const thread = simulation.outcome === null ? nextThread(simulation) : null;
    const isAtBytecode = thread !== null && simulation.kernel.halted === thread.kernelThread;
    if (!isAtBytecode) return false;
    if (this.current !== null && this.current.line === 0) this.place(this.current, thread);
    const pending = pendingOperation(thread);
    const isRead = pending?.operation.kind === 'read';
    const read = isRead ? this.effectOf(thread, pending) : null;
    simulation.runTo(before + 1);
    const effect = isRead ? read : pending === null ? null : this.effectOf(thread, pending);
    if (effect !== null) this.tell(effect);
    this.readEvents();
    return true;
  }

  /** With the names that things have by now. */
  told(): readonly Turn[] {
    const { threads } = this.simulation.kernel;
    return this.turns.map((turn) => ({
      ...turn,
      threadName: nameOf(threads, turn.thread),
      effects: turn.effects.map((effect) => this.named(effect)),
    }));
  }

  private named(effect: TurnEffect): TurnEffect {
    const { kernel, recorder } = this.simulation;
    if (effect.kind === 'started') return { kind: 'started', name: nameOf(kernel.threads, Number(effect.name)) };
    if (effect.kind !== 'acquired' && effect.kind !== 'released') return effect;
    return { kind: effect.kind, name: recorder.resources[Number(effect.name)]?.name ?? '' };
  }

  private effectOf(thread: PyThread, { operation, value }: PendingOperation): TurnEffect | null {
    const { kind, name } = operation;
    if (kind === 'call') return { kind, name };
    if (kind !== 'read' && kind !== 'write') return null;
    const found = value();
    if (isFurniture(found)) return null;
    return { kind, name, value: found === undefined ? '' : variableText(thread, found) };
  }

  private tell(effect: TurnEffect): void {
    const { current } = this;
    if (current === null) return;
    if (current.effects.length < mostEffects) current.effects.push(effect);
    else current.untold += 1;
    current.toStep = this.simulation.steps;
    current.toNs = this.simulation.timeNs;
  }

  private place(turn: OpenTurn, thread: PyThread): void {
    const { fileName, line } = ownPlace(thread);
    turn.fileName = fileName;
    turn.line = line;
  }

  private readEvents(): void {
    const { recorder } = this.simulation;
    for (; this.seenEvents < recorder.length; this.seenEvents += 1) this.readEvent(recorder.event(this.seenEvents));
    if (this.current === null) return;
    this.current.toStep = this.simulation.steps;
    this.current.toNs = this.simulation.timeNs;
  }

  private readEvent(event: RecordedEvent): void {
    const { kind, thread, a, b } = event;
    if (kind === eventKinds.choice) {
      this.choice = { enabled: b };
      this.wasPreempted = false;
      if (this.current?.thread === thread) this.begin(event);
    } else if (kind === eventKinds.coreLeft && b === 1) this.wasPreempted = true;
    else if (kind === eventKinds.coreTaken && thread !== this.current?.thread) this.begin(event);
    else {
      const effect = this.effectOfEvent({ kind, thread, a, b });
      if (effect !== null) this.tell(effect);
    }
  }

  private begin({ thread, step, timeNs }: RecordedEvent): void {
    const kernelThread = this.simulation.kernel.threads[thread];
    const python = kernelThread?.program as PyThread;
    const turn: OpenTurn = {
      thread,
      threadName: kernelThread?.name ?? '',
      choice: this.choice === null ? null : this.choices,
      enabled: this.choice?.enabled ?? 1,
      isPreemption: this.wasPreempted,
      fromStep: step,
      toStep: step,
      fromNs: timeNs,
      toNs: timeNs,
      line: 0,
      fileName: '',
      effects: thread > 0 && this.turns.every((other) => other.thread !== thread) ? [{ kind: 'began' }] : [],
      untold: 0,
    };
    if (this.choice !== null) this.choices += 1;
    this.choice = null;
    this.wasPreempted = false;
    if (python.blocking !== null) this.place(turn, python);
    this.current = turn;
    this.turns.push(turn);
  }

  private effectOfEvent({ kind, thread, a, b }: Pick<RecordedEvent, 'kind' | 'thread' | 'a' | 'b'>): TurnEffect | null {
    const { recorder } = this.simulation;
    if (kind === eventKinds.threadCreated && thread > 0) return { kind: 'started', name: String(thread) };
    if (thread !== this.current?.thread) return null;
    switch (kind) {
      case eventKinds.resourceAcquired:
      case eventKinds.resourceReleased: {
        const resource = recorder.resources[a];
        if (resource === undefined || resource.isInternal || resource.kind === 'gil') return null;
        return { kind: kind === eventKinds.resourceAcquired ? 'acquired' : 'released', name: String(a) };
      }
      case eventKinds.threadState:
        return a === threadStates.blocked || a === threadStates.inputOutput || a === threadStates.sleeping
          ? this.waitEffect(thread)
          : null;
      case eventKinds.output:
        return { kind: 'printed', text: reprText(recorder.output[b]?.text.replace(/\n$/, '') ?? '') };
      case eventKinds.threadFailed:
        return { kind: 'failed', name: recorder.strings[b] ?? '' };
      case eventKinds.threadExited:
        return { kind: 'ended' };
      default:
        return null;
    }
  }

  private waitEffect(thread: number): TurnEffect | null {
    const kernelThread = this.simulation.kernel.threads[thread];
    if (kernelThread === undefined) return null;
    nameResources(this.simulation.machine);
    const hindrance = hindranceOf(this.simulation, kernelThread);
    if (hindrance?.kind === 'sleeping') return { kind: 'sleeps', forNs: hindrance.untilNs - this.simulation.timeNs };
    if (hindrance?.kind !== 'waiting') return null;
    const { thing, name, heldBy } = hindrance;
    return { kind: 'waits', thing, name, heldBy };
  }
}

/** Starvation (others get a lock or the GIL many times while one thread waits) and the GIL's convoy (a wait for it after every blocking call). */
import { eventKinds, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import type { Finding, TraceEvent } from './findings.ts';

/** How often others have to get it meanwhile. */
const unfairTurns = 20;
const leastConvoyWaits = 5;
const convoyWaitNs = 1_000_000;

interface Wait {
  readonly resource: number;
  readonly sinceNs: number;
  readonly turnsBefore: number;
  /** It came back from a blocking call or a sleep. */
  readonly isReturn: boolean;
}

interface Convoy {
  readonly resource: number;
  readonly fromNs: number;
  toNs: number;
  count: number;
  waitedNs: number;
}

export class TurnUse {
  private readonly trace: Trace;
  /** How often each resource has been given. */
  private readonly turns = new Map<number, number>();
  private readonly waits = new Map<number, Wait>();
  private readonly lastState = new Map<number, number>();
  private readonly convoys = new Map<number, Convoy>();
  private readonly unfair = new Map<number, Finding>();

  constructor(trace: Trace) {
    this.trace = trace;
  }

  read({ kind, atNs, thread, a }: TraceEvent): void {
    if (kind === eventKinds.threadState) {
      if (a !== threadStates.runningOutsideGil && a !== threadStates.ready) this.lastState.set(thread, a);
    } else if (kind === eventKinds.gilAwaited || kind === eventKinds.resourceAwaited) this.begin(thread, a, atNs);
    else if (kind === eventKinds.gilTaken || kind === eventKinds.resourceAcquired) {
      this.end(thread, a, atNs);
      this.turns.set(a, (this.turns.get(a) ?? 0) + 1);
    } else if (kind === eventKinds.waitAbandoned) this.waits.delete(thread);
  }

  finish(endNs: number): readonly Finding[] {
    for (const [thread, { resource }] of this.waits) this.end(thread, resource, endNs);
    const convoys = [...this.convoys]
      .filter(([, { count }]) => count >= leastConvoyWaits)
      .map(([thread, convoy]): Finding => {
        const { resource, fromNs, toNs, count, waitedNs } = convoy;
        const percent = Math.round((100 * waitedNs) / Math.max(1, toNs - fromNs));
        return { kind: 'gil-convoy', thread, resource, fromNs, toNs, count, percent };
      });
    return [...this.unfair.values(), ...convoys];
  }

  private begin(thread: number, resource: number, atNs: number): void {
    if (this.waits.has(thread)) return;
    const state = this.lastState.get(thread);
    const isReturn = state === threadStates.sleeping || state === threadStates.inputOutput;
    this.waits.set(thread, { resource, sinceNs: atNs, turnsBefore: this.turns.get(resource) ?? 0, isReturn });
  }

  private end(thread: number, resource: number, atNs: number): void {
    const wait = this.waits.get(thread);
    if (wait === undefined || wait.resource !== resource) return;
    this.waits.delete(thread);
    const found = this.trace.resources[resource];
    // The locks inside events and queues are the library's own business.
    if (found === undefined || (found.isInternal && found.kind !== 'gil')) return;
    const { kind } = found;
    const turns = (this.turns.get(resource) ?? 0) - wait.turnsBefore;
    if (turns >= unfairTurns && (kind === 'lock' || kind === 'rlock' || kind === 'gil'))
      this.noteUnfair(thread, wait, turns, atNs);
    if (kind === 'gil' && wait.isReturn && atNs - wait.sinceNs >= convoyWaitNs) this.noteConvoy(thread, wait, atNs);
  }

  private noteUnfair(thread: number, wait: Wait, count: number, atNs: number): void {
    if ((this.unfair.get(thread)?.count ?? 0) >= count) return;
    const percent = Math.round((100 * (atNs - wait.sinceNs)) / Math.max(1, this.trace.endNs));
    const { resource, sinceNs: fromNs } = wait;
    this.unfair.set(thread, { kind: 'starvation', thread, resource, fromNs, toNs: atNs, count, percent });
  }

  private noteConvoy(thread: number, wait: Wait, atNs: number): void {
    let convoy = this.convoys.get(thread);
    if (convoy === undefined) {
      convoy = { resource: wait.resource, fromNs: wait.sinceNs, toNs: atNs, count: 0, waitedNs: 0 };
      this.convoys.set(thread, convoy);
    }
    convoy.count += 1;
    convoy.waitedNs += atNs - wait.sinceNs;
    convoy.toNs = atNs;
  }
}

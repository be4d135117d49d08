/**
 * Round robin: everyone gets the core for a quantum, in turn.
 * Models what equal, CPU-hungry threads see under Linux's EEVDF: a slice of one tick, pre-emption on ticks only, and a thread
 * that has slept for long, or gave back a slice it had waited for, is favoured when it wakes.
 */
import { machineCosts } from '../machine-costs.ts';
import type { Thread } from '../thread.ts';
import type { Policy } from './policy.ts';

export class RoundRobin implements Policy {
  ready: Thread[] = [];

  get length(): number {
    return this.ready.length;
  }

  enqueue(thread: Thread): void {
    this.ready.push(thread);
  }

  pick(): Thread | null {
    return this.ready.shift() ?? null;
  }

  mustYield(current: Thread, quantumNs: number): boolean {
    return current.sliceNs >= quantumNs - machineCosts.tickNs / 2;
  }

  preemptsOnWake(woken: Thread): boolean {
    return woken.isOwedCore || woken.sleptNs >= machineCosts.longSleepNs;
  }

  remove(thread: Thread): void {
    const at = this.ready.indexOf(thread);
    if (at >= 0) this.ready.splice(at, 1);
  }
}

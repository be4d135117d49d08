/** C code that computes for long and needs no Python object meanwhile: it lets the GIL go, so that other threads run beside it. */
import type { Stop } from '../../kernel/program.ts';
import { stopBudget } from '../../kernel/program.ts';
import { threadStates } from '../../trace/event-kind.ts';
import type { Value } from '../objects/value.ts';
import { BlockingCall } from './blocking-call.ts';
import type { PyThread } from './py-thread.ts';

export class ComputeCall extends BlockingCall {
  private leftNs: number;
  private hasBegun = false;
  private readonly result: Value;

  /** `result` is what the call gives in the end: it is worked out at once, only its time is spent later. */
  constructor(costNs: number, result: Value) {
    super();
    this.leftNs = Math.floor(costNs);
    this.result = result;
  }

  proceed(thread: PyThread): Stop | null {
    const { kernel } = thread;
    if (!this.hasBegun) {
      this.hasBegun = true;
      kernel.recordState(thread.kernelThread, threadStates.runningOutsideGil, -1);
    }
    const partNs = Math.min(this.leftNs, Math.max(0, kernel.limitNs - kernel.now));
    kernel.spend(partNs);
    this.leftNs -= partNs;
    return this.leftNs > 0 ? stopBudget : null;
  }

  finish(): Value {
    return this.result;
  }
}

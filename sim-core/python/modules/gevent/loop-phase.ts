/** A turn of gevent's loop, told to the trace. */
import { eventKinds, loopPhases } from '../../../trace/event-kind.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { ownLoopState } from './loop-state.ts';

export function recordPhase(thread: PyThread, phase: number, count: number): void {
  const state = ownLoopState(thread);
  state.phase = phase === loopPhases.stopped ? null : phase;
  state.selectUntilNs = phase === loopPhases.select && count >= 0 ? thread.kernel.now + count * 1000 : null;
  if (phase === loopPhases.callbacks) state.turn += 1;
  thread.kernel.record(eventKinds.loopPhase, thread.kernelThread.id, phase, count);
}

/** What a thread does at a moment, and what it waits for. */
import { PyFrame } from '../python/vm/frame.ts';
import type { PyThread } from '../python/vm/py-thread.ts';
import { threadStates } from '../trace/event-kind.ts';
import type { WaitMoment } from '../trace/moment.ts';
import { awaitedResource } from './sync-table.ts';

export function stateOf(thread: PyThread): number {
  const { kernelThread } = thread;
  if (kernelThread.runState === 'X') return threadStates.finished;
  if (kernelThread.core !== null)
    return thread.phase === 'python' ? threadStates.running : threadStates.runningOutsideGil;
  // Woken, or just made: on its way to a core.
  const isWoken = kernelThread.timer?.event.kind === 'ready';
  return isWoken || kernelThread.runState === 'R' ? threadStates.ready : kernelThread.waitState;
}

export function waitOf(thread: PyThread): WaitMoment | null {
  const { kernelThread } = thread;
  const isAsleep = kernelThread.core === null && (kernelThread.runState === 'S' || kernelThread.runState === 'D');
  if (!isAsleep || kernelThread.timer?.event.kind === 'ready') return null;
  const resource = awaitedResource(thread);
  const isForGil = kernelThread.waitState === threadStates.waitingForGil;
  return {
    resource: resource < 0 ? null : resource,
    untilNs: isForGil ? null : (kernelThread.timer?.dueNs ?? null),
    call: isForGil ? null : libraryCall(thread),
  };
}

/** The library's function that the program called and that waits now: 'Queue.get'. */
function libraryCall(thread: PyThread): string | null {
  let call: string | null = null;
  for (let frame = thread.frame; frame !== null; frame = frame.back) {
    if (!(frame instanceof PyFrame)) continue;
    if (!frame.code.isLibrary) return call;
    call = frame.code.source.qualifiedName;
  }
  return call;
}

/** Which events the transcript tells around a place: without states and cores, which the others imply, unless asked for. */
import { eventKinds } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';

const implied: readonly number[] = [
  eventKinds.threadState,
  eventKinds.coreTaken,
  eventKinds.coreLeft,
  eventKinds.runQueue,
  eventKinds.choice,
];

/** Some `count` events, half of them before event number `here`. */
export function toldAround(trace: Trace, here: number, count: number, showsAll: boolean): readonly number[] {
  const isTold = (event: number): boolean =>
    (showsAll || !implied.includes(trace.kind[event] ?? -1)) && !concernsInternal(trace, event);
  const before: number[] = [];
  for (let event = here - 1; event >= 0 && before.length < count / 2; event -= 1) {
    if (isTold(event)) before.push(event);
  }
  const after: number[] = [];
  for (let event = here; event < trace.length && after.length < count - before.length; event += 1) {
    if (isTold(event)) after.push(event);
  }
  return [...before.toReversed(), ...after];
}

const aboutResource: readonly number[] = [
  eventKinds.resourceAcquired,
  eventKinds.resourceAwaited,
  eventKinds.resourceReleased,
  eventKinds.waitAbandoned,
  eventKinds.resourceValue,
];

/** Locks that library code made for itself are folded away. */
function concernsInternal(trace: Trace, event: number): boolean {
  if (!aboutResource.includes(trace.kind[event] ?? -1)) return false;
  const resource = trace.resources[trace.a[event] ?? -1];
  return resource !== undefined && resource.isInternal && resource.kind !== 'thread-end';
}

/** Finds places that are told by the program in a run, an example's stops above all. */
import { eventKinds } from '../trace/event-kind.ts';
import type { FoundPlace, ToldPlace } from '../trace/told-place.ts';
import type { Session } from './session.ts';

/** Null where the line is not begun so often. Pauses (yields) now and then. */
export function* findPlaces(
  session: Session,
  places: readonly ToldPlace[],
): Generator<undefined, (FoundPlace | null)[]> {
  const lines = places.flatMap((place) => ('line' in place ? [place] : []));
  const wanted = lines.map(({ line, count = 1, thread = null }) => ({
    breakpoint: { fileName: 'main.py', line, thread },
    count,
  }));
  const steps = yield* session.findEach(wanted);
  return places.map((place) => {
    if ('end' in place) return placeAt(session, session.steps);
    if ('waits' in place) return waitIn(session, place);
    const step = steps[lines.indexOf(place)] ?? null;
    return step === null ? null : placeAt(session, step, place.after);
  });
}

/** When the thread has just left its core for it. */
function waitIn(
  session: Session,
  { waits, count = 1, thread }: Extract<ToldPlace, { waits: string }>,
): FoundPlace | null {
  const trace = session.trace();
  let left = count;
  for (let event = 0; event < trace.length; event += 1) {
    if (trace.kind[event] !== eventKinds.resourceAwaited) continue;
    if (trace.resources[trace.a[event] as number]?.name !== waits) continue;
    if (thread !== undefined && trace.thread[event] !== thread) continue;
    left -= 1;
    if (left === 0) return sleepAfter(session, event);
  }
  return null;
}

function sleepAfter(session: Session, awaited: number): FoundPlace | null {
  const trace = session.trace();
  const thread = trace.thread[awaited] as number;
  for (let event = awaited; event < trace.length; event += 1) {
    const isSleep = trace.kind[event] === eventKinds.coreLeft && trace.thread[event] === thread;
    if (!isSleep) continue;
    const { step, timeNs } = session.momentAtTime(trace.timeNs[event] as number);
    return { step, timeNs, thread, isBetween: true };
  }
  return null;
}

function placeAt(session: Session, step: number, after?: 'switch'): FoundPlace {
  const moment = after === undefined ? session.momentAtStep(step) : session.momentNear(step, after, 1);
  return { step: moment.step, timeNs: moment.timeNs, thread: moment.nextThread, isBetween: false };
}

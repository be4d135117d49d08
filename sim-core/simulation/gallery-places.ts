/** Stops of the gallery that are told by a line of the program: where in the run they are. `npm run place-stops` writes them down. */
import type { Session } from './session.ts';

export interface PlaceInProgram {
  /** From 1, in main.py. */
  readonly line: number;
  /** The how-manieth time that the line is begun. */
  readonly count: number;
}

export interface FoundPlaces {
  /** Null where the line is not begun so often. */
  readonly steps: readonly (number | null)[];
  /** A window of time around them all. */
  readonly fromNs: number;
  readonly toNs: number;
}

/** A part of the stops' span of time is shown before and after them, but at least so much. */
const marginPart = 0.1;
const leastMarginNs = 4_000;

export function placesIn(session: Session, places: readonly PlaceInProgram[]): FoundPlaces {
  const steps = places.map((place) => stepOf(session, place));
  const times = steps.flatMap((step) => (step === null ? [] : [session.momentAtStep(step).timeNs]));
  const first = Math.min(...times);
  const last = Math.max(...times);
  const marginNs = Math.max(leastMarginNs, (last - first) * marginPart);
  return { steps, fromNs: Math.max(0, Math.round(first - marginNs)), toNs: Math.round(last + marginNs) };
}

function stepOf(session: Session, { line, count }: PlaceInProgram): number | null {
  const search = session.findHit({
    breakpoints: [{ fileName: 'main.py', line, thread: null }],
    fromStep: 0,
    direction: 1,
    count,
  });
  for (;;) {
    const result = search.next();
    if (result.done === true) return result.value;
  }
}

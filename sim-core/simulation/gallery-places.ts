/** The stops of the gallery that are told by the program, found at once. */
import type { FoundPlace, ToldPlace } from '../trace/told-place.ts';
import type { Session } from './session.ts';
import { findPlaces } from './told-places.ts';

export function placesIn(session: Session, places: readonly ToldPlace[]): readonly (FoundPlace | null)[] {
  const search = findPlaces(session, places);
  for (;;) {
    const result = search.next();
    if (result.done === true) return result.value;
  }
}

/** The stops of an example, found in the run that is shown: their captions in both languages, their places, what is seen there. */
import type { FoundPlace } from '../../sim-core/trace/told-place.ts';
import type { Stop } from '../store/stops-slice.ts';
import type { Store } from '../store/store.ts';
import type { Viewport } from '../store/viewport.ts';
import type { GalleryScenario } from './gallery-index.ts';
import { stopOf } from './open-link.ts';

/** A part of the stops' span of time is shown before and after them, but at least so much. */
const marginPart = 0.1;
const leastMarginNs = 4_000;

/** Those that the run never comes to are left out. */
export async function galleryStops(
  store: Store,
  { stops, camera, placed }: Pick<GalleryScenario, 'stops' | 'camera' | 'placed'>,
): Promise<readonly Stop[]> {
  const told = stops.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const isPlaced = placed !== undefined && placed.trace === store.trace?.hash && placed.places.length === told.length;
  const found = isPlaced ? placed.places : told.length === 0 ? [] : await store.findPlaces(told);
  const viewport = camera === 'stops' ? around(found) : null;
  return stops.flatMap((stop) => {
    const place = stop.at === undefined ? null : (found[told.indexOf(stop.at)] ?? null);
    const step = place?.step ?? stop.step;
    if (step === undefined) return [];
    const shown = stopOf({ ...stop, step }, store);
    const thread = stop.thread ?? place?.thread ?? null;
    const timeNs = place?.isBetween === true ? place.timeNs : null;
    return [{ ...shown, timeNs, thread, captions: stop.captions, viewport: (place && viewport) ?? shown.viewport }];
  });
}

function around(places: readonly (FoundPlace | null)[]): Viewport {
  const times = places.flatMap((place) => (place === null ? [] : [place.timeNs]));
  const first = Math.min(...times);
  const last = Math.max(...times);
  const marginNs = Math.max(leastMarginNs, (last - first) * marginPart);
  return { fromNs: Math.max(0, Math.round(first - marginNs)), toNs: Math.round(last + marginNs) };
}

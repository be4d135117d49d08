/** Who has a semaphore's places: a track for each place that was ever taken, its intervals' values are threads. */
import { type IntervalTrack, IntervalTrackBuilder } from './interval-track.ts';

/** Of more nobody wants to know one by one. */
const mostPlaces = 64;

export class PlaceTrackBuilders {
  readonly #tracks: IntervalTrackBuilder[] = [];
  /** The thread that has each place; null for a free one. */
  readonly #holders: (number | null)[] = [];
  #value: number | null = null;

  /** Another value means: this thread took places, or gave some back. */
  change(atNs: number, thread: number, value: number): void {
    const change = this.#value === null ? 0 : value - this.#value;
    this.#value = value;
    for (let taken = change; taken < 0; taken += 1) this.#take(atNs, thread);
    for (let given = 0; given < change; given += 1) this.#give(atNs, thread);
  }

  build(endNs: number): readonly IntervalTrack[] {
    return this.#tracks.map((track) => track.build(endNs));
  }

  #take(atNs: number, thread: number): void {
    const free = this.#holders.indexOf(null);
    const place = free === -1 ? this.#holders.length : free;
    if (place >= mostPlaces) return;
    this.#holders[place] = thread;
    (this.#tracks[place] ??= new IntervalTrackBuilder()).begin(atNs, thread, -1);
  }

  /** Another thread than the one that took a place may give it back. */
  #give(atNs: number, thread: number): void {
    const own = this.#holders.indexOf(thread);
    const place = own === -1 ? this.#holders.findIndex((holder) => holder !== null) : own;
    if (place === -1) return;
    this.#holders[place] = null;
    this.#tracks[place]?.end(atNs);
  }
}

/** Collects the lane of a GIL, lock, semaphore, queue …: who has it, how many wait, how much is in it. */
import type { TraceResource } from '../../sim-core/trace/trace.ts';
import { type IntervalTrack, IntervalTrackBuilder } from './interval-track.ts';
import { PlaceTrackBuilders } from './place-tracks.ts';
import type { ResourceLane } from './lane.ts';
import { LevelTrackBuilder } from './level-track.ts';

const noMoments = new Float64Array();
const noPlaces: readonly IntervalTrack[] = [];

/** True for what is shown without being asked for: not what the library made for itself, and no ends of threads. */
export function isWorthALane({ kind, isInternal }: TraceResource): boolean {
  return kind === 'gil' || (!isInternal && kind !== 'thread-end' && kind !== 'process-end');
}

export class ResourceLaneBuilder {
  readonly owner = new IntervalTrackBuilder();
  readonly level = new LevelTrackBuilder();
  /** When a thread asked the holder to drop the GIL. */
  readonly requestNs: number[] = [];
  /** When the GIL was taken away because of such a request. */
  readonly forcedNs: number[] = [];
  readonly #waiters = new LevelTrackBuilder();
  readonly #resource: TraceResource;
  readonly #hasOwner: boolean;
  readonly #places: PlaceTrackBuilders | null;

  constructor(resource: TraceResource) {
    const { kind } = resource;
    this.#resource = resource;
    this.#hasOwner = kind === 'lock' || kind === 'rlock' || kind === 'condition' || kind === 'gil';
    this.#places = kind === 'semaphore' && resource.limit !== null ? new PlaceTrackBuilders() : null;
  }

  acquire(atNs: number, thread: number, depth: number): void {
    if (this.#hasOwner) this.owner.begin(atNs, thread, -1);
    else this.level.set(atNs, depth);
  }

  release(atNs: number, depth: number): void {
    if (!this.#hasOwner) this.level.set(atNs, depth);
    else if (depth === 0 || this.#resource.kind !== 'rlock') this.owner.end(atNs);
  }

  /** A semaphore tells who took or gave back how many places. */
  value(atNs: number, thread: number, value: number): void {
    this.#places?.change(atNs, thread, value);
    this.level.set(atNs, value);
  }

  /** One more waits, or one fewer. */
  wait(atNs: number, change: 1 | -1): void {
    this.#waiters.set(atNs, this.#waiters.current + change);
  }

  build(index: number, endNs: number): ResourceLane {
    const { kind, name, limit, isInternal } = this.#resource;
    const level = this.#hasOwner ? null : this.level.build();
    return {
      kind: 'resource',
      id: `resource-${index}`,
      group: kind === 'gil' ? 'gil' : 'locks',
      resource: index,
      resourceKind: kind,
      name,
      track: this.owner.build(endNs),
      waiters: this.#waiters.build(),
      level: level !== null && level.length > 0 ? level : null,
      limit,
      places: this.#places?.build(endNs) ?? noPlaces,
      requestNs: this.requestNs.length === 0 ? noMoments : new Float64Array(this.requestNs),
      forcedNs: this.forcedNs.length === 0 ? noMoments : new Float64Array(this.forcedNs),
      isInternal,
    };
  }
}

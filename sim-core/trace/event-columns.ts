/**
 * The columns of a run's events while it goes on: segments of a fixed size, so that growing copies nothing. They are joined when a trace
 * is wanted, one column after the other, so that two copies of the whole never exist at once.
 */
import type { EventKind } from './event-kind.ts';

const segmentEvents = 1 << 16;

class Segment {
  readonly timeNs = new Float64Array(segmentEvents);
  readonly step = new Float64Array(segmentEvents);
  readonly kind = new Uint8Array(segmentEvents);
  readonly thread = new Int32Array(segmentEvents);
  readonly a = new Int32Array(segmentEvents);
  readonly b = new Int32Array(segmentEvents);
}

export interface JoinedColumns {
  readonly timeNs: Float64Array;
  readonly step: Float64Array;
  readonly kind: Uint8Array;
  readonly thread: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
}

type Column = Float64Array | Uint8Array | Int32Array;

const none: JoinedColumns = {
  timeNs: new Float64Array(),
  step: new Float64Array(),
  kind: new Uint8Array(),
  thread: new Int32Array(),
  a: new Int32Array(),
  b: new Int32Array(),
};

export interface RecordedEvent {
  readonly timeNs: number;
  readonly step: number;
  readonly kind: EventKind;
  readonly thread: number;
  readonly a: number;
  readonly b: number;
}

export class EventColumns {
  length = 0;
  /** The beginning, joined when a trace was last wanted. It never changes: a trace may hold it. */
  private joined: JoinedColumns = none;
  private segments: (Segment | Partial<Segment>)[] = [];
  private last: Segment | null = null;
  /** Events in `last`. */
  private used = segmentEvents;
  private lastTimeNs = 0;

  /** Adds an event. Its time is never before the last one's: cores may overtake each other by less than one bytecode. */
  // oxlint-disable-next-line max-params -- an object for each of a million events would cost more than the event
  add(timeNs: number, step: number, kind: EventKind, thread: number, a: number, b: number): void {
    if (this.used === segmentEvents || this.last === null) {
      this.last = new Segment();
      this.segments.push(this.last);
      this.used = 0;
    }
    const { last, used } = this;
    if (timeNs > this.lastTimeNs) this.lastTimeNs = timeNs;
    last.timeNs[used] = this.lastTimeNs;
    last.step[used] = step;
    last.kind[used] = kind;
    last.thread[used] = thread;
    last.a[used] = a;
    last.b[used] = b;
    this.used = used + 1;
    this.length += 1;
  }

  event(index: number): RecordedEvent {
    const begun = this.joined.kind.length;
    const isJoined = index < begun;
    const from = isJoined ? this.joined : (this.segments[Math.floor((index - begun) / segmentEvents)] as Segment);
    const at = isJoined ? index : (index - begun) % segmentEvents;
    return {
      timeNs: from.timeNs[at] as number,
      step: from.step[at] as number,
      kind: from.kind[at] as EventKind,
      thread: from.thread[at] as number,
      a: from.a[at] as number,
      b: from.b[at] as number,
    };
  }

  /** All events so far; what is added later goes elsewhere. */
  join(): JoinedColumns {
    if (this.length === this.joined.kind.length) return this.joined;
    const before = this.joined;
    this.joined = {
      timeNs: this.joinColumn('timeNs', before.timeNs, new Float64Array(this.length)),
      step: this.joinColumn('step', before.step, new Float64Array(this.length)),
      kind: this.joinColumn('kind', before.kind, new Uint8Array(this.length)),
      thread: this.joinColumn('thread', before.thread, new Int32Array(this.length)),
      a: this.joinColumn('a', before.a, new Int32Array(this.length)),
      b: this.joinColumn('b', before.b, new Int32Array(this.length)),
    };
    this.segments = [];
    this.last = null;
    this.used = segmentEvents;
    return this.joined;
  }

  /** Lets go of the segments' own column as soon as it is copied. */
  private joinColumn<T extends Column>(name: keyof Segment, before: T, whole: T): T {
    whole.set(before);
    let at = before.length;
    for (const segment of this.segments) {
      const part = segment[name] as T;
      whole.set(at + part.length > whole.length ? part.subarray(0, whole.length - at) : part, at);
      at += part.length;
      (segment as { -readonly [key in keyof Segment]?: Column | undefined })[name] = undefined;
    }
    return whole;
  }
}

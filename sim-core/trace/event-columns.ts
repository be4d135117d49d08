/**
 * The columns of a run's events while it goes on: segments of a fixed size, so that growing copies nothing. They are joined when a trace
 * is wanted, piece by piece: what has been copied gives its memory back at once, so that two copies of the whole never exist.
 */
import type { EventKind } from './event-kind.ts';

const segmentEvents = 1 << 16;

export interface JoinedColumns {
  readonly timeNs: Float64Array;
  readonly step: Float64Array;
  readonly kind: Uint8Array;
  readonly thread: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
}

type Column = Float64Array | Uint8Array | Int32Array;

function columnsOf(length: number): JoinedColumns {
  return {
    timeNs: new Float64Array(length),
    step: new Float64Array(length),
    kind: new Uint8Array(length),
    thread: new Int32Array(length),
    a: new Int32Array(length),
    b: new Int32Array(length),
  };
}

/** A full segment, put by in buffers that can be made empty without waiting for the garbage collector. */
class Segment implements JoinedColumns {
  readonly timeNs: Float64Array;
  readonly step: Float64Array;
  readonly kind: Uint8Array;
  readonly thread: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;

  constructor(from: JoinedColumns) {
    this.timeNs = putBy(from.timeNs, new Float64Array(emptiable(from.timeNs)));
    this.step = putBy(from.step, new Float64Array(emptiable(from.step)));
    this.kind = putBy(from.kind, new Uint8Array(emptiable(from.kind)));
    this.thread = putBy(from.thread, new Int32Array(emptiable(from.thread)));
    this.a = putBy(from.a, new Int32Array(emptiable(from.a)));
    this.b = putBy(from.b, new Int32Array(emptiable(from.b)));
  }
}

function emptiable({ byteLength }: Column): ArrayBuffer {
  return new ArrayBuffer(byteLength, { maxByteLength: byteLength });
}

function putBy<T extends Column>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Older engines make it an ordinary buffer, which is collected in time. */
function empty({ buffer }: Column): void {
  if (buffer instanceof ArrayBuffer && 'resizable' in buffer && buffer.resizable) buffer.resize(0);
}

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
  private joined: JoinedColumns = columnsOf(0);
  private full: Segment[] = [];
  /** The segment that is written to; made when it is first needed. */
  private last: JoinedColumns | null = null;
  /** Events in `last`. */
  private used = 0;
  private lastTimeNs = 0;

  /** Adds an event. Its time is never before the last one's: cores may overtake each other by less than one bytecode. */
  // oxlint-disable-next-line max-params -- an object for each of a million events would cost more than the event
  add(timeNs: number, step: number, kind: EventKind, thread: number, a: number, b: number): void {
    if (this.used === segmentEvents || this.last === null) this.beginSegment();
    const { used } = this;
    const last = this.last as unknown as JoinedColumns;
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
    const { columns, at } = this.placeOf(index);
    return {
      timeNs: columns.timeNs[at] as number,
      step: columns.step[at] as number,
      kind: columns.kind[at] as EventKind,
      thread: columns.thread[at] as number,
      a: columns.a[at] as number,
      b: columns.b[at] as number,
    };
  }

  /** All events so far; what is added later goes elsewhere. */
  join(): JoinedColumns {
    if (this.length === this.joined.kind.length) return this.joined;
    const whole = columnsOf(this.length);
    let at = this.joined.kind.length;
    copyInto(whole, this.joined, 0);
    for (const segment of this.full) {
      copyInto(whole, segment, at);
      for (const name of columnNames) empty(segment[name]);
      at += segmentEvents;
    }
    if (this.last !== null) copyInto(whole, firstOf(this.last, this.used), at);
    this.joined = whole;
    this.full = [];
    this.used = 0;
    return whole;
  }

  private beginSegment(): void {
    if (this.last === null) this.last = columnsOf(segmentEvents);
    else this.full.push(new Segment(this.last));
    this.used = 0;
  }

  private placeOf(index: number): { readonly columns: JoinedColumns; readonly at: number } {
    const begun = this.joined.kind.length;
    if (index < begun) return { columns: this.joined, at: index };
    const segment = this.full[Math.floor((index - begun) / segmentEvents)];
    return { columns: segment ?? (this.last as JoinedColumns), at: (index - begun) % segmentEvents };
  }
}

const columnNames = ['timeNs', 'step', 'kind', 'thread', 'a', 'b'] as const;

function copyInto(whole: JoinedColumns, part: JoinedColumns, at: number): void {
  for (const name of columnNames) whole[name].set(part[name], at);
}

function firstOf(columns: JoinedColumns, length: number): JoinedColumns {
  return {
    timeNs: columns.timeNs.subarray(0, length),
    step: columns.step.subarray(0, length),
    kind: columns.kind.subarray(0, length),
    thread: columns.thread.subarray(0, length),
    a: columns.a.subarray(0, length),
    b: columns.b.subarray(0, length),
  };
}

import type { RingViews } from '../memory/lab-memory.ts';
import type { LabMarkCode, LabStateCode } from './lab-event.ts';

/**
 * A worker's pen: writes (time, kind, argument) into the worker's own ring in the shared memory.
 * Only its owner writes it, so there is no lock and no atomic operation; when it is full the oldest events are overwritten.
 * The price of an event is the reading of the clock and three plain stores (`measureRingCost` says how many ns here).
 */
export class EventRing {
  readonly #header: Int32Array;
  readonly #codes: Int32Array;
  readonly #times: Float64Array;
  readonly #mask: number;
  /** From this worker's clock to the run's: `performance.timeOrigin` differs from worker to worker. */
  readonly #offsetMs: number;
  #written = 0;

  constructor(views: RingViews, originEpochMs: number) {
    this.#header = views.header;
    this.#codes = views.codes;
    this.#times = views.times;
    this.#mask = views.codes.length - 1;
    this.#offsetMs = performance.timeOrigin - originEpochMs;
  }

  /** Milliseconds since the run's origin. */
  now(): number {
    return performance.now() + this.#offsetMs;
  }

  record(code: LabStateCode | LabMarkCode, argument: number): void {
    this.recordAt(performance.now() + this.#offsetMs, code, argument);
  }

  recordAt(timeMs: number, code: LabStateCode | LabMarkCode, argument: number): void {
    const slot = this.#written & this.#mask;
    this.#times[slot] = timeMs;
    this.#codes[slot] = code | (argument << 8);
    this.#written += 1;
    this.#header[0] = this.#written;
  }
}

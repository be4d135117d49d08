/**
 * The terminal that standard output and standard errors lead to: what a write(2) to it takes.
 * Models: Linux tty_write and the wake-up of who reads the other end. Measured on a pseudo terminal: 1.2–1.6 µs for one write after another,
 * 4–9 µs after a pause of 1 ms, 9–25 after 5 ms, 24–40 µs after 10 ms or more – caches are cold and the reader sleeps by then,
 * whether the writer slept or computed meanwhile.
 */
import { Copyable } from '../../base/copyable.ts';
import type { Nanoseconds } from '../../base/units.ts';
import type { Chooser } from '../../engine/chooser.ts';
import { machineCosts } from '../machine-costs.ts';

/** Writing to a terminal that is awake, beside the system call. */
const warmNs = 650;
/** What a write takes longer for each nanosecond of silence before it, and at most. */
const coldShare = 0.0028;
const coldMostNs = 22_000;
/** A cold write takes up to so much longer by chance. */
const coldSpread = 0.5;

export class Terminal extends Copyable {
  private writtenNs: Nanoseconds = Number.NEGATIVE_INFINITY;

  /** A write begins: how long it takes until the text is there, and from then until the call returns. */
  beginWrite(
    now: Nanoseconds,
    chooser: Chooser,
  ): { readonly shownAfterNs: Nanoseconds; readonly returnsAfterNs: Nanoseconds } {
    const coldNs = Math.floor(Math.min(coldMostNs, (now - this.writtenNs) * coldShare));
    this.writtenNs = now;
    const lateNs = coldNs < warmNs ? 0 : coldNs + chooser.choose('jitter', Math.floor(coldNs * coldSpread) + 1);
    return { shownAfterNs: machineCosts.syscallNs + warmNs, returnsAfterNs: lateNs };
  }
}

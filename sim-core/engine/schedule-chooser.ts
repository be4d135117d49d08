/**
 * Chooses as a schedule says: the replaying and the by-hand chooser of stepped runs. What it chose is kept; copies of a machine share that
 * list, so a copy goes the same way as far as it has been gone. What reality leaves open besides is decided the same way always.
 */
import type { ScheduleRun } from '../trace/schedule.ts';
import type { ThreadChooser } from './chooser.ts';

export interface ScheduleChooserOptions {
  readonly script: readonly ScheduleRun[];
  /** One thread for each choice; grows. */
  readonly made: number[];
  /** Behind the script: go on non-preemptively, or wait for someone who chooses. */
  readonly atEnd: 'default' | 'pause';
}

export class ScheduleChooser implements ThreadChooser {
  readonly made: number[];
  /** How many of the choices have been used by this machine. */
  position = 0;
  /** The thread that the script wants and that cannot go on. */
  conflict: number | null = null;
  private readonly script: ScheduleRun[];
  private readonly atEnd: 'default' | 'pause';
  private run = 0;
  private usedOfRun = 0;

  constructor(options: ScheduleChooserOptions) {
    this.script = [...options.script];
    this.made = options.made;
    this.atEnd = options.atEnd;
  }

  /** Someone has chosen, at the end of the script or where it could not be followed. */
  extend(run: ScheduleRun): void {
    this.conflict = null;
    this.script.splice(this.run, this.script.length, run);
    this.usedOfRun = 0;
  }

  choose(): number {
    return 0;
  }

  nextThread(enabled: readonly number[], last: number | null): number | null {
    const chosen = this.position < this.made.length ? this.made[this.position] : this.scripted(enabled, last);
    if (chosen === undefined || !enabled.includes(chosen)) {
      this.conflict = chosen ?? null;
      return null;
    }
    if (this.position === this.made.length) this.made.push(chosen);
    this.position += 1;
    return chosen;
  }

  copy(): ScheduleChooser {
    const twin = new ScheduleChooser({ script: this.script, made: this.made, atEnd: this.atEnd });
    twin.position = this.position;
    twin.run = this.run;
    twin.usedOfRun = this.usedOfRun;
    return twin;
  }

  /** The thread the script or the default wants; undefined: someone else must choose. */
  private scripted(enabled: readonly number[], last: number | null): number | undefined {
    for (let run = this.script[this.run]; run !== undefined; run = this.script[this.run]) {
      const isOver =
        run.count === null ? this.usedOfRun > 0 && !enabled.includes(run.thread) : this.usedOfRun >= run.count;
      if (!isOver) {
        if (enabled.includes(run.thread)) this.usedOfRun += 1;
        return run.thread;
      }
      this.run += 1;
      this.usedOfRun = 0;
    }
    if (this.atEnd === 'pause') return undefined;
    return defaultThread(enabled, last);
  }
}

/** Non-preemptive: the same thread until it cannot go on, then the lowest number. */
export function defaultThread(enabled: readonly number[], last: number | null): number | undefined {
  return last !== null && enabled.includes(last) ? last : enabled[0];
}

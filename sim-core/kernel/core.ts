import { Copyable } from '../base/copyable.ts';
import type { CoreId } from '../base/ids.ts';
import type { Nanoseconds } from '../base/units.ts';
import type { Thread } from './thread.ts';

/** One core of the machine. It has simulated its thread up to `localNs`; cores advance one at a time, the one behind first. */
export class Core extends Copyable {
  readonly id: CoreId;
  current: Thread | null = null;
  localNs: Nanoseconds = 0;

  constructor(id: CoreId) {
    super();
    this.id = id;
  }
}

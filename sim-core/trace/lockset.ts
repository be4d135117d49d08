/**
 * Which locks were held at each access to each variable that threads share: recomputed by running again with an observer, never stored.
 * After Eraser (Savage et al., 1997): a variable is guarded by the locks that were held at every access that could collide with another thread's.
 */

export interface LocksetReport {
  /** The bytecodes examined: from this one up to that one (exclusive); the whole run if it is short enough. */
  readonly fromStep: number;
  readonly toStep: number;
  readonly totalSteps: number;
  /** Those that at least two threads use and at least one writes; unguarded ones first. */
  readonly variables: readonly SharedVariable[];
  /** How many more are used by several threads but never written while they are. */
  readonly onlyRead: number;
}

export interface SharedVariable {
  /** As the program calls it: 'counter', 'account.balance', 'log[…]' for what a list or dict holds. */
  readonly name: string;
  /** Resources held at every access that counts. */
  readonly guards: readonly number[];
  /** False: two threads use it at the same time, one writes, and no lock was held every time. */
  readonly isGuarded: boolean;
  readonly accesses: readonly LocksetAccess[];
}

/** All accesses of one thread in one line under the same locks. */
export interface LocksetAccess {
  readonly thread: number;
  readonly fileName: string;
  readonly line: number;
  readonly reads: number;
  readonly writes: number;
  /** Resources the thread held. */
  readonly locks: readonly number[];
  /** True where start() and join() keep it apart from every use by another thread: it cannot collide, and does not count. */
  readonly isAlone: boolean;
  /** The step before which the first of them stands. */
  readonly firstStep: number;
}

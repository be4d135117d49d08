import type { LiveFrame } from './live-frame.ts';

/** A round table: workers and the locks between them, taking turns. */
export interface LockGraph {
  readonly workers: readonly Place[];
  readonly locks: readonly Place[];
  readonly edges: readonly Edge[];
}

interface Place {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export interface Edge {
  readonly kind: 'holds' | 'waits';
  readonly worker: number;
  readonly from: Place;
  readonly to: Place;
}

export interface TableSize {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** `lockCount` 1 puts the lock into the middle: the GIL. */
export function layOutLockGraph(frame: LiveFrame, lockCount: number, size: TableSize): LockGraph {
  const seats = frame.workers.length;
  const workers = frame.workers.map((_, index) => placeAt(index, index / seats, size));
  const middle = { index: 0, x: size.width / 2, y: size.height / 2 };
  // Lock i lies before worker i, so that worker i's two locks are its neighbours on both sides.
  const locks =
    lockCount === 1
      ? [middle]
      : Array.from({ length: lockCount }, (_, index) => placeAt(index, (index - 0.5) / seats, size));
  const edges = locks.flatMap((lock): Edge[] => {
    const owner = workers[frame.waits.owners[lock.index] ?? -1];
    const waiters = workers.filter(({ index }) => frame.waits.waitsFor[index] === lock.index);
    return [
      ...(owner === undefined ? [] : [{ kind: 'holds', worker: owner.index, from: lock, to: owner } as const]),
      ...waiters.map((waiter) => ({ kind: 'waits', worker: waiter.index, from: waiter, to: lock }) as const),
    ];
  });
  return { workers, locks, edges };
}

/** Round from the left, clockwise. */
function placeAt(index: number, turn: number, { width, height, margin }: TableSize): Place {
  const angle = Math.PI + turn * 2 * Math.PI;
  return {
    index,
    x: width / 2 + Math.cos(angle) * (width / 2 - margin),
    y: height / 2 + Math.sin(angle) * (height / 2 - margin),
  };
}

/** 0 → A, 1 → B: locks have letters, workers have numbers. */
export function lockName(index: number): string {
  return String.fromCodePoint(65 + index);
}

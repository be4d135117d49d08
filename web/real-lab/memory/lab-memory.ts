/**
 * The shared memory of one run: one SharedArrayBuffer that the page and every worker see through the same views.
 *
 *   control │ seats (one block a worker) │ locks (one block each) │ cells │ results │ ring headers │ ring codes │ ring times
 *
 * Everything that different workers write lies in blocks of its own, so that watching does not itself become false sharing.
 */

/** Int32 words in a block: 128 bytes, two cache lines, because processors fetch lines in pairs. */
export const blockWords = 32;

/** Locks, semaphores and other things a worker can wait for. */
export const resourceCount = 16;

export interface MemoryPlan {
  readonly workers: number;
  /** Int32 words for the experiment itself. */
  readonly cellWords: number;
  /** Float64 numbers that the workers leave as results. */
  readonly resultCount: number;
  /** Events each worker can keep: a power of two. */
  readonly ringCapacity: number;
}

export interface LabMemory {
  readonly buffer: SharedArrayBuffer;
  readonly plan: MemoryPlan;
  readonly control: Int32Array;
  /** A block for each worker: see `seatWords`. */
  readonly seats: Int32Array;
  /** A block for each resource: see `lockWords`. */
  readonly locks: Int32Array;
  readonly cells: Int32Array;
  readonly results: Float64Array;
  readonly rings: readonly RingViews[];
}

export interface RingViews {
  /** Word 0: how many events were ever written. */
  readonly header: Int32Array;
  /** Kind in the low byte, argument above it. */
  readonly codes: Int32Array;
  /** Milliseconds since the run's origin. */
  readonly times: Float64Array;
}

/** Words of the control area, each in a block of its own. */
export const controlWords = {
  stop: 0,
  gateArrived: blockWords,
  gateGeneration: blockWords * 2,
  startLine: blockWords * 3,
  wordCount: blockWords * 4,
} as const;

/** Words of a worker's block. */
export const seatWords = { state: 0, progress: 1, waitsFor: 2, round: 3 } as const;

/** Words of a resource's block: the futex word, the owner (worker + 1, 0 for none) and two more for richer locks. */
export const lockWords = { state: 0, owner: 1, extra: 2, more: 3 } as const;

export function createLabMemory(plan: MemoryPlan): LabMemory {
  return viewLabMemory(new SharedArrayBuffer(offsetsOf(plan).byteLength), plan);
}

/** The same views over a memory that came from the page. */
export function viewLabMemory(buffer: SharedArrayBuffer, plan: MemoryPlan): LabMemory {
  const at = offsetsOf(plan);
  const words = (byteOffset: number, length: number): Int32Array => new Int32Array(buffer, byteOffset, length);
  const rings = Array.from({ length: plan.workers }, (_, index) => ({
    header: words(at.ringHeaders + index * blockWords * 4, blockWords),
    codes: words(at.ringCodes + index * plan.ringCapacity * 4, plan.ringCapacity),
    times: new Float64Array(buffer, at.ringTimes + index * plan.ringCapacity * 8, plan.ringCapacity),
  }));
  return {
    buffer,
    plan,
    rings,
    control: words(0, controlWords.wordCount),
    seats: words(at.seats, plan.workers * blockWords),
    locks: words(at.locks, resourceCount * blockWords),
    cells: words(at.cells, plan.cellWords),
    results: new Float64Array(buffer, at.results, plan.resultCount),
  };
}

interface Offsets {
  readonly seats: number;
  readonly locks: number;
  readonly cells: number;
  readonly results: number;
  readonly ringHeaders: number;
  readonly ringCodes: number;
  readonly ringTimes: number;
  readonly byteLength: number;
}

function offsetsOf(plan: MemoryPlan): Offsets {
  const seats = controlWords.wordCount * 4;
  const locks = seats + plan.workers * blockWords * 4;
  const cells = locks + resourceCount * blockWords * 4;
  const results = wholeBlocks(cells + plan.cellWords * 4);
  const ringHeaders = wholeBlocks(results + plan.resultCount * 8);
  const ringCodes = ringHeaders + plan.workers * blockWords * 4;
  const ringTimes = wholeBlocks(ringCodes + plan.workers * plan.ringCapacity * 4);
  const byteLength = ringTimes + plan.workers * plan.ringCapacity * 8;
  return { seats, locks, cells, results, ringHeaders, ringCodes, ringTimes, byteLength };
}

/** The next byte offset at which a block begins. */
function wholeBlocks(byteOffset: number): number {
  const blockBytes = blockWords * 4;
  return Math.ceil(byteOffset / blockBytes) * blockBytes;
}

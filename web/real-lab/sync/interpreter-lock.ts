import { blockWords, type LabMemory, lockWords } from '../memory/lab-memory.ts';

/** CPython's `sys.getswitchinterval()`, in milliseconds. */
const switchIntervalMs = 5;

/** What happens to one worker at the lock, for its timeline. */
export interface GilObserver {
  readonly index: number;
  waitsForGil(): void;
  asksForDrop(): void;
  takesGil(): void;
  dropsGil(): void;
}

/**
 * A global interpreter lock between real threads.
 * Models: CPython 3.13, Python/ceval_gil.c: take_gil waits 5 ms at a time and then asks the holder to drop it; the holder looks at the
 * request between "bytecodes" (`poll`), drops the lock and waits until another thread has really got it (forced switching).
 * Leaves out: signals, subinterpreters, the free-threaded build. A condition variable there is a futex word here.
 */
export class InterpreterLock {
  readonly #words: Int32Array;
  /** 1 while somebody has it. */
  readonly #lockedAt: number;
  readonly #lastHolderAt: number;
  readonly #switchesAt: number;
  readonly #dropRequestAt: number;

  constructor(memory: LabMemory, resource: number) {
    this.#words = memory.locks;
    const at = resource * blockWords;
    this.#lockedAt = at + lockWords.state;
    this.#lastHolderAt = at + lockWords.owner;
    this.#switchesAt = at + lockWords.extra;
    this.#dropRequestAt = at + lockWords.more;
  }

  /** How often the lock went from one worker to another. */
  get switchCount(): number {
    return Atomics.load(this.#words, this.#switchesAt);
  }

  take(observer: GilObserver): void {
    if (Atomics.compareExchange(this.#words, this.#lockedAt, 0, 1) !== 0) {
      observer.waitsForGil();
      while (Atomics.compareExchange(this.#words, this.#lockedAt, 0, 1) !== 0) this.#waitOneInterval(observer);
    }
    if (Atomics.exchange(this.#words, this.#lastHolderAt, observer.index + 1) !== observer.index + 1) {
      Atomics.add(this.#words, this.#switchesAt, 1);
      Atomics.notify(this.#words, this.#switchesAt);
    }
    Atomics.store(this.#words, this.#dropRequestAt, 0);
    observer.takesGil();
  }

  /** Called between steps of work: gives the lock away if somebody has waited its interval for it. */
  poll(observer: GilObserver): void {
    if (Atomics.load(this.#words, this.#dropRequestAt) === 0) return;
    this.drop(observer);
    this.take(observer);
  }

  drop(observer: GilObserver): void {
    const switches = Atomics.load(this.#words, this.#switchesAt);
    const isForced = Atomics.exchange(this.#words, this.#dropRequestAt, 0) === 1;
    observer.dropsGil();
    Atomics.store(this.#words, this.#lockedAt, 0);
    Atomics.notify(this.#words, this.#lockedAt, 1);
    if (isForced) Atomics.wait(this.#words, this.#switchesAt, switches);
  }

  #waitOneInterval(observer: GilObserver): void {
    const switches = this.switchCount;
    const result = Atomics.wait(this.#words, this.#lockedAt, 1, switchIntervalMs);
    if (result !== 'timed-out' || switches !== this.switchCount) return;
    if (Atomics.load(this.#words, this.#lockedAt) === 0) return;
    if (Atomics.exchange(this.#words, this.#dropRequestAt, 1) === 0) observer.asksForDrop();
  }
}

/**
 * Who holds a load reservation on which block of memory.
 * Models: LR/SC of the A extension; the reservation set is a whole block (a cache line where there are caches). A store by another hart
 * anywhere in the block ends it; any SC, failed or not, ends the hart's own.
 * Leaves out: the freedom to fail without a cause, which the manual gives to SC.
 */
const noBlock = -1;

export class Reservations {
  readonly #blockOfHart: Float64Array;
  readonly #blockMask: number;

  constructor(harts: number, blockBytes: number) {
    this.#blockOfHart = new Float64Array(harts).fill(noBlock);
    this.#blockMask = ~(blockBytes - 1);
  }

  reserve(hart: number, address: number): void {
    this.#blockOfHart[hart] = this.#blockOf(address);
  }

  holds(hart: number, address: number): boolean {
    return this.#blockOfHart[hart] === this.#blockOf(address);
  }

  release(hart: number): void {
    this.#blockOfHart[hart] = noBlock;
  }

  /** The block that a hart has reserved, or null. */
  blockOf(hart: number): number | null {
    const block = this.#blockOfHart[hart];
    return block === undefined || block === noBlock ? null : block;
  }

  /** A hart stores to `bytes` bytes: every other hart's reservation there ends. */
  storeBy(hart: number, address: number, bytes: number): void {
    const first = this.#blockOf(address);
    const last = this.#blockOf((address + bytes - 1) >>> 0);
    for (let other = 0; other < this.#blockOfHart.length; other += 1) {
      const block = this.#blockOfHart[other];
      if (other !== hart && (block === first || block === last)) this.#blockOfHart[other] = noBlock;
    }
  }

  save(): Float64Array {
    return this.#blockOfHart.slice();
  }

  restore(snapshot: Float64Array): void {
    this.#blockOfHart.set(snapshot);
  }

  #blockOf(address: number): number {
    return (address & this.#blockMask) >>> 0;
  }
}

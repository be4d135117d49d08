/** Memory that answers within the cycle: the machine without caches. */
import type { MemoryPort } from './memory-port.ts';
import type { SparseMemory } from './sparse-memory.ts';

export class DirectPort implements MemoryPort {
  readonly #memory: SparseMemory;

  constructor(memory: SparseMemory) {
    this.#memory = memory;
  }

  fetchIsReady(): boolean {
    return true;
  }

  dataIsReady(): boolean {
    return true;
  }

  read(address: number, bytes: number): number {
    return this.#memory.read(address, bytes);
  }

  write(address: number, bytes: number, value: number): void {
    this.#memory.write(address, bytes, value);
  }

  cancelData(): void {
    // Nothing ever waits.
  }

  synchronizeInstructions(): void {
    // Fetches see every store already.
  }
}

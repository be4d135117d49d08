/**
 * Main memory: 4 GiB of bytes, of which only the pages in use exist, and the decoded instructions lying in them.
 * Models: a flat little-endian physical memory; what was never written reads as zero.
 * Leaves out: address translation, protection, devices.
 */
import { decode } from '../isa/decode.ts';
import type { Instruction } from '../isa/decode.ts';

const pageShift = 12;
const pageBytes = 1 << pageShift;
const offsetMask = pageBytes - 1;

interface Page {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  /** Decoded once, forgotten when the word is written. */
  readonly instructions: (Instruction | null)[];
}

export type MemorySnapshot = ReadonlyMap<number, Uint8Array>;

export class SparseMemory {
  readonly #pages = new Map<number, Page>();
  #dataNumber = -1;
  #dataPage: Page = newPage();
  #codeNumber = -1;
  #codePage: Page = this.#dataPage;

  /** The instruction at an address that is a multiple of four. */
  instructionAt(address: number): Instruction {
    const number = address >>> pageShift;
    if (number !== this.#codeNumber) {
      this.#codePage = this.#pageOf(number);
      this.#codeNumber = number;
    }
    const index = (address & offsetMask) >>> 2;
    const known = this.#codePage.instructions[index];
    if (known) return known;
    const instruction = decode(this.#codePage.words[index] as number);
    this.#codePage.instructions[index] = instruction;
    return instruction;
  }

  /** The bytes at an address, the lowest first, not sign-extended. */
  read(address: number, bytes: number): number {
    if ((address & (bytes - 1)) !== 0) return this.#readBytewise(address, bytes);
    const page = this.#dataPageOf(address >>> pageShift);
    const offset = address & offsetMask;
    if (bytes === 4) return page.words[offset >>> 2] as number;
    const low = page.bytes[offset] as number;
    return bytes === 1 ? low : low | ((page.bytes[offset + 1] as number) << 8);
  }

  write(address: number, bytes: number, value: number): void {
    if ((address & (bytes - 1)) !== 0) {
      for (let i = 0; i < bytes; i += 1) this.write((address + i) >>> 0, 1, value >>> (8 * i));
      return;
    }
    const page = this.#dataPageOf(address >>> pageShift);
    const offset = address & offsetMask;
    page.instructions[offset >>> 2] = null;
    if (bytes === 4) {
      page.words[offset >>> 2] = value;
      return;
    }
    page.bytes[offset] = value;
    if (bytes === 2) page.bytes[offset + 1] = value >>> 8;
  }

  load(address: number, bytes: Uint8Array): void {
    for (const [i, byte] of bytes.entries()) this.write((address + i) >>> 0, 1, byte);
  }

  save(): MemorySnapshot {
    return new Map([...this.#pages].map(([number, page]) => [number, page.bytes.slice()]));
  }

  restore(snapshot: MemorySnapshot): void {
    for (const [number, page] of this.#pages) {
      page.bytes.set(snapshot.get(number) ?? new Uint8Array(pageBytes));
      page.instructions.fill(null);
    }
    for (const [number, bytes] of snapshot) this.#pageOf(number).bytes.set(bytes);
  }

  #readBytewise(address: number, bytes: number): number {
    let value = 0;
    for (let i = 0; i < bytes; i += 1) value |= this.read((address + i) >>> 0, 1) << (8 * i);
    return value;
  }

  #dataPageOf(number: number): Page {
    if (number !== this.#dataNumber) {
      this.#dataPage = this.#pageOf(number);
      this.#dataNumber = number;
    }
    return this.#dataPage;
  }

  #pageOf(number: number): Page {
    const known = this.#pages.get(number);
    if (known) return known;
    const page = newPage();
    this.#pages.set(number, page);
    return page;
  }
}

function newPage(): Page {
  const bytes = new Uint8Array(pageBytes);
  const instructions: (Instruction | null)[] = Array.from({ length: pageBytes / 4 }, () => null);
  return { bytes, words: new Int32Array(bytes.buffer), instructions };
}

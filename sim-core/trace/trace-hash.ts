/** The fingerprint of a trace: 64 bits, the same in every JavaScript engine because only whole numbers go into it. */
import type { OutputPiece } from './trace.ts';

export interface HashedColumns {
  readonly timeNs: Float64Array;
  readonly step: Float64Array;
  readonly kind: Uint8Array;
  readonly thread: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly strings: readonly string[];
  readonly output: readonly OutputPiece[];
  readonly steps: number;
  readonly endNs: number;
  readonly outcome: string;
}

const twoTo32 = 0x1_0000_0000;

/** Two lanes of multiply-and-rotate (as in MurmurHash3), sixteen hex digits. */
class Fingerprint {
  low = 0x2545f491 | 0;
  high = 0x6c62272e | 0;

  word(value: number): void {
    let mixed = Math.imul(value, 0xcc9e2d51);
    mixed = Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
    this.low ^= mixed;
    this.low = (Math.imul((this.low << 13) | (this.low >>> 19), 5) + 0xe6546b64) | 0;
    this.high ^= Math.imul(value ^ this.low, 0x85ebca6b);
    this.high = (Math.imul((this.high << 17) | (this.high >>> 15), 9) + 0x52dce729) | 0;
  }

  /** A whole number below 2^53. */
  number(value: number): void {
    this.word(value | 0);
    this.word(Math.floor(value / twoTo32) | 0);
  }

  text(text: string): void {
    this.word(text.length);
    for (let i = 0; i < text.length; i += 1) this.word(text.charCodeAt(i));
  }

  digits(): string {
    return hex(this.high) + hex(this.low);
  }
}

export function hashOfColumns(columns: HashedColumns): string {
  const fingerprint = new Fingerprint();
  const length = columns.kind.length;
  for (let i = 0; i < length; i += 1) {
    fingerprint.number(columns.timeNs[i] as number);
    fingerprint.number(columns.step[i] as number);
    fingerprint.word(columns.kind[i] as number);
    fingerprint.word(columns.thread[i] as number);
    fingerprint.word(columns.a[i] as number);
    fingerprint.word(columns.b[i] as number);
  }
  for (const text of columns.strings) fingerprint.text(text);
  for (const piece of columns.output) fingerprint.text(piece.text);
  fingerprint.number(columns.steps);
  fingerprint.number(columns.endNs);
  fingerprint.text(columns.outcome);
  return fingerprint.digits();
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

/** The immediate of an instruction word, and its way back into the word, by format. */
import type { Format } from './instruction-table.ts';

export function immediateOf(word: number, format: Format): number {
  switch (format) {
    case 'I':
    case 'csr':
      return word >> 20;
    case 'S':
      return ((word >> 25) << 5) | ((word >>> 7) & 0x1f);
    case 'B':
      return ((word >> 31) << 12) | ((word & 0x80) << 4) | ((word >>> 20) & 0x7e0) | ((word >>> 7) & 0x1e);
    case 'U':
      return word & 0xfffff000;
    case 'J':
      return ((word >> 31) << 20) | (word & 0xff000) | ((word >>> 9) & 0x800) | ((word >>> 20) & 0x7fe);
    case 'shift':
      return (word >>> 20) & 0x1f;
    case 'R':
    case 'system':
      return 0;
  }
}

export function immediateBits(value: number, format: Format): number {
  switch (format) {
    case 'I':
    case 'csr':
      return value << 20;
    case 'S':
      return ((value >> 5) << 25) | ((value & 0x1f) << 7);
    case 'B':
      return ((value & 0x1000) << 19) | ((value & 0x800) >> 4) | ((value & 0x7e0) << 20) | ((value & 0x1e) << 7);
    case 'U':
      return value & 0xfffff000;
    case 'J':
      return ((value & 0x100000) << 11) | (value & 0xff000) | ((value & 0x800) << 9) | ((value & 0x7fe) << 20);
    case 'shift':
      return (value & 0x1f) << 20;
    case 'R':
    case 'system':
      return 0;
  }
}

/** A 32-bit word as text. */
import type { NumberBase } from './lab-state.ts';

export function formatWord(word: number, base: NumberBase): string {
  switch (base) {
    case 'hexadecimal':
      return hexadecimal(word);
    case 'decimal':
      return String(word | 0);
    case 'binary':
      return (word >>> 0)
        .toString(2)
        .padStart(32, '0')
        .replaceAll(/(.{8})(?=.)/g, '$1 ');
    case 'text':
      return [0, 8, 16, 24].map((shift) => printable((word >>> shift) & 0xff)).join('');
  }
}

export function hexadecimal(word: number): string {
  return `0x${(word >>> 0).toString(16).padStart(8, '0')}`;
}

/** Without the zeros in front. */
export function shortHexadecimal(word: number): string {
  return `0x${(word >>> 0).toString(16)}`;
}

function printable(byte: number): string {
  return byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '·';
}

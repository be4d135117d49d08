/** `bytes.hex` and `bytes.fromhex`. */
import { ValueFault } from '../value-fault.ts';

/** Hexadecimal digits, with a separator between groups that are counted from the right, or from the left if negative. */
export function hexOfBytes(bytes: Uint8Array, separator: string = '', groupSize: number = 1): string {
  const pairs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  if (separator === '' || groupSize === 0) return pairs.join('');
  const size = Math.abs(groupSize);
  const first = groupSize > 0 ? pairs.length % size : 0;
  const groups = first > 0 ? [pairs.slice(0, first).join('')] : [];
  for (let from = first; from < pairs.length; from += size) groups.push(pairs.slice(from, from + size).join(''));
  return groups.join(separator);
}

/** Checks the separator that a program gives to `hex`. */
export function checkHexSeparator(separator: string): void {
  if (separator.length !== 1) throw new ValueFault('ValueError', 'sep must be length 1.');
  if (separator.charCodeAt(0) > 127) throw new ValueFault('ValueError', 'sep must be ASCII.');
}

export function bytesFromHex(text: string): Uint8Array {
  const bytes: number[] = [];
  let index = 0;
  for (;;) {
    while (index < text.length && '\t\n\v\f\r '.includes(text.charAt(index))) index++;
    if (index >= text.length) return Uint8Array.from(bytes);
    for (const position of [index, index + 1]) {
      if (!/^[\da-fA-F]$/.test(text.charAt(position))) throw invalidHex(position);
    }
    bytes.push(Number.parseInt(text.slice(index, index + 2), 16));
    index += 2;
  }
}

function invalidHex(position: number): ValueFault {
  return new ValueFault('ValueError', `non-hexadecimal number found in fromhex() arg at position ${position}`);
}

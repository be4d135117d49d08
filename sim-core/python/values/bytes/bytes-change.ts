/** The bytes methods that give changed bytes; only ASCII letters have a case. */
import { centerText, expandTabs, leftJustifyText, rightJustifyText, zeroFillText } from '../text/text-pad.ts';
import { removePrefix, removeSuffix, replaceText } from '../text/text-replace.ts';
import { leftStripText, rightStripText } from '../text/text-strip.ts';
import { ValueFault } from '../value-fault.ts';
import { bytesOfLatin, latinText } from './latin-text.ts';

const whiteSpace = '\t\n\v\f\r ';
const space = Uint8Array.of(0x20);

/** A maximum below 0 is none. */
export function replaceBytes(
  bytes: Uint8Array,
  old: Uint8Array,
  replacement: Uint8Array,
  maximum: number = -1,
): Uint8Array {
  return bytesOfLatin(replaceText(latinText(bytes), latinText(old), latinText(replacement), maximum));
}

/** Stripped set of null stands for white space. */
export function stripBytes(bytes: Uint8Array, stripped: Uint8Array | null): Uint8Array {
  return leftStripBytes(rightStripBytes(bytes, stripped), stripped);
}

export function leftStripBytes(bytes: Uint8Array, stripped: Uint8Array | null): Uint8Array {
  return bytesOfLatin(leftStripText(latinText(bytes), stripped === null ? whiteSpace : latinText(stripped)));
}

export function rightStripBytes(bytes: Uint8Array, stripped: Uint8Array | null): Uint8Array {
  return bytesOfLatin(rightStripText(latinText(bytes), stripped === null ? whiteSpace : latinText(stripped)));
}

export function centerBytes(bytes: Uint8Array, width: number, fill: Uint8Array = space): Uint8Array {
  return bytesOfLatin(centerText(latinText(bytes), width, latinText(fill)));
}

export function leftJustifyBytes(bytes: Uint8Array, width: number, fill: Uint8Array = space): Uint8Array {
  return bytesOfLatin(leftJustifyText(latinText(bytes), width, latinText(fill)));
}

export function rightJustifyBytes(bytes: Uint8Array, width: number, fill: Uint8Array = space): Uint8Array {
  return bytesOfLatin(rightJustifyText(latinText(bytes), width, latinText(fill)));
}

export function zeroFillBytes(bytes: Uint8Array, width: number): Uint8Array {
  return bytesOfLatin(zeroFillText(latinText(bytes), width));
}

export function expandByteTabs(bytes: Uint8Array, tabSize: number = 8): Uint8Array {
  return bytesOfLatin(expandTabs(latinText(bytes), tabSize));
}

export function removeBytesPrefix(bytes: Uint8Array, prefix: Uint8Array): Uint8Array {
  return bytesOfLatin(removePrefix(latinText(bytes), latinText(prefix)));
}

export function removeBytesSuffix(bytes: Uint8Array, suffix: Uint8Array): Uint8Array {
  return bytesOfLatin(removeSuffix(latinText(bytes), latinText(suffix)));
}

/** `bytes.translate(table, deleted)`; a table of null changes nothing. */
export function translateBytes(bytes: Uint8Array, table: Uint8Array | null, deleted: Uint8Array): Uint8Array {
  if (table !== null && table.length !== 256) {
    throw new ValueFault('ValueError', 'translation table must be 256 characters long');
  }
  const gone = new Set(deleted);
  const kept = bytes.filter((byte) => !gone.has(byte));
  return table === null ? kept : kept.map((byte) => table[byte] as number);
}

/** `bytes.maketrans(from, to)`. */
export function makeTranslation(from: Uint8Array, to: Uint8Array): Uint8Array {
  if (from.length !== to.length) {
    throw new ValueFault('ValueError', 'maketrans arguments must have same length');
  }
  const table = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (const [index, byte] of from.entries()) table[byte] = to[index] as number;
  return table;
}

export function lowerBytes(bytes: Uint8Array): Uint8Array {
  return bytes.map(lowerByte);
}

export function upperBytes(bytes: Uint8Array): Uint8Array {
  return bytes.map(upperByte);
}

export function swapBytesCase(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => (isUpperByte(byte) ? lowerByte(byte) : upperByte(byte)));
}

export function capitalizeBytes(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => (index === 0 ? upperByte(byte) : lowerByte(byte)));
}

export function titleBytes(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => (isLetterByte(bytes[index - 1] ?? 0) ? lowerByte(byte) : upperByte(byte)));
}

function isUpperByte(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

function isLetterByte(byte: number): boolean {
  return isUpperByte(byte) || (byte >= 0x61 && byte <= 0x7a);
}

function lowerByte(byte: number): number {
  return isUpperByte(byte) ? byte + 32 : byte;
}

function upperByte(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 32 : byte;
}

/** `split`, `rsplit`, `splitlines`, `partition` and `rpartition` for bytes, whose white space is that of ASCII. */
import { partitionText, rightPartitionText, rightSplitText, splitText } from '../text/text-split.ts';
import { bytesOfLatin, latinText } from './latin-text.ts';

/** A separator of null splits at runs of white space, a maximum below 0 is none. */
export function splitBytes(bytes: Uint8Array, separator: Uint8Array | null, maximum: number = -1): Uint8Array[] {
  const text = latinText(bytes);
  if (separator !== null) return splitText(text, latinText(separator), maximum).map(bytesOfLatin);
  const words = [...text.matchAll(/[^\t-\r ]+/g)];
  if (maximum < 0 || words.length <= maximum) return words.map((word) => bytesOfLatin(word[0]));
  const head = words.slice(0, maximum).map((word) => bytesOfLatin(word[0]));
  return [...head, bytes.slice((words[maximum] as RegExpExecArray).index)];
}

export function rightSplitBytes(bytes: Uint8Array, separator: Uint8Array | null, maximum: number = -1): Uint8Array[] {
  const text = latinText(bytes);
  if (separator !== null) return rightSplitText(text, latinText(separator), maximum).map(bytesOfLatin);
  const words = [...text.matchAll(/[^\t-\r ]+/g)];
  if (maximum < 0 || words.length <= maximum) return words.map((word) => bytesOfLatin(word[0]));
  const last = words[words.length - maximum - 1] as RegExpExecArray;
  const tail = words.slice(words.length - maximum).map((word) => bytesOfLatin(word[0]));
  return [bytes.slice(0, last.index + last[0].length), ...tail];
}

export function splitByteLines(bytes: Uint8Array, keepEnds = false): Uint8Array[] {
  const lines = latinText(bytes).match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return lines.map((line) => bytesOfLatin(keepEnds ? line : line.replace(/[\r\n]+$/, '')));
}

export function partitionBytes(bytes: Uint8Array, separator: Uint8Array): readonly Uint8Array[] {
  return partitionText(latinText(bytes), latinText(separator)).map(bytesOfLatin);
}

export function rightPartitionBytes(bytes: Uint8Array, separator: Uint8Array): readonly Uint8Array[] {
  return rightPartitionText(latinText(bytes), latinText(separator)).map(bytesOfLatin);
}

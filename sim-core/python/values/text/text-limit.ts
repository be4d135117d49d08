import { ValueFault } from '../value-fault.ts';

/** The longest text the machine makes, in UTF-16 units: every browser can hold it, and a run may not depend on which one it is. */
const maximumTextLength = 1 << 28;

/** Checks the length of a text that is about to be made; gives it back. */
export function checkedTextLength(length: number): number {
  if (length > maximumTextLength) throw new ValueFault('MemoryError', '');
  return length;
}

/** `text * count`. */
export function repeatText(text: string, count: number | bigint): string {
  if (count <= 0 || text === '') return '';
  checkedTextLength(text.length * Number(count));
  return text.repeat(Number(count));
}

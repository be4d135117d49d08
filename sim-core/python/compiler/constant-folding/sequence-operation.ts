/**
 * Joining and repeating strings, bytes and tuples, as long as the result stays small.
 * Models: CPython 3.13, Python/ast_opt.c (`safe_multiply`, `check_complexity`).
 */
import type { Constant } from '../code-object.ts';

const longestText = 4096;
const longestTuple = 256;
const mostItems = 1024;

export function joined(left: Constant, right: Constant): Constant | undefined {
  if (typeof left === 'string' && typeof right === 'string') return left + right;
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return undefined;
  if (left.kind === 'tuple' && right.kind === 'tuple') return { kind: 'tuple', items: [...left.items, ...right.items] };
  if (left.kind === 'bytes' && right.kind === 'bytes') {
    return { kind: 'bytes', value: Uint8Array.of(...left.value, ...right.value) };
  }
  return undefined;
}

export function repeated(value: Constant, count: bigint): Constant | undefined {
  if (typeof value === 'string') {
    const { length } = Array.from(value);
    return isTooLong(length, count, longestText) ? undefined : value.repeat(length === 0 ? 0 : Number(count));
  }
  if (value === null || typeof value !== 'object') return undefined;
  if (value.kind === 'bytes') {
    const { length } = value.value;
    if (isTooLong(length, count, longestText)) return undefined;
    const bytes = Array.from({ length: length === 0 ? 0 : Number(count) }, () => [...value.value]);
    return { kind: 'bytes', value: Uint8Array.from(bytes.flat()) };
  }
  if (value.kind !== 'tuple') return undefined;
  const { items } = value;
  if (items.length === 0) return value;
  if (isTooLong(items.length, count, longestTuple)) return undefined;
  if (count > 0n && itemCount(value, Math.floor(mostItems / Number(count))) < 0) return undefined;
  return { kind: 'tuple', items: Array.from({ length: Number(count) }, () => items).flat() };
}

function isTooLong(length: number, count: bigint, limit: number): boolean {
  return length > 0 && (count < 0n || count > BigInt(Math.floor(limit / length)));
}

/** What is left of a limit after all items of a tuple and the tuples in it; below zero where there are too many. */
function itemCount(value: Constant, limit: number): number {
  if (typeof value !== 'object' || value?.kind !== 'tuple') return limit;
  let left = limit - value.items.length;
  for (const item of value.items) {
    if (left < 0) return left;
    left = itemCount(item, left);
  }
  return left;
}

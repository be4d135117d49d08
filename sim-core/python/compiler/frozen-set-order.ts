/**
 * A frozenset constant: each element once, in the order in which CPython would go through them.
 * Models: CPython 3.13, Objects/setobject.c (`set_add_entry`, `set_table_resize`), with PYTHONHASHSEED=0.
 * Leaves out: the order of sets with floats, tuples or other constants, which stay as they are written.
 */
import type { Constant, FrozenSetConstant } from './code-object.ts';
import { constantHash } from './constant-hash.ts';
import { ConstantTable } from './constant-table.ts';

export function frozenSetOf(items: readonly Constant[]): FrozenSetConstant {
  const table = new ConstantTable();
  const numbers = new Set<number | bigint>();
  for (const item of items) {
    // 1, 1.0 and True are one element: the first of them.
    const number = numberOf(item);
    if (number !== null && numbers.has(number)) continue;
    if (number !== null) numbers.add(number);
    table.add(item);
  }
  return { kind: 'frozenset', items: inTableOrder(table.items) };
}

function numberOf(item: Constant): number | bigint | null {
  if (typeof item === 'number' || typeof item === 'bigint') return item;
  if (typeof item === 'boolean') return Number(item);
  return typeof item === 'object' && item?.kind === 'float' ? item.value : null;
}

interface Entry {
  readonly item: Constant;
  /** 64 bits, without a sign. */
  readonly hash: bigint;
}

const smallestTable = 8;

function inTableOrder(items: readonly Constant[]): Constant[] {
  let slots: (Entry | null)[] = emptySlots(smallestTable);
  let used = 0;
  for (const item of items) {
    const hash = constantHash(item);
    if (hash === null) return [...items];
    insert(slots, { item, hash });
    used += 1;
    if (used * 5 >= (slots.length - 1) * 3) slots = grown(slots, used * 4);
  }
  return slots.filter((entry) => entry !== null).map((entry) => entry.item);
}

function emptySlots(size: number): (Entry | null)[] {
  return Array.from({ length: size }, () => null);
}

function grown(slots: readonly (Entry | null)[], leastSize: number): (Entry | null)[] {
  let size = smallestTable;
  while (size <= leastSize) size *= 2;
  const bigger = emptySlots(size);
  for (const entry of slots) if (entry !== null) insert(bigger, entry);
  return bigger;
}

/** So many slots after the first are tried before the search jumps. */
const linearProbes = 9;

function insert(slots: (Entry | null)[], entry: Entry): void {
  const mask = BigInt(slots.length - 1);
  let perturb = entry.hash;
  for (let at = entry.hash & mask; ; at = (at * 5n + 1n + perturb) & mask) {
    const first = Number(at);
    const last = first + linearProbes < slots.length ? first + linearProbes : first;
    for (let slot = first; slot <= last; slot += 1) {
      if (slots[slot] !== null) continue;
      slots[slot] = entry;
      return;
    }
    perturb >>= 5n;
  }
}

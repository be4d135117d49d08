/**
 * A frozenset constant: each element once.
 * Models: CPython 3.13, Objects/setobject.c.
 */
import type { Constant, FrozenSetConstant } from './code-object.ts';
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
  return { kind: 'frozenset', items: table.items };
}

function numberOf(item: Constant): number | bigint | null {
  if (typeof item === 'number' || typeof item === 'bigint') return item;
  if (typeof item === 'boolean') return Number(item);
  return typeof item === 'object' && item?.kind === 'float' ? item.value : null;
}

/**
 * A frozenset constant: each element once.
 * Models: CPython 3.13, Objects/setobject.c.
 */
import type { Constant, FrozenSetConstant } from './code-object.ts';
import { ConstantTable } from './constant-table.ts';

export function frozenSetOf(items: readonly Constant[]): FrozenSetConstant {
  const table = new ConstantTable();
  for (const item of items) table.add(item);
  return { kind: 'frozenset', items: table.items };
}

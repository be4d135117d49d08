/** An item of a constant string, bytes or tuple; undefined where Python would raise. */
import type { Constant } from '../code-object.ts';
import { integerOf } from './integer.ts';

export function itemOf(value: Constant, index: Constant): Constant | undefined {
  const integer = integerOf(index);
  if (integer === null) return undefined;
  if (typeof value === 'string') return at(Array.from(value), integer);
  if (value === null || typeof value !== 'object') return undefined;
  if (value.kind === 'bytes') return at([...value.value], integer);
  return value.kind === 'tuple' ? at(value.items, integer) : undefined;
}

function at(items: readonly Constant[], index: bigint): Constant | undefined {
  const position = index < 0n ? Number(index) + items.length : Number(index);
  return items[position];
}

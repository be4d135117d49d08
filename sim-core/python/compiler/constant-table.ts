/**
 * The constants of a code object, each kept once.
 * Models: CPython 3.13, Objects/codeobject.c (`_PyCode_ConstantKey`): 1, 1.0, True and 0.0, -0.0 are different constants.
 */
import type { Constant } from './code-object.ts';

export class ConstantTable {
  readonly items: Constant[] = [];
  readonly #indexByKey = new Map<unknown, number>();

  add(value: Constant): number {
    const key = keyOf(value);
    const known = this.#indexByKey.get(key);
    if (known !== undefined) return known;
    const index = this.items.length;
    this.items.push(value);
    this.#indexByKey.set(key, index);
    return index;
  }
}

/** Equal for constants that are the same; a code object is only the same as itself. */
function keyOf(value: Constant): unknown {
  switch (typeof value) {
    case 'string':
      return `s${value}`;
    case 'number':
      return `i${value}`;
    case 'bigint':
      return `i${value}`;
    case 'boolean':
      return `b${String(value)}`;
    default:
      return value === null || value.kind !== 'code' ? boxedKey(value) : value;
  }
}

function boxedKey(value: Exclude<Constant, string | number | bigint | boolean>): string {
  if (value === null) return 'n';
  switch (value.kind) {
    case 'float':
      return `f${floatKey(value.value)}`;
    case 'complex':
      return `c${floatKey(value.real)},${floatKey(value.imag)}`;
    case 'bytes':
      return `y${value.value.join(',')}`;
    case 'ellipsis':
      return 'e';
    case 'tuple':
      return `(${value.items.map((item) => JSON.stringify(keyOf(item))).join(',')})`;
    case 'frozenset':
      return `{${value.items.map((item) => JSON.stringify(keyOf(item))).join(',')}}`;
    case 'code':
      return '';
  }
}

function floatKey(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

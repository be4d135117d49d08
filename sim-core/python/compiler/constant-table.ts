/**
 * The constants of a code object, each kept once.
 * Models: CPython 3.13, Objects/codeobject.c (`_PyCode_ConstantKey`): 1, 1.0, True and 0.0, -0.0 are different constants.
 */
import type { CodeObject, Constant } from './code-object.ts';

export class ConstantTable {
  readonly items: Constant[] = [];
  readonly #indexByKey = new Map<string, number>();

  add(value: Constant): number {
    if (typeof value === 'object' && value?.kind === 'code') return this.#addCode(value);
    const isNaN = typeof value === 'object' && value?.kind === 'float' && Number.isNaN(value.value);
    // Not a number is not equal even to itself.
    if (isNaN) return this.items.push(value) - 1;
    const key = keyOf(value);
    const known = this.#indexByKey.get(key);
    if (known !== undefined) return known;
    const index = this.items.length;
    this.items.push(value);
    this.#indexByKey.set(key, index);
    return index;
  }

  /** The same code compiled twice (the test of a `while`, a `finally` block) is one constant. */
  #addCode(code: CodeObject): number {
    const known = this.items.findIndex(
      (item) => typeof item === 'object' && item?.kind === 'code' && isSameCode(item, code),
    );
    return known >= 0 ? known : this.items.push(code) - 1;
  }
}

function isSameCode(one: CodeObject, two: CodeObject): boolean {
  if (one.name !== two.name || one.firstLineNumber !== two.firstLineNumber) return false;
  if (one.opcodes.length !== two.opcodes.length) return false;
  return codeKey(one) === codeKey(two);
}

function codeKey(code: CodeObject): string {
  const numbers = [code.opcodes, code.arguments, code.positions, code.exceptionTable, code.localsPlusKinds];
  const names = [...code.names, '', ...code.localsPlusNames];
  return [...numbers.map((row) => row.join(',')), ...names, ...code.constants.map(keyOf)].join('|');
}

/** Equal for constants that are the same. */
function keyOf(value: Constant): string {
  if (typeof value === 'string') return `s${value}`;
  if (typeof value === 'number' || typeof value === 'bigint') return `i${value}`;
  return typeof value === 'boolean' ? `b${String(value)}` : boxedKey(value);
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
      return `k${codeKey(value)}`;
  }
}

function floatKey(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

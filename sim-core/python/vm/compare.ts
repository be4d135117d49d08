/** Comparisons. Models: do_richcompare in Objects/object.c and the rich comparisons of the built-in types. */
import { typeOf } from '../objects/builtin-types.ts';
import { structurallyEqual } from '../objects/dict-key.ts';
import type { NativeSteps } from '../objects/native-function.ts';
import { PyByteArray, PyBytes } from '../objects/py-bytes.ts';
import { PyComplex } from '../objects/py-complex.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyList } from '../objects/py-list.ts';
import { PyMappingProxy } from '../objects/py-mapping-proxy.ts';
import { PyRange } from '../objects/py-range.ts';
import { notImplemented } from '../objects/py-singletons.ts';
import { PySlice } from '../objects/py-slice.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyFloatInstance, PyIntInstance, PyStrInstance } from '../objects/value-instances.ts';
import { PyMethod } from '../objects/py-method.ts';
import type { Value } from '../objects/value.ts';
import { compareIntWithFloat } from '../values/int/int-float.ts';
import { findEntrySteps } from './dict-access.ts';
import { callSteps } from './invoke.ts';
import { callOperator } from './operator-call.ts';
import { compareSets, isSetLike } from './set-steps.ts';
import { truthSteps } from './truth.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';
import type { PyRaise } from './raise.ts';

/** COMPARE_OP's operations by number, with their methods and reflections. */
const methods = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const;
const symbols = ['<', '<=', '==', '!=', '>', '>='] as const;
const reflected = [4, 5, 2, 3, 0, 1] as const;

/** The number behind an int, bool or float (or an instance of a subclass); null for other values. */
export function numberOf(value: Value): number | bigint | PyFloat | null {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'object':
      if (value instanceof PyFloat) return value;
      if (value instanceof PyIntInstance) return value.value;
      if (value instanceof PyFloatInstance) return new PyFloat(value.value);
      return null;
    default:
      return null;
  }
}

/** The text of a str or an instance of a subclass; null for other values. */
export function textOf(value: Value): string | null {
  if (typeof value === 'string') return value;
  return value instanceof PyStrInstance ? value.value : null;
}

/** -1, 0 or 1; null where a NaN makes all but != false. */
function orderNumbers(a: number | bigint | PyFloat, b: number | bigint | PyFloat): number | null {
  if (a instanceof PyFloat) {
    if (b instanceof PyFloat) return a.value < b.value ? -1 : a.value > b.value ? 1 : a.value === b.value ? 0 : null;
    const order = compareIntWithFloat(b, a.value);
    return order === null ? null : 0 - order;
  }
  if (b instanceof PyFloat) return compareIntWithFloat(a, b.value);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By code point, as Python orders str. */
export function orderTexts(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return codePointRank(x) < codePointRank(y) ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}

/** Surrogates stand for code points above all others. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function answer(op: number, order: number | null): boolean {
  if (order === null) return op === 3;
  switch (op) {
    case 0:
      return order < 0;
    case 1:
      return order <= 0;
    case 2:
      return order === 0;
    case 3:
      return order !== 0;
    case 4:
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Comparison of two values of built-in types without running Python; undefined where that is not enough. */
export function compareQuickly(op: number, a: Value, b: Value): boolean | undefined {
  const x = numberOf(a);
  const y = numberOf(b);
  if (x !== null && y !== null && !hasOwnComparison(a) && !hasOwnComparison(b)) return answer(op, orderNumbers(x, y));
  if (typeof a === 'string' && typeof b === 'string') return answer(op, orderTexts(a, b));
  if (a === null && b === null && (op === 2 || op === 3)) return op === 2;
  return undefined;
}

function hasOwnComparison(value: Value): boolean {
  return typeof value === 'object' && value !== null && value.type.isHeap;
}

/** For generator bodies: the truth of `a op b`. */
export function* compareSteps(thread: PyThread, op: number, a: Value, b: Value): Generator<undefined, boolean, Value> {
  if (a === b && op === 2 && !(a instanceof PyFloat)) return true;
  const quick = compareQuickly(op, a, b);
  if (quick !== undefined) return quick;
  const result = yield* richCompareSteps(thread, op, a, b);
  return typeof result === 'boolean' ? result : yield* truthSteps(thread, result);
}

/** For generator bodies: what `a op b` gives, any object. */
export function* richCompareSteps(
  thread: PyThread,
  op: number,
  a: Value,
  b: Value,
): Generator<undefined, Value, Value> {
  const quick = compareQuickly(op, a, b);
  if (quick !== undefined) return quick;
  const typeA = typeOf(a);
  const typeB = typeOf(b);
  const back = reflected[op] as number;
  const isReflectedFirst = typeA !== typeB && typeB.isSubtypeOf(typeA) && definesMethod(b, back);
  if (isReflectedFirst) {
    const result = yield* tryMethod(thread, back, b, a);
    if (result !== notImplemented) return result;
  }
  const result = yield* tryMethod(thread, op, a, b);
  if (result !== notImplemented) return result;
  if (!isReflectedFirst) {
    const other = yield* tryMethod(thread, back, b, a);
    if (other !== notImplemented) return other;
  }
  if (op === 2) return a === b;
  if (op === 3) return a !== b;
  throw notOrdered(op, a, b);
}

/** Calls a class's own comparison on a short way (operator-call.ts); false where there is none. != may fall back on ==. */
// oxlint-disable-next-line max-params -- called for every comparison of a class
export function callComparison(thread: PyThread, op: number, a: Value, b: Value, wantsBool: boolean): boolean {
  return op !== 3 && callOperator(thread, { name: methods[op] as string, rest: afterOwnSteps, wantsBool }, op, a, b);
}

/** The left operand's own method has given NotImplemented. */
function* afterOwnSteps(thread: PyThread, op: number, a: Value, b: Value): NativeSteps {
  const other = yield* tryMethod(thread, reflected[op] as number, b, a);
  if (other !== notImplemented) return other;
  if (op === 2) return a === b;
  throw notOrdered(op, a, b);
}

function notOrdered(op: number, a: Value, b: Value): PyRaise {
  return raised(
    'TypeError',
    `'${symbols[op]}' not supported between instances of '${typeOf(a).title}' and '${typeOf(b).title}'`,
  );
}

function definesMethod(value: Value, op: number): boolean {
  return typeOf(value).lookup(methods[op] as string) !== undefined;
}

function* tryMethod(thread: PyThread, op: number, a: Value, b: Value): Generator<undefined, Value, Value> {
  const type = typeOf(a);
  if (type.isHeap || type.hasInstanceDict || a instanceof PyInstance) {
    const own = type.lookup(methods[op] as string);
    if (own !== undefined && own !== null) {
      const result = yield* callSteps(thread, own, [a, b]);
      if (result !== notImplemented || op !== 3) return result;
    }
    if (op === 3) {
      const equal = type.lookup('__eq__');
      if (equal !== undefined && equal !== null) {
        const result = yield* callSteps(thread, equal, [a, b]);
        return result === notImplemented ? notImplemented : !(yield* truthSteps(thread, result));
      }
    }
  }
  return yield* compareBuiltins(thread, op, a, b);
}

/** The comparison that the built-in types behind the two values define, or NotImplemented. */
export function* compareBuiltins(thread: PyThread, op: number, a: Value, b: Value): Generator<undefined, Value, Value> {
  const x = numberOf(a);
  const y = numberOf(b);
  if (x !== null && y !== null) return answer(op, orderNumbers(x, y));
  const s = textOf(a);
  const t = textOf(b);
  if (s !== null && t !== null) return answer(op, orderTexts(s, t));
  if ((a instanceof PyList && b instanceof PyList) || (a instanceof PyTuple && b instanceof PyTuple)) {
    return yield* compareSequences(thread, op, a.items, b.items);
  }
  if (isBytes(a) && isBytes(b)) return answer(op, orderBytes(bytesOf(a), bytesOf(b)));
  if (isSetLike(a) && isSetLike(b)) return yield* compareSets(thread, op, a, b);
  if (a instanceof PyDict && b instanceof PyDict && (op === 2 || op === 3)) {
    return (yield* dictsEqual(thread, a, b)) === (op === 2);
  }
  if (a instanceof PyMappingProxy || b instanceof PyMappingProxy)
    return yield* richCompareSteps(thread, op, behindProxy(a), behindProxy(b));
  const equal = equalByStructure(a, b);
  return equal === undefined || (op !== 2 && op !== 3) ? notImplemented : equal === (op === 2);
}

function behindProxy(value: Value): Value {
  return value instanceof PyMappingProxy ? value.mapping : value;
}

function equalByStructure(a: Value, b: Value): boolean | undefined {
  if (a instanceof PyComplex || b instanceof PyComplex) {
    const [x, y] = [complexParts(a), complexParts(b)];
    return x === null || y === null ? undefined : x[0] === y[0] && x[1] === y[1];
  }
  if (a instanceof PyRange && b instanceof PyRange) return structurallyEqual(a, b);
  if (a instanceof PySlice && b instanceof PySlice) return structurallyEqual(a, b);
  if (a instanceof PyMethod && b instanceof PyMethod) return a.self === b.self && a.callable === b.callable;
  return undefined;
}

function complexParts(value: Value): readonly [number, number] | null {
  if (value instanceof PyComplex) return [value.real, value.imag];
  const number = numberOf(value);
  if (number === null) return null;
  return [number instanceof PyFloat ? number.value : Number(number), 0];
}

function isBytes(value: Value): value is PyBytes | PyByteArray {
  return value instanceof PyBytes || value instanceof PyByteArray;
}

export function bytesOf(value: PyBytes | PyByteArray): Uint8Array {
  return value instanceof PyBytes ? value.bytes : value.buffer;
}

function orderBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) if (a[i] !== b[i]) return (a[i] as number) < (b[i] as number) ? -1 : 1;
  return a.length - b.length;
}

function* compareSequences(
  thread: PyThread,
  op: number,
  a: readonly Value[],
  b: readonly Value[],
): Generator<undefined, Value, Value> {
  if (a.length !== b.length && (op === 2 || op === 3)) return op === 3;
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    const x = a[i] as Value;
    const y = b[i] as Value;
    if (x === y && !(x instanceof PyFloat)) continue;
    if (yield* compareSteps(thread, 2, x, y)) continue;
    if (op === 2) return false;
    if (op === 3) return true;
    return yield* richCompareSteps(thread, op, x, y);
  }
  return answer(op, a.length - b.length);
}

function* dictsEqual(thread: PyThread, a: PyDict, b: PyDict): Generator<undefined, boolean, Value> {
  if (a.size !== b.size) return false;
  for (const entry of a.items()) {
    const other = yield* findEntrySteps(thread, b, entry.key);
    if (other === undefined) return false;
    if (!(yield* compareSteps(thread, 2, entry.value as Value, other.value as Value))) return false;
  }
  return true;
}

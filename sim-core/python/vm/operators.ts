/**
 * Operators on any objects. Models: Objects/abstract.c (binary_op1, PyNumber_InPlace…, PyObject_GetItem …).
 * Each answers at once, or gives undefined (false) after it has pushed a frame that will.
 */
import { typeOf } from '../objects/builtin-types.ts';
import { PyComplex } from '../objects/py-complex.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyList } from '../objects/py-list.ts';
import { PySlice } from '../objects/py-slice.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { NativeFunction } from '../objects/native-function.ts';
import type { NativeSteps } from '../objects/native-function.ts';
import { PyType } from '../objects/py-type.ts';
import { notImplemented } from '../objects/py-singletons.ts';
import type { Value } from '../objects/value.ts';
import { divideFloats, floorDivideFloats, moduloFloats } from '../values/float/float-division.ts';
import { addInts, multiplyInts, negateInt, subtractInts } from '../values/int/int-arithmetic.ts';
import { andInts, invertInt, orInts, shiftLeft, shiftRight, xorInts } from '../values/int/int-bits.ts';
import { floorDivideInts, moduloInts, trueDivideInts } from '../values/int/int-division.ts';
import { intToFloat } from '../values/int/int-float.ts';
import type { Int } from '../values/int/int.ts';
import { powerInts } from '../values/int/int-power.ts';
import { complexOperation } from './complex-operators.ts';
import { containerOperation } from './container-operators.ts';
import { containsQuickly, containsSteps } from './contains.ts';
import { callComparison, compareQuickly, numberOf, richCompareSteps } from './compare.ts';
import { loadSpecial } from './attributes.ts';
import { floatPower } from './float-power.ts';
import { returnModes } from './frame.ts';
import { callSteps, invoke, invokeWithMode } from './invoke.ts';
import {
  deleteItemQuickly,
  deleteItemSteps,
  loadItemQuickly,
  loadItemSteps,
  storeItemQuickly,
  storeItemSteps,
} from './items.ts';
import { pushSteps } from './native-steps.ts';
import { callOperator } from './operator-call.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';
import type { PyRaise } from './raise.ts';
import { truthSteps } from './truth.ts';
import { bigIntNs, copyingNs, spendWork, workCosts } from './work-costs.ts';

/** BINARY_OP's operations by number: method, reflected method, symbol. In-place ones are 13 higher. */
export const binaryOperators = [
  ['__add__', '__radd__', '+'],
  ['__and__', '__rand__', '&'],
  ['__floordiv__', '__rfloordiv__', '//'],
  ['__lshift__', '__rlshift__', '<<'],
  ['__matmul__', '__rmatmul__', '@'],
  ['__mul__', '__rmul__', '*'],
  ['__mod__', '__rmod__', '%'],
  ['__or__', '__ror__', '|'],
  ['__pow__', '__rpow__', '**'],
  ['__rshift__', '__rrshift__', '>>'],
  ['__sub__', '__rsub__', '-'],
  ['__truediv__', '__rtruediv__', '/'],
  ['__xor__', '__rxor__', '^'],
] as const;

export function binaryOperation(thread: PyThread, arg: number, a: Value, b: Value): Value | undefined {
  const op = arg % 13;
  const number = arithmetic(op, a, b);
  if (number !== undefined) {
    if (typeof number === 'bigint' || typeof a === 'bigint') spendWork(thread, bigWorkNs(op, a, b, number));
    return number;
  }
  const quick = containerOperation(thread, arg, a, b);
  if (quick !== undefined) {
    spendWork(thread, copyingNs(quick));
    return quick;
  }
  const name = binaryOperators[op]?.[0] ?? '';
  if (!isInPlace(arg, a) && callOperator(thread, { name, rest: reflectedSteps, wantsBool: false }, arg, a, b))
    return undefined;
  return pushSteps(thread, name, binarySteps(thread, arg, a, b));
}

/** The object has a method for changing itself. */
function isInPlace(arg: number, a: Value): boolean {
  return (
    arg >= 13 &&
    typeOf(a).lookup(`__i${((binaryOperators[arg % 13] as readonly string[])[0] as string).slice(2)}`) !== undefined
  );
}

/** The left operand's own method has given NotImplemented. */
function* reflectedSteps(thread: PyThread, arg: number, a: Value, b: Value): NativeSteps {
  const [, reflected] = binaryOperators[arg % 13] as readonly [string, string, string];
  const typeB = typeOf(b);
  const other = typeB === typeOf(a) ? undefined : typeB.lookup(reflected);
  if (other !== undefined && other !== null) {
    const result = yield* callSteps(thread, other, [b, a]);
    if (result !== notImplemented) return result;
  }
  throw unsupportedOperands(arg, a, b);
}

function bigWorkNs(op: number, a: Value, b: Value, result: Value): number {
  const left = numberOf(a);
  const right = numberOf(b);
  const areInts = left !== null && right !== null && !(left instanceof PyFloat) && !(right instanceof PyFloat);
  return areInts ? bigIntNs(op, left, right, result) : 0;
}

/** Arithmetic of int, float and complex; undefined for other operands. */
export function arithmetic(op: number, a: Value, b: Value): Value | undefined {
  if (hasOwnOperators(a) || hasOwnOperators(b)) return undefined;
  const x = numberOf(a);
  const y = numberOf(b);
  if (x === null || y === null) {
    return a instanceof PyComplex || b instanceof PyComplex ? complexOperation(op, a, b) : undefined;
  }
  if (x instanceof PyFloat || y instanceof PyFloat) {
    const left = x instanceof PyFloat ? x.value : intToFloat(x);
    const right = y instanceof PyFloat ? y.value : intToFloat(y);
    return floatOperation(op, left, right);
  }
  if (typeof a === 'boolean' && typeof b === 'boolean' && (op === 1 || op === 7 || op === 12)) {
    return op === 1 ? a && b : op === 7 ? a || b : a !== b;
  }
  return intOperation(op, x, y);
}

function hasOwnOperators(value: Value): boolean {
  return typeof value === 'object' && value !== null && value.type.isHeap;
}

function intOperation(op: number, a: Int, b: Int): Value | undefined {
  switch (op) {
    case 0:
      return addInts(a, b);
    case 1:
      return andInts(a, b);
    case 2:
      return floorDivideInts(a, b);
    case 3:
      return shiftLeft(a, b);
    case 5:
      return multiplyInts(a, b);
    case 6:
      return moduloInts(a, b);
    case 7:
      return orInts(a, b);
    case 8:
      return b < 0 ? floatPower(intToFloat(a), intToFloat(b)) : powerInts(a, b);
    case 9:
      return shiftRight(a, b);
    case 10:
      return subtractInts(a, b);
    case 11:
      return new PyFloat(trueDivideInts(a, b));
    case 12:
      return xorInts(a, b);
    default:
      return undefined;
  }
}

function floatOperation(op: number, a: number, b: number): Value | undefined {
  switch (op) {
    case 0:
      return new PyFloat(a + b);
    case 2:
      return new PyFloat(floorDivideFloats(a, b));
    case 5:
      return new PyFloat(a * b);
    case 6:
      return new PyFloat(moduloFloats(a, b));
    case 8:
      return floatPower(a, b);
    case 10:
      return new PyFloat(a - b);
    case 11:
      return new PyFloat(divideFloats(a, b));
    default:
      return undefined;
  }
}

/** For generator bodies: `a op b` by methods. */
function* binarySteps(thread: PyThread, arg: number, a: Value, b: Value): Generator<undefined, Value, Value> {
  const [method, reflected] = binaryOperators[arg % 13] as readonly [string, string, string];
  if (arg >= 13) {
    const inPlace = typeOf(a).lookup(`__i${method.slice(2)}`);
    if (inPlace !== undefined && inPlace !== null) {
      const result = yield* callSteps(thread, loadSpecial(typeOf(a), a, `__i${method.slice(2)}`) as Value, [b]);
      if (result !== notImplemented) return result;
    }
  }
  const typeA = typeOf(a);
  const typeB = typeOf(b);
  const own = typeA.lookup(method);
  const other = typeB === typeA ? undefined : typeB.lookup(reflected);
  const isReflectedFirst =
    other !== undefined && other !== null && typeB.isSubtypeOf(typeA) && other !== typeA.lookup(reflected);
  if (isReflectedFirst) {
    const result = yield* callSteps(thread, other, [b, a]);
    if (result !== notImplemented) return result;
  }
  if (own !== undefined && own !== null) {
    const result = yield* callSteps(thread, loadSpecial(typeA, a, method) as Value, [b]);
    if (result !== notImplemented) return result;
  }
  if (other !== undefined && other !== null && !isReflectedFirst) {
    const result = yield* callSteps(thread, other, [b, a]);
    if (result !== notImplemented) return result;
  }
  throw unsupportedOperands(arg, a, b);
}

function unsupportedOperands(arg: number, a: Value, b: Value): PyRaise {
  const symbol = (binaryOperators[arg % 13] as readonly [string, string, string])[2] + (arg >= 13 ? '=' : '');
  const isPower = arg % 13 === 8 && arg < 13;
  const hint =
    arg === 9 && a instanceof NativeFunction && a.name === 'print'
      ? '. Did you mean "print(<message>, file=<output_stream>)"?'
      : '';
  return raised(
    'TypeError',
    `unsupported operand type(s) for ${isPower ? '** or pow()' : symbol}: '${typeOf(a).title}' and '${typeOf(b).title}'${hint}`,
  );
}

/** COMPARE_OP */
export function compareValues(thread: PyThread, op: number, a: Value, b: Value, wantsBool: boolean): Value | undefined {
  const quick = compareQuickly(op, a, b);
  if (quick !== undefined) return quick;
  if ((op === 2 || op === 3) && comparesByIdentity(a) && comparesByIdentity(b)) return (a === b) === (op === 2);
  if (callComparison(thread, op, a, b, wantsBool)) return undefined;
  return pushSteps(thread, 'compare', wantsBool ? boolSteps(thread, op, a, b) : richCompareSteps(thread, op, a, b));
}

function* boolSteps(thread: PyThread, op: number, a: Value, b: Value): Generator<undefined, Value, Value> {
  const result = yield* richCompareSteps(thread, op, a, b);
  return typeof result === 'boolean' ? result : yield* truthSteps(thread, result);
}

function comparesByIdentity(value: Value): boolean {
  if (value === null || typeof value === 'boolean' || value instanceof PyType || value instanceof PyFunction)
    return true;
  return false;
}

/** CONTAINS_OP: `item in container`, or its opposite. */
export function containsValue(thread: PyThread, container: Value, item: Value, isInverted: boolean): Value | undefined {
  const quick = containsQuickly(container, item);
  if (quick !== undefined) {
    if (container instanceof PyList || container instanceof PyTuple)
      spendWork(thread, searchedItems(container, quick ? item : undefined) * workCosts.comparedItemNs);
    return quick !== isInverted;
  }
  return pushSteps(thread, '__contains__', invertedSteps(thread, container, item, isInverted));
}

/** How many items a search goes past before it finds the item, or comes to the end. */
function searchedItems({ items }: PyList | PyTuple, found: Value | undefined): number {
  const place = found === undefined ? -1 : items.indexOf(found);
  return place < 0 ? items.length : place;
}

function* invertedSteps(
  thread: PyThread,
  container: Value,
  item: Value,
  isInverted: boolean,
): Generator<undefined, Value, Value> {
  return (yield* containsSteps(thread, container, item)) !== isInverted;
}

/** UNARY_NEGATIVE, UNARY_INVERT and unary plus, by their method's name. */
export function unaryOperation(thread: PyThread, method: string, value: Value): Value | undefined {
  const number = typeof value === 'object' && value !== null && value.type.isHeap ? null : numberOf(value);
  if (number instanceof PyFloat) {
    if (method !== '__invert__') return new PyFloat(method === '__neg__' ? -number.value : number.value);
  } else if (number !== null)
    return method === '__neg__' ? negateInt(number) : method === '__invert__' ? invertInt(number) : number;
  if (value instanceof PyComplex && method !== '__invert__')
    return method === '__neg__' ? new PyComplex(-value.real, -value.imag) : value;
  const own = loadSpecial(typeOf(value), value, method);
  if (own === undefined) {
    const symbol = method === '__neg__' ? '-' : method === '__invert__' ? '~' : '+';
    throw raised('TypeError', `bad operand type for unary ${symbol}: '${typeOf(value).title}'`);
  }
  return invoke(thread, own, [], null);
}

/** container[key] */
export function loadItem(thread: PyThread, container: Value, key: Value): Value | undefined {
  const quick = loadItemQuickly(container, key);
  if (quick !== undefined && key instanceof PySlice) spendWork(thread, copyingNs(quick));
  if (quick !== undefined) return quick;
  const own = typeOf(container).isHeap ? typeOf(container).lookup('__getitem__') : undefined;
  if (own instanceof PyFunction) return invoke(thread, own, [container, key], null);
  return pushSteps(thread, '__getitem__', loadItemSteps(thread, container, key));
}

/** container[key] = value. False: a frame was pushed that does it. */
export function storeItem(thread: PyThread, container: Value, key: Value, value: Value): boolean {
  if (storeItemQuickly(container, key, value)) return true;
  const own = typeOf(container).isHeap ? typeOf(container).lookup('__setitem__') : undefined;
  if (own instanceof PyFunction) return invokeWithMode(thread, own, [container, key, value], returnModes.discard);
  pushSteps(thread, '__setitem__', storeItemSteps(thread, container, key, value), returnModes.discard);
  return false;
}

/** del container[key]. False: a frame was pushed that does it. */
export function deleteItem(thread: PyThread, container: Value, key: Value): boolean {
  if (deleteItemQuickly(container, key)) return true;
  pushSteps(thread, '__delitem__', deleteItemSteps(thread, container, key), returnModes.discard);
  return false;
}

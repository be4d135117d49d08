/** Numbers as native functions take them. The texts are CPython's (PyNumber_Index, PyFloat_AsDouble). */
import { typeOf } from '../objects/builtin-types.ts';
import { PyFloat } from '../objects/py-float.ts';
import type { Value } from '../objects/value.ts';
import { intToFloat } from '../values/int/int-float.ts';
import type { Int } from '../values/int/int.ts';
import { loadSpecial } from '../vm/attributes.ts';
import { numberOf } from '../vm/compare.ts';
import { callSteps } from '../vm/invoke.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';

/** The int itself, without calling Python. */
export function plainInt(value: Value): Int {
  const number = numberOf(value);
  if (number === null || number instanceof PyFloat) {
    throw raised('TypeError', `'${typeOf(value).title}' object cannot be interpreted as an integer`);
  }
  return number;
}

/** An int that fits an index. */
export function plainIndex(value: Value): number {
  const int = plainInt(value);
  if (typeof int === 'bigint') throw raised('OverflowError', 'Python int too large to convert to C ssize_t');
  return int;
}

/** For generator bodies: the int, by `__index__` if need be. */
export function* indexSteps(thread: PyThread, value: Value): Generator<undefined, Int, Value> {
  const own = isPlain(value) ? undefined : loadSpecial(typeOf(value), value, '__index__');
  return plainInt(own === undefined ? value : yield* callSteps(thread, own, []));
}

function isPlain(value: Value): boolean {
  return numberOf(value) !== null;
}

/** For generator bodies: the float, by `__float__` or `__index__` if need be. */
export function* floatSteps(thread: PyThread, value: Value): Generator<undefined, number, Value> {
  const quick = floatOf(value);
  if (quick !== null) return quick;
  const own = loadSpecial(typeOf(value), value, '__float__') ?? loadSpecial(typeOf(value), value, '__index__');
  const made = own === undefined ? null : floatOf(yield* callSteps(thread, own, []));
  if (made === null) throw raised('TypeError', `must be real number, not ${typeOf(value).title}`);
  return made;
}

/** The float of a number of the built-in kinds; null for other objects. */
export function floatOf(value: Value): number | null {
  const number = numberOf(value);
  if (number === null) return null;
  return number instanceof PyFloat ? number.value : intToFloat(number);
}

/** Arguments that must be ints, or objects that say which int they are. Models: PyNumber_Index, PyNumber_AsSsize_t in Objects/abstract.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyIntInstance } from '../../objects/value-instances.ts';
import type { Value } from '../../objects/value.ts';
import type { Int } from '../../values/int/int.ts';
import { loadSpecial } from '../../vm/attributes.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import type { PyRaise } from '../../vm/raise.ts';

/** The int behind an int, a bool or an instance of a subclass; null for other values. */
export function intOf(value: Value | undefined): Int | null {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof PyIntInstance ? value.value : null;
}

function notAnInteger(value: Value): PyRaise {
  return raised('TypeError', `'${typeOf(value).title}' object cannot be interpreted as an integer`);
}

/** An int argument where no Python code is asked. */
export function intArgument(value: Value | undefined): Int {
  const int = intOf(value);
  if (int === null) throw notAnInteger(value ?? null);
  return int;
}

/** An int that counts or indexes. */
export function sizeArgument(value: Value | undefined): number {
  const int = intArgument(value);
  if (typeof int === 'bigint') throw raised('OverflowError', 'Python int too large to convert to C ssize_t');
  return int;
}

/** None, or an int that bounds a search. */
export function boundArgument(value: Value | undefined): Int | null {
  if (value === undefined || value === null) return null;
  const int = intOf(value);
  if (int === null) throw raised('TypeError', 'slice indices must be integers or None or have an __index__ method');
  return int;
}

/** For generator bodies: operator.index(x). */
export function* indexSteps(thread: PyThread, value: Value): Generator<undefined, Int, Value> {
  const int = intOf(value);
  if (int !== null) return int;
  const method = loadSpecial(typeOf(value), value, '__index__');
  if (method === undefined) throw notAnInteger(value);
  const result = yield* callSteps(thread, method, []);
  const index = intOf(result);
  if (index === null) throw raised('TypeError', `__index__ returned non-int (type ${typeOf(result).title})`);
  return index;
}

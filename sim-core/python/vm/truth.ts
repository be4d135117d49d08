/** Truth. Models: PyObject_IsTrue in Objects/object.c. */
import { typeOf } from '../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../objects/py-bytes.ts';
import { PyComplex } from '../objects/py-complex.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyDictView } from '../objects/py-iterators.ts';
import { PyList } from '../objects/py-list.ts';
import { PyRange } from '../objects/py-range.ts';
import { PyFrozenSet, PySet } from '../objects/py-set.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyFloatInstance, PyIntInstance, PyStrInstance } from '../objects/value-instances.ts';
import type { Value } from '../objects/value.ts';
import { returnModes } from './frame.ts';
import { callSteps, invokeWithMode, invoke } from './invoke.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';

/** bool(x) where no Python code is needed; undefined otherwise. */
export function truthQuickly(value: Value): boolean | undefined {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'number':
      return value !== 0;
    case 'bigint':
      return true;
    case 'string':
      return value !== '';
    default:
      return value === null ? false : truthOfObject(value);
  }
}

function truthOfObject(value: Exclude<Value, null | boolean | number | bigint | string>): boolean | undefined {
  if (
    value.type.isHeap &&
    (value.type.lookup('__bool__') instanceof PyFunction || value.type.lookup('__len__') instanceof PyFunction)
  )
    return undefined;
  const size = sizeOf(value);
  if (size !== null) return size !== 0;
  if (value instanceof PyFloat || value instanceof PyFloatInstance) return value.value !== 0;
  if (value instanceof PyIntInstance) return value.value !== 0;
  if (value instanceof PyComplex) return value.real !== 0 || value.imag !== 0;
  return value.type.lookup('__bool__') === undefined && value.type.lookup('__len__') === undefined ? true : undefined;
}

/** len() of built-in containers; null for other objects. */
export function sizeOf(value: Value): number | null {
  if (value instanceof PyList || value instanceof PyTuple) return value.items.length;
  if (value instanceof PyDict) return value.size;
  if (value instanceof PySet || value instanceof PyFrozenSet || value instanceof PyDictView) return value.dict.size;
  if (value instanceof PyStrInstance) return value.value.length;
  if (value instanceof PyBytes) return value.bytes.length;
  if (value instanceof PyByteArray) return value.buffer.length;
  return value instanceof PyRange ? value.length : null;
}

/** TO_BOOL; undefined: a frame was pushed. */
export function truthSlow(thread: PyThread, value: Value): boolean | undefined {
  const quick = truthQuickly(value);
  if (quick !== undefined) return quick;
  const type = typeOf(value);
  const own = type.lookup('__bool__');
  const caller = own !== undefined ? returnModes.truth : returnModes.lengthTruth;
  const method = own ?? (type.lookup('__len__') as Value);
  if (method instanceof PyFunction) {
    invokeWithMode(thread, method, [value], caller);
    return undefined;
  }
  const result = invoke(thread, method, [value], null);
  return result === undefined ? undefined : result !== 0 && result !== false;
}

/** For generator bodies: bool(x). */
export function* truthSteps(thread: PyThread, value: Value): Generator<undefined, boolean, Value> {
  const quick = truthQuickly(value);
  if (quick !== undefined) return quick;
  const type = typeOf(value);
  const own = type.lookup('__bool__');
  if (own !== undefined) {
    const result = yield* callSteps(thread, own, [value]);
    if (typeof result !== 'boolean')
      throw raised('TypeError', `__bool__ should return bool, returned ${typeOf(result).title}`);
    return result;
  }
  return (yield* callSteps(thread, type.lookup('__len__') as Value, [value])) !== 0;
}

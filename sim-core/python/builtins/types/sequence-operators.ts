/** + and * of sequences as methods. Models: the sq_concat and sq_repeat slots. */
import { typeOf } from '../../objects/builtin-types.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import type { Value } from '../../objects/value.ts';
import { containerOperation } from '../../vm/container-operators.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { exactly, method } from '../define.ts';
import { indexSteps, intOf } from './int-argument.ts';
import { operations } from './operator-methods.ts';
import { bare } from './sequence-methods.ts';

export function sequenceOperators(type: PyType): void {
  method(type, '__add__', exactly(1), (thread, args) => {
    const other = args[1] as Value;
    const sum = containerOperation(thread, operations.add, bare(args[0] as Value), bare(other));
    if (sum !== undefined) return sum;
    if (hasReflected(other, '__radd__')) return notImplemented;
    throw raised('TypeError', concatenationError(type, other));
  });
  method(type, '__mul__', exactly(1), (thread, args) => repeated(thread, args[0] as Value, args[1] as Value));
  method(type, '__rmul__', exactly(1), (thread, args) => repeated(thread, args[0] as Value, args[1] as Value));
}

function concatenationError(type: PyType, other: Value): string {
  if (type.name === 'bytes' || type.name === 'bytearray') return `can't concat ${typeOf(other).title} to ${type.name}`;
  return `can only concatenate ${type.name} (not "${typeOf(other).title}") to ${type.name}`;
}

function hasReflected(value: Value, name: string): boolean {
  const type = typeOf(value);
  return type.isHeap && (type.lookup(name) ?? null) !== null && type.layout === 'object';
}

function repeated(thread: PyThread, self: Value, times: Value): Value | undefined {
  const count = intOf(times);
  if (count !== null) return containerOperation(thread, operations.multiply, bare(self), count);
  if (typeOf(times).lookup('__index__') !== undefined)
    return pushSteps(thread, '__mul__', repeatedSteps(thread, self, times));
  if (hasReflected(times, '__rmul__')) return notImplemented;
  throw raised('TypeError', `can't multiply sequence by non-int of type '${typeOf(times).title}'`);
}

function* repeatedSteps(thread: PyThread, self: Value, times: Value): NativeSteps {
  const count = yield* indexSteps(thread, times);
  return containerOperation(thread, operations.multiply, bare(self), count) ?? notImplemented;
}

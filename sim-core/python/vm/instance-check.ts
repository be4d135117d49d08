/** isinstance() and issubclass(). Models: object_isinstance and object_issubclass in Objects/abstract.c. */
import { typeOf, typeType } from '../objects/builtin-types.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { loadSpecial } from './attributes.ts';
import { callSteps } from './invoke.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';
import { truthSteps } from './truth.ts';

/** The answer where no metaclass has a say; undefined otherwise. */
export function isInstanceQuickly(value: Value, type: Value): boolean | undefined {
  if (!(type instanceof PyType)) return undefined;
  if (typeOf(value) === type) return true;
  return type.type === typeType ? typeOf(value).isSubtypeOf(type) : undefined;
}

/** For generator bodies. */
export function* isInstanceSteps(thread: PyThread, value: Value, type: Value): Generator<undefined, boolean, Value> {
  const quick = isInstanceQuickly(value, type);
  if (quick !== undefined) return quick;
  if (type instanceof PyTuple) {
    for (const candidate of type.items) if (yield* isInstanceSteps(thread, value, candidate)) return true;
    return false;
  }
  const check = loadSpecial(typeOf(type), type, '__instancecheck__');
  if (check !== undefined) return yield* truthSteps(thread, yield* callSteps(thread, check, [value]));
  if (type instanceof PyType) return typeOf(value).isSubtypeOf(type);
  throw raised('TypeError', 'isinstance() arg 2 must be a type, a tuple of types, or a union');
}

/** For generator bodies. */
export function* isSubclassSteps(thread: PyThread, type: Value, other: Value): Generator<undefined, boolean, Value> {
  if (other instanceof PyTuple) {
    for (const candidate of other.items) if (yield* isSubclassSteps(thread, type, candidate)) return true;
    return false;
  }
  const check = loadSpecial(typeOf(other), other, '__subclasscheck__');
  if (check !== undefined) return yield* truthSteps(thread, yield* callSteps(thread, check, [type]));
  if (!(type instanceof PyType)) throw raised('TypeError', 'issubclass() arg 1 must be a class');
  if (!(other instanceof PyType))
    throw raised('TypeError', 'issubclass() arg 2 must be a class, a tuple of classes, or a union');
  return type.isSubtypeOf(other);
}

/** Models: PyObject_GetOptionalAttr in Objects/object.c. */
import type { Value } from '../objects/value.ts';
import { MissingName } from './attribute-errors.ts';
import { loadAttribute } from './attributes.ts';
import type { PyThread } from './py-thread.ts';
import { PyRaise } from './raise.ts';

/** For generator bodies: the attribute, or undefined where AttributeError says there is none. */
export function* optionalAttribute(
  thread: PyThread,
  owner: Value,
  name: string,
): Generator<undefined, Value | undefined, Value> {
  try {
    const value = loadAttribute(thread, owner, name);
    return value === undefined ? yield : value;
  } catch (error) {
    if (error instanceof MissingName) return undefined;
    if (error instanceof PyRaise && error.exception.type.mro.some((type) => type.name === 'AttributeError'))
      return undefined;
    throw error;
  }
}

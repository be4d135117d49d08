/** The exceptions of `_pickle`. */
import { exceptionNamed } from '../../objects/exception-types.ts';
import type { Value } from '../../objects/value.ts';
import { loadAttribute } from '../../vm/attributes.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { PyRaise, raised } from '../../vm/raise.ts';
import { nativeClass } from '../native-class.ts';

export const pickleErrorType = nativeClass('_pickle', 'PickleError', exceptionNamed('Exception'));
export const picklingErrorType = nativeClass('_pickle', 'PicklingError', pickleErrorType);
export const unpicklingErrorType = nativeClass('_pickle', 'UnpicklingError', pickleErrorType);

export function picklingError(text: string): PyRaise {
  return raised(picklingErrorType, text);
}

export function unpicklingError(text: string): PyRaise {
  return raised(unpicklingErrorType, text);
}

/** For generator bodies: the attribute, undefined where an AttributeError says there is none. */
export function* optionalAttribute(
  thread: PyThread,
  owner: Value,
  name: string,
): Generator<undefined, Value | undefined, Value> {
  try {
    const value = loadAttribute(thread, owner, name);
    return value === undefined ? yield : value;
  } catch (error) {
    if (error instanceof PyRaise && error.exception.type.mro.some((type) => type.name === 'AttributeError'))
      return undefined;
    throw error;
  }
}

/** For generator bodies: the attribute. */
export function* attributeSteps(thread: PyThread, owner: Value, name: string): Generator<undefined, Value, Value> {
  const value = loadAttribute(thread, owner, name);
  return value === undefined ? yield : value;
}

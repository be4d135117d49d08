/** What sys.unraisablehook is called with. Models: UnraisableHookArgs in Python/errors.c. */
import { tupleType, typeType } from '../objects/builtin-types.ts';
import type { PyException } from '../objects/py-exception.ts';
import { PyGetSet } from '../objects/py-descriptors.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { raised } from './raise.ts';

const fields = ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'];

const argumentsType = new PyType({
  name: 'UnraisableHookArgs',
  bases: [tupleType],
  layout: 'tuple',
  metatype: typeType,
  moduleName: 'builtins',
});
for (const [i, name] of fields.entries())
  argumentsType.namespace.set(
    name,
    new PyGetSet(name, argumentsType, { read: (self) => (self as PyTuple).items[i] as Value }),
  );

export function unraisableArguments(
  exception: PyException,
  place: { readonly message: string | null; readonly object: Value },
): PyTuple {
  const tuple = new PyTuple([exception.type, exception, exception.traceback, place.message, place.object]);
  tuple.type = argumentsType;
  return tuple;
}

/** Of a program's own call of sys.__unraisablehook__. */
export function readUnraisableArguments(value: Value): {
  readonly exception: PyException;
  readonly message: string | null;
  readonly object: Value;
} {
  if (!(value instanceof PyTuple) || value.type !== argumentsType)
    throw raised('TypeError', 'sys.unraisablehook argument type must be UnraisableHookArgs');
  const [, exception, , message, object] = value.items;
  return {
    exception: exception as PyException,
    message: typeof message === 'string' ? message : null,
    object: object ?? null,
  };
}

import { typeOf } from '../../objects/builtin-types.ts';
import { NativeFunction } from '../../objects/native-function.ts';
import { PyFunction } from '../../objects/py-function.ts';
import { PyMethod } from '../../objects/py-method.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';

/** callable(x) */
export function isCallable(value: Value): boolean {
  if (
    value instanceof PyFunction ||
    value instanceof NativeFunction ||
    value instanceof PyMethod ||
    value instanceof PyType
  )
    return true;
  return typeOf(value).lookup('__call__') !== undefined;
}

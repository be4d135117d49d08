/** hash() of values that need no Python code. Models: Python/pyhash.c; str and bytes hash the same in every run. */
import { PyBytes } from '../objects/py-bytes.ts';
import { PyComplex } from '../objects/py-complex.ts';
import { structuralHash } from '../objects/dict-key.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyFrozenSet } from '../objects/py-set.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyFloatInstance, PyIntInstance, PyStrInstance } from '../objects/value-instances.ts';
import type { Value } from '../objects/value.ts';
import { hashComplex, hashFloat, hashInt } from '../values/int/number-hash.ts';
import { hashBytes, hashText } from '../values/text/text-hash.ts';
import { addressOf } from './address.ts';

export function hashValue(value: Value): number | bigint {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return hashInt(value);
    case 'boolean':
      return value ? 1 : 0;
    case 'string':
      return hashText(value);
    default:
      return value === null ? 0xfca86420 : hashObject(value);
  }
}

function hashObject(value: Exclude<Value, null | boolean | number | bigint | string>): number | bigint {
  if (value instanceof PyFloat || value instanceof PyFloatInstance) return hashFloat(value.value);
  if (value instanceof PyIntInstance) return hashInt(value.value);
  if (value instanceof PyStrInstance) return hashText(value.value);
  if (value instanceof PyBytes) return hashBytes(value.bytes);
  if (value instanceof PyComplex) return hashComplex(value.real, value.imag);
  if (value instanceof PyTuple || value instanceof PyFrozenSet) return structuralHash(value);
  return Math.floor(addressOf(value) / 16);
}

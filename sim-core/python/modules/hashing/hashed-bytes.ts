/** The bytes of an argument that is to be hashed or compressed. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import type { Value } from '../../objects/value.ts';
import { bytesOf, textOf } from '../../vm/compare.ts';
import { raised } from '../../vm/raise.ts';

export function hashedBytes(value: Value | undefined): Uint8Array {
  if (value instanceof PyBytes || value instanceof PyByteArray) return bytesOf(value);
  if (textOf(value ?? null) !== null) throw raised('TypeError', 'Strings must be encoded before hashing');
  throw raised('TypeError', 'object supporting the buffer API required');
}

export function plainBytes(value: Value | undefined): Uint8Array {
  if (value instanceof PyBytes || value instanceof PyByteArray) return bytesOf(value);
  throw raised('TypeError', `a bytes-like object is required, not '${typeOf(value ?? null).name}'`);
}

/**
 * Hashes of constants.
 * Models: CPython 3.13, Python/pyhash.c (siphash13 with a key of zeros, as PYTHONHASHSEED=0 gives), Objects/longobject.c.
 * Leaves out: floats, complex numbers, tuples and code.
 */
import type { Constant } from './code-object.ts';

const modulus = (1n << 61n) - 1n;
const hashOfNone = 0xfca86420n;

/** 64 bits without a sign, or null where it is not worked out. */
export function constantHash(value: Constant): bigint | null {
  if (value === null) return hashOfNone;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number' || typeof value === 'bigint') return integerHash(BigInt(value));
  if (typeof value === 'string') return bytesHash(storedText(value));
  return value.kind === 'bytes' ? bytesHash(value.value) : null;
}

function integerHash(value: bigint): bigint {
  const hash = (value < 0n ? -value : value) % modulus;
  const signed = value < 0n ? -hash : hash;
  return BigInt.asUintN(64, signed === -1n ? -2n : signed);
}

/** A string as it lies in memory: one, two or four bytes a character, as the widest needs. */
function storedText(text: string): Uint8Array {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const widest = points.reduce((most, point) => Math.max(most, point), 0);
  const width = widest < 0x100 ? 1 : widest < 0x10000 ? 2 : 4;
  const bytes = new Uint8Array(points.length * width);
  points.forEach((point, index) => {
    for (let byte = 0; byte < width; byte += 1) bytes[index * width + byte] = (point >>> (8 * byte)) & 0xff;
  });
  return bytes;
}

type State = [bigint, bigint, bigint, bigint];

function bytesHash(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  const state: State = [0x736f6d6570736575n, 0x646f72616e646f6dn, 0x6c7967656e657261n, 0x7465646279746573n];
  const whole = bytes.length - (bytes.length % 8);
  for (let at = 0; at < whole; at += 8) mix(state, word(bytes.subarray(at, at + 8)));
  mix(state, word(bytes.subarray(whole)) | (BigInt(bytes.length & 0xff) << 56n));
  state[2] ^= 0xffn;
  for (let turn = 0; turn < 3; turn += 1) round(state);
  const hash = state[0] ^ state[1] ^ state[2] ^ state[3];
  // -1 means an error in C.
  return hash === (1n << 64n) - 1n ? hash - 1n : hash;
}

function word(bytes: Uint8Array): bigint {
  let value = 0n;
  bytes.forEach((byte, index) => {
    value |= BigInt(byte) << BigInt(8 * index);
  });
  return value;
}

function mix(state: State, value: bigint): void {
  state[3] ^= value;
  round(state);
  state[0] ^= value;
}

function round(state: State): void {
  let [a, b, c, d] = state;
  a = wrap(a + b);
  c = wrap(c + d);
  b = rotate(b, 13n) ^ a;
  d = rotate(d, 16n) ^ c;
  a = rotate(a, 32n);
  c = wrap(c + b);
  a = wrap(a + d);
  b = rotate(b, 17n) ^ c;
  d = rotate(d, 21n) ^ a;
  c = rotate(c, 32n);
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

function wrap(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function rotate(value: bigint, bits: bigint): bigint {
  return wrap((value << bits) | (value >> (64n - bits)));
}

/**
 * `binascii.b2a_base64`, `a2b_base64`, `hexlify` and `unhexlify`, on which the module base64 stands.
 * Models: CPython 3.13, Modules/binascii.c. Leaves out: strict mode.
 */
import { ValueFault } from '../value-fault.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 without a line end. */
export function encodeBase64(bytes: Uint8Array): Uint8Array {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const count = Math.min(3, bytes.length - index);
    const bits = ((bytes[index] as number) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    for (let place = 0; place < 4; place++) {
      text += place <= count ? alphabet.charAt((bits >> (18 - 6 * place)) & 63) : '=';
    }
  }
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Characters outside of the alphabet are skipped. */
export function decodeBase64(bytes: Uint8Array): Uint8Array {
  const decoded: number[] = [];
  let bits = 0;
  let filled = 0;
  let pads = 0;
  for (const byte of bytes) {
    if (byte === 0x3d) {
      pads++;
      if (filled >= 2 && filled + pads >= 4) return Uint8Array.from(decoded);
      continue;
    }
    const value = alphabet.indexOf(String.fromCharCode(byte));
    if (value < 0) continue;
    pads = 0;
    bits = (bits << 6) | value;
    filled = (filled + 1) & 3;
    if (filled !== 1) decoded.push((bits >> (((4 - filled) % 4) * 2)) & 255);
  }
  if (filled === 0) return Uint8Array.from(decoded);
  if (filled === 1) throw tooFewCharacters(decoded.length);
  throw new ValueFault('binascii.Error', 'Incorrect padding');
}

function tooFewCharacters(decodedLength: number): ValueFault {
  const count = Math.floor(decodedLength / 3) * 4 + 1;
  return new ValueFault(
    'binascii.Error',
    `Invalid base64-encoded string: number of data characters (${count}) cannot be 1 more than a multiple of 4`,
  );
}

/** `binascii.unhexlify`. */
export function decodeHex(text: string): Uint8Array {
  if (text.length % 2 === 1) throw new ValueFault('binascii.Error', 'Odd-length string');
  if (!/^[\da-fA-F]*$/.test(text)) throw new ValueFault('binascii.Error', 'Non-hexadecimal digit found');
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** One step of a decoder: a character, or bytes that are none. */
export type DecodeStep =
  | { readonly kind: 'character'; readonly codePoint: number; readonly length: number }
  | { readonly kind: 'error'; readonly length: number; readonly reason: string };

/** Reads the character at an index as CPython's utf8_decode does (Objects/stringlib/codecs.h). */
export function readUtf8(bytes: Uint8Array, index: number): DecodeStep {
  const first = bytes[index] as number;
  if (first < 0x80) return { kind: 'character', codePoint: first, length: 1 };
  if (first < 0xc2 || first > 0xf4) return { kind: 'error', length: 1, reason: 'invalid start byte' };
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  let codePoint = first & (0x7f >> length);
  for (let offset = 1; offset < length; offset++) {
    const byte = bytes[index + offset];
    if (byte === undefined) return { kind: 'error', length: offset, reason: 'unexpected end of data' };
    if (!mayContinue(first, byte, offset)) {
      return { kind: 'error', length: offset, reason: 'invalid continuation byte' };
    }
    codePoint = (codePoint << 6) | (byte & 63);
  }
  return { kind: 'character', codePoint, length };
}

/** The second byte is narrower for some first ones: no long forms, no surrogates, nothing above U+10FFFF. */
function mayContinue(first: number, byte: number, offset: number): boolean {
  if (byte >> 6 !== 2) return false;
  if (offset > 1) return true;
  if (first === 0xe0) return byte >= 0xa0;
  if (first === 0xed) return byte < 0xa0;
  if (first === 0xf0) return byte >= 0x90;
  return first !== 0xf4 || byte < 0x90;
}

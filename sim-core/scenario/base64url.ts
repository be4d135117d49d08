/** Bytes as characters that may stand in an address. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    const characters = Math.min(4, bytes.length - index + 1);
    for (let at = 0; at < characters; at += 1) text += alphabet[(group >> (18 - 6 * at)) & 63];
  }
  return text;
}

export interface DecodedBytes {
  readonly bytes: Uint8Array;
  /** Where the first character stands that is not of the alphabet; null if all are. */
  readonly badAt: number | null;
}

/** Reads up to the first character that does not belong there. */
export function fromBase64Url(text: string): DecodedBytes {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let group = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = alphabet.indexOf(text[index] ?? '');
    if (value < 0) return { bytes: bytes.slice(0, length), badAt: index };
    group = ((group << 6) | value) & 0xff_ff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (group >> bits) & 0xff;
    length += 1;
  }
  return { bytes: bytes.slice(0, length), badAt: null };
}

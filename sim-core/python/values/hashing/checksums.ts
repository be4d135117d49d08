/** `zlib.crc32`, `zlib.adler32` and `binascii.crc_hqx`. */

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** Starts from the sum of what came before. */
export function crc32(bytes: Uint8Array, start: number = 0): number {
  let sum = ~start;
  for (const byte of bytes) sum = (sum >>> 8) ^ (crcTable[(sum ^ byte) & 255] as number);
  return ~sum >>> 0;
}

export function adler32(bytes: Uint8Array, start: number = 1): number {
  let low = start & 0xffff;
  let high = start >>> 16;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}

/** CRC-CCITT. */
export function crcHqx(bytes: Uint8Array, start: number): number {
  let sum = start & 0xffff;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) sum = ((sum << 1) ^ ((sum & 0x8000) === 0 ? 0 : 0x1021)) & 0xffff;
  }
  return sum;
}

/** How a message is filled up to whole blocks, by MD5 and all of SHA: a one, zeros, and the length in bits. */
export interface BlockShape {
  readonly blockLength: 64 | 128;
  readonly lengthOrder: 'big' | 'little';
}

export function paddedMessage(message: Uint8Array, { blockLength, lengthOrder }: BlockShape): Uint8Array {
  const lengthField = blockLength / 8;
  const blocks = Math.ceil((message.length + 1 + lengthField) / blockLength);
  const padded = new Uint8Array(blocks * blockLength);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  const bits = BigInt(message.length) * 8n;
  if (lengthOrder === 'little') view.setBigUint64(padded.length - 8, bits, true);
  else view.setBigUint64(padded.length - 8, bits, false);
  return padded;
}

export function rotateLeft(word: number, count: number): number {
  return (word << count) | (word >>> (32 - count));
}

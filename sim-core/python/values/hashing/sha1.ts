/** SHA-1 (FIPS 180-4, section 6.1). */
import { paddedMessage, rotateLeft } from './message-blocks.ts';

export function sha1(message: Uint8Array): Uint8Array {
  const padded = paddedMessage(message, { blockLength: 64, lengthOrder: 'big' });
  const view = new DataView(padded.buffer);
  const state = Int32Array.of(0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476, 0xc3d2e1f0 | 0);
  for (let offset = 0; offset < padded.length; offset += 64) mixBlock(state, view, offset);
  const digest = new DataView(new ArrayBuffer(20));
  for (const [index, word] of state.entries()) digest.setInt32(4 * index, word);
  return new Uint8Array(digest.buffer);
}

function mixBlock(state: Int32Array, view: DataView, offset: number): void {
  const words = new Int32Array(80);
  for (let index = 0; index < 80; index++)
    words[index] = scheduledWord(words, index, view.getInt32(offset + 4 * (index & 15)));
  let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
  for (let step = 0; step < 80; step++) {
    const next = (rotateLeft(a, 5) + mixed(step, b, c, d) + e + (words[step] as number)) | 0;
    [e, d, c, b, a] = [d, c, rotateLeft(b, 30), a, next];
  }
  for (const [index, word] of [a, b, c, d, e].entries()) state[index] = ((state[index] as number) + word) | 0;
}

function scheduledWord(words: Int32Array, index: number, given: number): number {
  if (index < 16) return given;
  const before = (distance: number): number => words[index - distance] as number;
  return rotateLeft(before(3) ^ before(8) ^ before(14) ^ before(16), 1);
}

/** The mixing function of a step with its constant. */
function mixed(step: number, b: number, c: number, d: number): number {
  if (step < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (step < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (step < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

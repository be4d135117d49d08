/** MD5 (RFC 1321). */
import { sine } from '../math/trigonometry.ts';
import { paddedMessage, rotateLeft } from './message-blocks.ts';

const constants = Int32Array.from(
  { length: 64 },
  (_, index) => Math.floor(Math.abs(sine(index + 1)) * 0x100000000) | 0,
);
const shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

export function md5(message: Uint8Array): Uint8Array {
  const padded = paddedMessage(message, { blockLength: 64, lengthOrder: 'little' });
  const view = new DataView(padded.buffer);
  const state = Int32Array.of(0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476);
  for (let offset = 0; offset < padded.length; offset += 64) mixBlock(state, view, offset);
  const digest = new DataView(new ArrayBuffer(16));
  for (const [index, word] of state.entries()) digest.setInt32(4 * index, word, true);
  return new Uint8Array(digest.buffer);
}

function mixBlock(state: Int32Array, view: DataView, offset: number): void {
  let [a, b, c, d] = state as unknown as [number, number, number, number];
  for (let step = 0; step < 64; step++) {
    const round = step >> 4;
    const [mixed, place] = mixStep(round, step, [b, c, d]);
    const sum = (a + mixed + (constants[step] as number) + view.getInt32(offset + 4 * place, true)) | 0;
    const shift = (shifts[round] as readonly number[])[step & 3] as number;
    [a, d, c, b] = [d, c, b, (b + rotateLeft(sum, shift)) | 0];
  }
  for (const [index, word] of [a, b, c, d].entries()) state[index] = ((state[index] as number) + word) | 0;
}

/** The mixing function of a round and the place of the word it takes. */
function mixStep(round: number, step: number, [b, c, d]: readonly [number, number, number]): readonly [number, number] {
  if (round === 0) return [(b & c) | (~b & d), step];
  if (round === 1) return [(d & b) | (~d & c), (5 * step + 1) & 15];
  if (round === 2) return [b ^ c ^ d, (3 * step + 5) & 15];
  return [c ^ (b | ~d), (7 * step) & 15];
}

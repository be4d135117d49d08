/** SHA-256 and SHA-224 (FIPS 180-4, section 6.2). */
import { paddedMessage, rotateLeft } from './message-blocks.ts';
import { cubeRootFractions, squareRootFractions } from './prime-roots.ts';

const constants = Int32Array.from(cubeRootFractions.slice(0, 64), highHalf);

function highHalf(fraction: bigint): number {
  return Number(fraction >> 32n) | 0;
}

export function sha256(message: Uint8Array): Uint8Array {
  return digestFrom(Int32Array.from(squareRootFractions.slice(0, 8), highHalf), message);
}

export function sha224(message: Uint8Array): Uint8Array {
  const start = squareRootFractions.slice(8).map((fraction) => Number(fraction & 0xffffffffn) | 0);
  return digestFrom(Int32Array.from(start), message).slice(0, 28);
}

function digestFrom(state: Int32Array, message: Uint8Array): Uint8Array {
  const padded = paddedMessage(message, { blockLength: 64, lengthOrder: 'big' });
  const view = new DataView(padded.buffer);
  const words = new Int32Array(64);
  for (let offset = 0; offset < padded.length; offset += 64) {
    for (let index = 0; index < 16; index++) words[index] = view.getInt32(offset + 4 * index);
    mixBlock(state, words);
  }
  const digest = new DataView(new ArrayBuffer(32));
  for (const [index, word] of state.entries()) digest.setInt32(4 * index, word);
  return new Uint8Array(digest.buffer);
}

function mixBlock(state: Int32Array, words: Int32Array): void {
  for (let index = 16; index < 64; index++) {
    const near = words[index - 15] as number;
    const far = words[index - 2] as number;
    const first = rotateLeft(near, 25) ^ rotateLeft(near, 14) ^ (near >>> 3);
    const second = rotateLeft(far, 15) ^ rotateLeft(far, 13) ^ (far >>> 10);
    words[index] = ((words[index - 16] as number) + first + (words[index - 7] as number) + second) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let step = 0; step < 64; step++) {
    const turned = rotateLeft(e, 26) ^ rotateLeft(e, 21) ^ rotateLeft(e, 7);
    const chosen = (e & f) ^ (~e & g);
    const first = (h + turned + chosen + (constants[step] as number) + (words[step] as number)) | 0;
    const second = (rotateLeft(a, 30) ^ rotateLeft(a, 19) ^ rotateLeft(a, 10)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = ((state[index] as number) + word) | 0;
}

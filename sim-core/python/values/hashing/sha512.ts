/** SHA-512 and SHA-384 (FIPS 180-4, section 6.4), with bigints of 64 bits. */
import { paddedMessage } from './message-blocks.ts';
import { cubeRootFractions, squareRootFractions } from './prime-roots.ts';

export function sha512(message: Uint8Array): Uint8Array {
  return digestFrom(squareRootFractions.slice(0, 8), message);
}

export function sha384(message: Uint8Array): Uint8Array {
  return digestFrom(squareRootFractions.slice(8), message).slice(0, 48);
}

function digestFrom(start: readonly bigint[], message: Uint8Array): Uint8Array {
  const padded = paddedMessage(message, { blockLength: 128, lengthOrder: 'big' });
  const view = new DataView(padded.buffer);
  const state = BigUint64Array.from(start);
  for (let offset = 0; offset < padded.length; offset += 128) mixBlock(state, scheduledWords(view, offset));
  const digest = new DataView(new ArrayBuffer(64));
  for (const [index, word] of state.entries()) digest.setBigUint64(8 * index, word);
  return new Uint8Array(digest.buffer);
}

function rotateRight(word: bigint, count: bigint): bigint {
  return BigInt.asUintN(64, (word >> count) | (word << (64n - count)));
}

function scheduledWords(view: DataView, offset: number): BigUint64Array {
  const words = new BigUint64Array(80);
  for (let index = 0; index < 16; index++) words[index] = view.getBigUint64(offset + 8 * index);
  for (let index = 16; index < 80; index++) {
    const near = words[index - 15] as bigint;
    const far = words[index - 2] as bigint;
    const first = rotateRight(near, 1n) ^ rotateRight(near, 8n) ^ (near >> 7n);
    const second = rotateRight(far, 19n) ^ rotateRight(far, 61n) ^ (far >> 6n);
    words[index] = (words[index - 16] as bigint) + first + (words[index - 7] as bigint) + second;
  }
  return words;
}

function mixBlock(state: BigUint64Array, words: BigUint64Array): void {
  const work = BigUint64Array.from(state);
  for (let step = 0; step < 80; step++) {
    const [a, b, c, d, e, f, g, h] = work as unknown as [
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
    ];
    const turned = rotateRight(e, 14n) ^ rotateRight(e, 18n) ^ rotateRight(e, 41n);
    const chosen = (e & f) ^ (BigInt.asUintN(64, ~e) & g);
    const first = h + turned + chosen + (cubeRootFractions[step] as bigint) + (words[step] as bigint);
    const spread = rotateRight(a, 28n) ^ rotateRight(a, 34n) ^ rotateRight(a, 39n);
    const second = spread + ((a & b) ^ (a & c) ^ (b & c));
    work.set([first + second, a, b, c, d + first, e, f, g].map((word) => BigInt.asUintN(64, word)));
  }
  for (const [index, word] of work.entries()) state[index] = (state[index] as bigint) + word;
}

/** What `random.seed` makes of its argument: the key of the Mersenne twister (CPython: Lib/random.py and random_seed in C). */
import { intFromBytes } from '../int/int-bytes.ts';
import { absoluteInt, type Int } from '../int/int.ts';
import { hashFloat } from '../int/number-hash.ts';
import { sha512 } from '../hashing/sha512.ts';
import { encodeText } from '../text/encode.ts';

/** The 32-bit words of the magnitude, lowest first. */
export function seedKeyOfInt(seed: Int): readonly number[] {
  const words: number[] = [];
  let rest = BigInt(absoluteInt(seed));
  do {
    words.push(Number(rest & 0xffffffffn));
    rest >>= 32n;
  } while (rest > 0n);
  return words;
}

export function seedKeyOfText(seed: string): readonly number[] {
  return seedKeyOfBytes(encodeText(seed));
}

export function seedKeyOfBytes(seed: Uint8Array): readonly number[] {
  const digest = sha512(seed);
  const joined = new Uint8Array(seed.length + digest.length);
  joined.set(seed);
  joined.set(digest, seed.length);
  return seedKeyOfInt(intFromBytes(joined, 'big'));
}

/** A float seeds by its hash; that of nan is the caller's. */
export function seedKeyOfFloat(seed: number): readonly number[] {
  return seedKeyOfInt(BigInt.asUintN(64, BigInt(hashFloat(seed))));
}

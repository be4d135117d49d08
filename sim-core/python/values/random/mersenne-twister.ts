/**
 * The generator under the module random: MT19937.
 * Models: CPython 3.13, Modules/_randommodule.c, after M. Matsumoto and T. Nishimura (1998).
 */
import { normalInt, type Int } from '../int/int.ts';
import { ValueFault } from '../value-fault.ts';

const length = 624;
const middle = 397;

/** All of its state are plain fields, so that a checkpoint can copy it. */
export class MersenneTwister {
  readonly words: Uint32Array;
  /** The next word to be given out; 624 when new ones must be made. */
  index: number;

  constructor(words: Uint32Array = new Uint32Array(length), index: number = length) {
    this.words = words;
    this.index = index;
  }

  copy(): MersenneTwister {
    return new MersenneTwister(this.words.slice(), this.index);
  }

  /** Starts anew from a key of one word or more. */
  seed(key: readonly number[]): void {
    const { words } = this;
    this.#seedWord(19650218);
    let place = 1;
    for (let turn = 0; turn < Math.max(length, key.length); turn++) {
      const mixed = this.#mixPrevious(place, 1664525);
      words[place] = mixed + (key[turn % key.length] as number) + (turn % key.length);
      place = this.#step(place);
    }
    for (let turn = 1; turn < length; turn++) {
      words[place] = this.#mixPrevious(place, 1566083941) - place;
      place = this.#step(place);
    }
    words[0] = 0x80000000;
    this.index = length;
  }

  #seedWord(seed: number): void {
    const { words } = this;
    words[0] = seed;
    for (let place = 1; place < length; place++) {
      const previous = words[place - 1] as number;
      words[place] = Math.imul(previous ^ (previous >>> 30), 1812433253) + place;
    }
  }

  #mixPrevious(place: number, factor: number): number {
    const previous = this.words[place - 1] as number;
    return (this.words[place] as number) ^ Math.imul(previous ^ (previous >>> 30), factor);
  }

  #step(place: number): number {
    if (place + 1 < length) return place + 1;
    this.words[0] = this.words[length - 1] as number;
    return 1;
  }

  #refill(): void {
    const { words } = this;
    for (let place = 0; place < length; place++) {
      const joined = ((words[place] as number) & 0x80000000) | ((words[(place + 1) % length] as number) & 0x7fffffff);
      const twisted = (joined >>> 1) ^ ((joined & 1) === 0 ? 0 : 0x9908b0df);
      words[place] = (words[(place + middle) % length] as number) ^ twisted;
    }
    this.index = 0;
  }

  /** The next 32 random bits. */
  nextWord(): number {
    if (this.index >= length) this.#refill();
    let word = this.words[this.index++] as number;
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    word ^= word >>> 18;
    return word >>> 0;
  }

  /** `random()`: a float from 0 below 1, of 53 random bits. */
  random(): number {
    const high = this.nextWord() >>> 5;
    const low = this.nextWord() >>> 6;
    return (high * 67108864 + low) * (1 / 9007199254740992);
  }

  /** `getrandbits(count)`. */
  randomBits(count: number): Int {
    if (count < 0) throw new ValueFault('ValueError', 'number of bits must be non-negative');
    if (count === 0) return 0;
    if (count <= 32) return this.nextWord() >>> (32 - count);
    let value = 0n;
    for (let from = 0; from < count; from += 32) {
      const word = this.nextWord();
      value |= BigInt(count - from < 32 ? word >>> (32 - (count - from)) : word) << BigInt(from);
    }
    return normalInt(value);
  }
}

/**
 * The whole-number methods of `random.Random`. Where CPython works on a sequence, these give indices into it.
 * Models: CPython 3.13, Lib/random.py.
 */
import { addInts, multiplyInts, subtractInts } from '../int/int-arithmetic.ts';
import { bitLength } from '../int/int-bits.ts';
import { floorDivideInts, powerOfTwo } from '../int/int-division.ts';
import type { Int } from '../int/int.ts';
import { naturalLogarithm } from '../math/logarithm.ts';
import { ValueFault } from '../value-fault.ts';
import type { MersenneTwister } from './mersenne-twister.ts';

/** `_randbelow(limit)`: from 0 below a limit of 1 or more. */
function randomBelow(twister: MersenneTwister, limit: Int): Int {
  const bits = bitLength(limit);
  for (;;) {
    const value = twister.randomBits(bits);
    if (value < limit) return value;
  }
}

/** The same for an index of a sequence. */
function randomIndex(twister: MersenneTwister, length: number): number {
  return Number(randomBelow(twister, length));
}

/** The bounds of `randrange(start, stop, step)`; a stop of null stands for `randrange(start)` from 0. */
export interface RandomRange {
  readonly start: Int;
  readonly stop: Int | null;
  readonly step: Int;
}

/** `randrange`. */
export function randomInRange(twister: MersenneTwister, { start, stop, step }: RandomRange): Int {
  if (stop === null) {
    if (start > 0) return randomBelow(twister, start);
    throw new ValueFault('ValueError', 'empty range for randrange()');
  }
  if (step === 0) throw new ValueFault('ValueError', 'zero step for randrange()');
  const width = subtractInts(stop, start);
  const roundedUp = addInts(width, subtractInts(step, step > 0 ? 1 : -1));
  const count = step === 1 ? width : floorDivideInts(roundedUp, step);
  if (count <= 0) {
    const shown = step === 1 ? `${start}, ${stop}` : `${start}, ${stop}, ${step}`;
    throw new ValueFault('ValueError', `empty range in randrange(${shown})`);
  }
  return addInts(start, multiplyInts(step, randomBelow(twister, count)));
}

/** `randint(low, high)`, both ends included. */
export function randomInt(twister: MersenneTwister, low: Int, high: Int): Int {
  return randomInRange(twister, { start: low, stop: addInts(high, 1), step: 1 });
}

/** `randbytes(count)`: the bytes of `getrandbits(8 * count)`, lowest first. */
export function randomBytes(twister: MersenneTwister, count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  for (let index = 0; index < count; index += 4) {
    const missing = Math.max(index + 4 - count, 0);
    const word = twister.nextWord() >>> (8 * missing);
    for (let byte = 0; byte < 4 - missing; byte++) bytes[index + byte] = word >>> (8 * byte);
  }
  return bytes;
}

/** The index that `choice` takes of a sequence. */
export function choiceIndex(twister: MersenneTwister, length: number): number {
  if (length === 0) throw new ValueFault('IndexError', 'Cannot choose from an empty sequence');
  return randomIndex(twister, length);
}

/** `shuffle`: calls for each swap, from the last item down. */
export function shuffle(twister: MersenneTwister, length: number, swap: (a: number, b: number) => void): void {
  for (let index = length - 1; index >= 1; index--) swap(index, randomIndex(twister, index + 1));
}

/** The indices that `sample(population, count)` takes. */
export function sampleIndices(twister: MersenneTwister, length: number, count: Int): number[] {
  if (count < 0 || count > length) {
    throw new ValueFault('ValueError', 'Sample larger than population or is negative');
  }
  const size = Number(count);
  return length <= poolLimit(size) ? sampleFromPool(twister, length, size) : sampleFromSet(twister, length, size);
}

/** Up to this many items CPython copies the population, above it remembers what was taken; both draw differently. */
function poolLimit(count: number): number {
  if (count <= 5) return 21;
  return 21 + powerOfTwo(2 * Math.ceil(naturalLogarithm(count * 3) / naturalLogarithm(4)));
}

function sampleFromPool(twister: MersenneTwister, length: number, count: number): number[] {
  const pool = Array.from({ length }, (_, index) => index);
  const taken: number[] = [];
  for (let drawn = 0; drawn < count; drawn++) {
    const index = randomIndex(twister, length - drawn);
    taken.push(pool[index] as number);
    pool[index] = pool[length - drawn - 1] as number;
  }
  return taken;
}

function sampleFromSet(twister: MersenneTwister, length: number, count: number): number[] {
  const taken = new Set<number>();
  while (taken.size < count) {
    let index = randomIndex(twister, length);
    while (taken.has(index)) index = randomIndex(twister, length);
    taken.add(index);
  }
  return [...taken];
}

/** The index that `choices` takes without weights. */
export function uniformIndex(twister: MersenneTwister, length: number): number {
  return Math.floor(twister.random() * length);
}

/** Checks the running sums of the weights of `choices`. */
export function checkCumulativeWeights(cumulative: readonly number[], populationLength: number): void {
  if (cumulative.length !== populationLength) {
    throw new ValueFault('ValueError', 'The number of weights does not match the population');
  }
  const total = cumulative[cumulative.length - 1];
  if (total === undefined) throw new ValueFault('IndexError', 'list index out of range');
  if (total <= 0) throw new ValueFault('ValueError', 'Total of weights must be greater than zero');
  if (!Number.isFinite(total)) throw new ValueFault('ValueError', 'Total of weights must be finite');
}

/** The index that `choices` takes with weights, given as their running sums. */
export function weightedIndex(twister: MersenneTwister, cumulative: readonly number[]): number {
  const drawn = twister.random() * (cumulative[cumulative.length - 1] as number);
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (drawn < (cumulative[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

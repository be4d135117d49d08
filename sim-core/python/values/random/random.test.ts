import { expect, test } from 'vitest';
import type { Int } from '../int/int.ts';
import { differences } from '../recorded-cases.ts';
import { binomialVariate } from './binomial.ts';
import * as distributions from './distributions.ts';
import { MersenneTwister } from './mersenne-twister.ts';
import * as choices from './random-choices.ts';
import recorded from './random.recorded.jsonl?raw';
import { seedKeyOfBytes, seedKeyOfFloat, seedKeyOfInt, seedKeyOfText } from './seed-key.ts';

type Seed = Int | string | Uint8Array;

function seeded(seed: Seed): MersenneTwister {
  const twister = new MersenneTwister();
  if (typeof seed === 'string') twister.seed(seedKeyOfText(seed));
  else if (seed instanceof Uint8Array) twister.seed(seedKeyOfBytes(seed));
  else twister.seed(typeof seed === 'number' && !Number.isInteger(seed) ? seedKeyOfFloat(seed) : seedKeyOfInt(seed));
  return twister;
}

function times<T>(count: number, draw: () => T): T[] {
  return Array.from({ length: count }, draw);
}

type Draw = (twister: MersenneTwister, ...parameters: never[]) => unknown;

function six(draw: Draw) {
  return (seed: Seed, parameters: readonly number[]): unknown => {
    const twister = seeded(seed);
    return times(6, () => draw(twister, ...(parameters as never[])));
  };
}

function gaussSix(seed: Seed, [mean, deviation]: readonly [number, number]): number[] {
  const twister = seeded(seed);
  let kept: number | null = null;
  return times(6, () => {
    const drawn: distributions.GaussDraw = distributions.gauss(twister, kept, mean, deviation);
    kept = drawn.kept;
    return drawn.value;
  });
}

test('random gives the numbers of CPython 3.13 for a seed', () => {
  const operations = {
    random: (seed: Seed, count: number) => {
      const twister = seeded(seed);
      return times(count, () => twister.random());
    },
    getrandbits: (seed: Seed, bits: number) => {
      const twister = seeded(seed);
      return times(3, () => twister.randomBits(bits));
    },
    randrange: (seed: Seed, first: Int, second: Int | null = null, step: Int = 1) => {
      const twister = seeded(seed);
      return times(5, () => choices.randomInRange(twister, { start: first, stop: second, step }));
    },
    randint: (seed: Seed, low: Int, high: Int) => {
      const twister = seeded(seed);
      return times(8, () => choices.randomInt(twister, low, high));
    },
    choice: (seed: Seed, length: number) => {
      const twister = seeded(seed);
      return times(6, () => choices.choiceIndex(twister, length));
    },
    shuffle: (seed: Seed, length: number) => {
      const items = Array.from({ length }, (_, index) => index);
      choices.shuffle(seeded(seed), length, (a, b) => {
        [items[a], items[b]] = [items[b] as number, items[a] as number];
      });
      return items;
    },
    sample: (seed: Seed, length: number, count: number) => choices.sampleIndices(seeded(seed), length, count),
    choices: (seed: Seed, length: number, count: number) => {
      const twister = seeded(seed);
      return times(count, () => choices.uniformIndex(twister, length));
    },
    weighted: (seed: Seed, weights: readonly number[], count: number) => {
      let sum = 0;
      const cumulative = weights.map((weight) => (sum += weight));
      choices.checkCumulativeWeights(cumulative, 3);
      const twister = seeded(seed);
      return times(count, () => choices.weightedIndex(twister, cumulative));
    },
    randbytes: (seed: Seed, count: number) => choices.randomBytes(seeded(seed), count),
    uniform: six(distributions.uniform),
    triangular: six(distributions.triangular),
    gauss: gaussSix,
    normalvariate: six(distributions.normalVariate),
    lognormvariate: six(distributions.logNormalVariate),
    expovariate: six(distributions.exponentialVariate),
    betavariate: six(distributions.betaVariate),
    gammavariate: six(distributions.gammaVariate),
    vonmisesvariate: six(distributions.vonMisesVariate),
    paretovariate: six(distributions.paretoVariate),
    weibullvariate: six(distributions.weibullVariate),
    binomialvariate: six(binomialVariate),
  };
  expect(differences(recorded, operations)).toEqual([]);
});

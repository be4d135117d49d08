/** `random.binomialvariate` (CPython 3.13: Lib/random.py, after W. Hörmann's BTRS of 1993). */
import { logarithmOfGamma } from '../math/gamma.ts';
import { binaryLogarithm, naturalLogarithm } from '../math/logarithm.ts';
import { squareRoot } from '../math/roots.ts';
import { ValueFault } from '../value-fault.ts';
import type { MersenneTwister } from './mersenne-twister.ts';

export function binomialVariate(twister: MersenneTwister, trials: number, probability: number): number {
  if (trials < 0) throw new ValueFault('ValueError', 'n must be non-negative');
  if (probability === 0) return 0;
  if (probability === 1) return trials;
  if (!(probability > 0 && probability < 1)) {
    throw new ValueFault('ValueError', 'p must be in the range 0.0 <= p <= 1.0');
  }
  if (trials === 1) return twister.random() < probability ? 1 : 0;
  if (probability > 0.5) return trials - binomialVariate(twister, trials, 1 - probability);
  if (trials * probability < 10) return countByGaps(twister, trials, probability);
  return countByRejection(twister, trials, probability);
}

/** Adds up the gaps between successes. */
function countByGaps(twister: MersenneTwister, trials: number, probability: number): number {
  const scale = binaryLogarithm(1 - probability);
  if (scale === 0) return 0;
  let position = 0;
  for (let successes = 0; ; successes++) {
    position += Math.floor(binaryLogarithm(twister.random()) / scale) + 1;
    if (position > trials) return successes;
  }
}

function countByRejection(twister: MersenneTwister, trials: number, probability: number): number {
  const deviation = squareRoot(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const c = trials * probability + 0.5;
  const bound = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const oddsLogarithm = naturalLogarithm(probability / (1 - probability));
  const mode = Math.floor((trials + 1) * probability);
  const top = logarithmOfGamma(mode + 1) + logarithmOfGamma(trials - mode + 1);
  for (;;) {
    const centred = twister.random() - 0.5;
    const edge = 0.5 - Math.abs(centred);
    const count = Math.floor(((2 * a) / edge + b) * centred + c);
    if (count < 0 || count > trials) continue;
    const drawn = twister.random();
    if (edge >= 0.07 && drawn <= bound) return count;
    const height = naturalLogarithm((drawn * alpha) / (a / (edge * edge) + b));
    const counted = logarithmOfGamma(count + 1) + logarithmOfGamma(trials - count + 1);
    if (height <= top - counted + (count - mode) * oddsLogarithm) return count;
  }
}

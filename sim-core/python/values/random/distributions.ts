/**
 * The real-valued distributions of `random.Random`.
 * Models: CPython 3.13, Lib/random.py: the same numbers for the same seed.
 */
import { powerFloats } from '../math/power.ts';
import { moduloFloats } from '../float/float-division.ts';
import { exponential } from '../math/exponential.ts';
import { arcCosine } from '../math/inverse-trigonometry.ts';
import { naturalLogarithm } from '../math/logarithm.ts';
import { squareRoot } from '../math/roots.ts';
import { cosine, sine } from '../math/trigonometry.ts';
import { ValueFault } from '../value-fault.ts';
import type { MersenneTwister } from './mersenne-twister.ts';

const e = 2.718281828459045;
const pi = 3.141592653589793;
const twoPi = 2 * pi;
const normalFactor = (4 * exponential(-0.5)) / Math.SQRT2;
const log4 = naturalLogarithm(4);
const gammaBound = 1 + naturalLogarithm(4.5);

export function uniform(twister: MersenneTwister, a: number, b: number): number {
  return a + (b - a) * twister.random();
}

/** A mode of null stands for the middle. */
export function triangular(twister: MersenneTwister, low: number, high: number, mode: number | null): number {
  const drawn = twister.random();
  if (mode !== null && high - low === 0) return low;
  const peak = mode === null ? 0.5 : (mode - low) / (high - low);
  if (drawn > peak) return high + (low - high) * squareRoot((1 - drawn) * (1 - peak));
  return low + (high - low) * squareRoot(drawn * peak);
}

export function normalVariate(twister: MersenneTwister, mean: number, deviation: number): number {
  for (;;) {
    const first = twister.random();
    const second = 1 - twister.random();
    const z = (normalFactor * (first - 0.5)) / second;
    if ((z * z) / 4 <= -naturalLogarithm(second)) return mean + z * deviation;
  }
}

/** `gauss` makes two numbers at a time and keeps one for the next call. */
export interface GaussDraw {
  readonly value: number;
  /** What the next call takes; null if it must draw. */
  readonly kept: number | null;
}

/** `gauss(mean, deviation)` with what the last call kept. */
export function gauss(twister: MersenneTwister, kept: number | null, mean: number, deviation: number): GaussDraw {
  if (kept !== null) return { value: mean + kept * deviation, kept: null };
  const angle = twister.random() * twoPi;
  const radius = squareRoot(-2 * naturalLogarithm(1 - twister.random()));
  return { value: mean + cosine(angle) * radius * deviation, kept: sine(angle) * radius };
}

export function logNormalVariate(twister: MersenneTwister, mean: number, deviation: number): number {
  return exponential(normalVariate(twister, mean, deviation));
}

export function exponentialVariate(twister: MersenneTwister, rate: number): number {
  const drawn = -naturalLogarithm(1 - twister.random());
  if (rate === 0) throw new ValueFault('ZeroDivisionError', 'float division by zero');
  return drawn / rate;
}

export function vonMisesVariate(twister: MersenneTwister, mean: number, concentration: number): number {
  if (concentration <= 1e-6) return twoPi * twister.random();
  const s = 0.5 / concentration;
  const r = s + squareRoot(1 + s * s);
  let z: number;
  for (;;) {
    z = cosine(pi * twister.random());
    const d = z / (r + z);
    const drawn = twister.random();
    if (drawn < 1 - d * d || drawn <= (1 - d) * exponential(d)) break;
  }
  const q = 1 / r;
  const f = (q + z) / (1 + q * z);
  const angle = twister.random() > 0.5 ? mean + arcCosine(f) : mean - arcCosine(f);
  return moduloFloats(angle, twoPi);
}

export function gammaVariate(twister: MersenneTwister, alpha: number, beta: number): number {
  if (alpha <= 0 || beta <= 0) {
    throw new ValueFault('ValueError', 'gammavariate: alpha and beta must be > 0.0');
  }
  if (alpha === 1) return -naturalLogarithm(1 - twister.random()) * beta;
  return (alpha > 1 ? gammaAboveOne(twister, alpha) : gammaBelowOne(twister, alpha)) * beta;
}

/** R. C. H. Cheng, "The generation of gamma variables with non-integral shape parameters" (1977). */
function gammaAboveOne(twister: MersenneTwister, alpha: number): number {
  const root = squareRoot(2 * alpha - 1);
  const offset = alpha - log4;
  const slope = alpha + root;
  for (;;) {
    const first = twister.random();
    if (!(first > 1e-7 && first < 0.9999999)) continue;
    const second = 1 - twister.random();
    const v = naturalLogarithm(first / (1 - first)) / root;
    const x = alpha * exponential(v);
    const z = first * first * second;
    const r = offset + slope * v - x;
    if (r + gammaBound - 4.5 * z >= 0 || r >= naturalLogarithm(z)) return x;
  }
}

/** Algorithm GS of J. H. Ahrens and U. Dieter (1974). */
function gammaBelowOne(twister: MersenneTwister, alpha: number): number {
  for (;;) {
    const drawn = twister.random();
    const b = (e + alpha) / e;
    const p = b * drawn;
    const x = p <= 1 ? realPower(p, 1 / alpha) : -naturalLogarithm((b - p) / alpha);
    const test = twister.random();
    if (p > 1 ? test <= realPower(x, alpha - 1) : test <= exponential(-x)) return x;
  }
}

function realPower(base: number, exponent: number): number {
  return powerFloats(base, exponent) ?? Number.NaN;
}

export function betaVariate(twister: MersenneTwister, alpha: number, beta: number): number {
  const y = gammaVariate(twister, alpha, 1);
  return y === 0 ? 0 : y / (y + gammaVariate(twister, beta, 1));
}

export function paretoVariate(twister: MersenneTwister, alpha: number): number {
  const drawn = 1 - twister.random();
  if (alpha === 0) throw new ValueFault('ZeroDivisionError', 'float division by zero');
  return realPower(drawn, -1 / alpha);
}

export function weibullVariate(twister: MersenneTwister, alpha: number, beta: number): number {
  const drawn = 1 - twister.random();
  if (beta === 0) throw new ValueFault('ZeroDivisionError', 'float division by zero');
  return alpha * realPower(-naturalLogarithm(drawn), 1 / beta);
}

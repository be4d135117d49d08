/**
 * `datetime.timedelta`: a length of time in microseconds.
 * Models: CPython 3.13, Modules/_datetimemodule.c.
 */
import { floatToRatio } from '../float/float-ratio.ts';
import { floatToInt } from '../int/int-float.ts';
import { normalInt, type Int } from '../int/int.ts';
import { trueDivideInts } from '../int/int-division.ts';
import { ValueFault } from '../value-fault.ts';

/** In normal form: seconds from 0 to 86399, microseconds from 0 to 999999, only the days may be negative. */
export interface Duration {
  readonly days: number;
  readonly seconds: number;
  readonly microseconds: number;
}

const microsecondsPerDay = 86400000000n;

function durationToMicroseconds({ days, seconds, microseconds }: Duration): bigint {
  return (BigInt(days) * 86400n + BigInt(seconds)) * 1000000n + BigInt(microseconds);
}

/** The duration of so many microseconds, or the fault of one that is too long. */
function durationOfMicroseconds(microseconds: bigint): Duration {
  const rest = ((microseconds % microsecondsPerDay) + microsecondsPerDay) % microsecondsPerDay;
  const days = (microseconds - rest) / microsecondsPerDay;
  if (days < -999999999n || days > 999999999n) {
    throw new ValueFault('OverflowError', `days=${days}; must have magnitude <= 999999999`);
  }
  const withinDay = Number(rest);
  return {
    days: Number(days),
    seconds: Math.floor(withinDay / 1e6),
    microseconds: withinDay % 1e6,
  };
}

/** One argument of the constructor: a float may bring a fraction of a microsecond. */
export type DurationPart =
  | { readonly kind: 'int'; readonly value: Int }
  | { readonly kind: 'float'; readonly value: number };

export type DurationUnit = 'microseconds' | 'milliseconds' | 'seconds' | 'minutes' | 'hours' | 'days' | 'weeks';

/** In the order in which CPython adds them up. */
const unitMicroseconds: readonly (readonly [DurationUnit, number])[] = [
  ['microseconds', 1],
  ['milliseconds', 1000],
  ['seconds', 1000000],
  ['minutes', 60000000],
  ['hours', 3600000000],
  ['days', 86400000000],
  ['weeks', 604800000000],
];

/** `timedelta(days=…, seconds=…, …)`: what is left of all floats is rounded once, half to even. */
export function durationOfParts(parts: Readonly<Partial<Record<DurationUnit, DurationPart>>>): Duration {
  let sum = 0n;
  let leftover = 0;
  for (const [unit, factor] of unitMicroseconds) {
    const part = parts[unit];
    if (part === undefined) continue;
    if (part.kind === 'int') {
      sum += BigInt(part.value) * BigInt(factor);
      continue;
    }
    const whole = floatToInt(part.value);
    const fraction = (part.value - Math.trunc(part.value)) * factor;
    sum += BigInt(whole) * BigInt(factor) + BigInt(Math.trunc(fraction));
    leftover += fraction - Math.trunc(fraction);
  }
  return durationOfMicroseconds(sum + roundedLeftover(leftover, (sum & 1n) === 1n));
}

function roundedLeftover(leftover: number, isSumOdd: boolean): bigint {
  const rounded = roundHalfAway(leftover);
  if (Math.abs(rounded - leftover) !== 0.5) return BigInt(rounded);
  const odd = isSumOdd ? 1 : 0;
  return BigInt(2 * roundHalfAway((leftover + odd) * 0.5) - odd);
}

function roundHalfAway(value: number): number {
  return value < 0 ? -Math.floor(-value + 0.5) : Math.floor(value + 0.5);
}

/** The nearest integer to a fraction, ties to even. */
function divideNearest(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new ValueFault('ZeroDivisionError', 'integer division or modulo by zero');
  const [n, d] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
  const rest = ((n % d) + d) % d;
  const floor = (n - rest) / d;
  const doubled = 2n * rest;
  return doubled > d || (doubled === d && (floor & 1n) === 1n) ? floor + 1n : floor;
}

function floorDivide(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new ValueFault('ZeroDivisionError', 'integer division or modulo by zero');
  const quotient = numerator / denominator;
  return numerator % denominator !== 0n && numerator < 0n !== denominator < 0n ? quotient - 1n : quotient;
}

export function addDurations(a: Duration, b: Duration): Duration {
  return durationOfMicroseconds(durationToMicroseconds(a) + durationToMicroseconds(b));
}

export function subtractDurations(a: Duration, b: Duration): Duration {
  return durationOfMicroseconds(durationToMicroseconds(a) - durationToMicroseconds(b));
}

export function negateDuration(duration: Duration): Duration {
  return durationOfMicroseconds(-durationToMicroseconds(duration));
}

export function multiplyDuration(duration: Duration, factor: Int): Duration {
  return durationOfMicroseconds(durationToMicroseconds(duration) * BigInt(factor));
}

export function multiplyDurationByFloat(duration: Duration, factor: number): Duration {
  const [numerator, denominator] = floatToRatio(factor);
  const product = durationToMicroseconds(duration) * BigInt(numerator);
  return durationOfMicroseconds(divideNearest(product, BigInt(denominator)));
}

/** `duration / int`. */
export function divideDuration(duration: Duration, divisor: Int): Duration {
  return durationOfMicroseconds(divideNearest(durationToMicroseconds(duration), BigInt(divisor)));
}

export function divideDurationByFloat(duration: Duration, divisor: number): Duration {
  const [numerator, denominator] = floatToRatio(divisor);
  const product = durationToMicroseconds(duration) * BigInt(denominator);
  return durationOfMicroseconds(divideNearest(product, BigInt(numerator)));
}

/** `duration // int`. */
export function floorDivideDuration(duration: Duration, divisor: Int): Duration {
  return durationOfMicroseconds(floorDivide(durationToMicroseconds(duration), BigInt(divisor)));
}

/** `duration / duration`. */
export function ratioOfDurations(a: Duration, b: Duration): number {
  return trueDivideInts(normalInt(durationToMicroseconds(a)), normalInt(durationToMicroseconds(b)));
}

/** `duration // duration`. */
export function floorRatioOfDurations(a: Duration, b: Duration): Int {
  return normalInt(floorDivide(durationToMicroseconds(a), durationToMicroseconds(b)));
}

/** `duration % duration`. */
export function moduloDurations(a: Duration, b: Duration): Duration {
  const divisor = durationToMicroseconds(b);
  const value = durationToMicroseconds(a);
  return durationOfMicroseconds(value - floorDivide(value, divisor) * divisor);
}

/** `duration.total_seconds()`. */
export function totalSeconds(duration: Duration): number {
  return trueDivideInts(normalInt(durationToMicroseconds(duration)), 1000000);
}

/** `str(duration)`. */
export function durationText({ days, seconds, microseconds }: Duration): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const fraction = microseconds === 0 ? '' : `.${String(microseconds).padStart(6, '0')}`;
  const before = days === 0 ? '' : `${days} day${Math.abs(days) === 1 ? '' : 's'}, `;
  return before + clock + fraction;
}

/** `repr(duration)`. */
export function reprDuration({ days, seconds, microseconds }: Duration): string {
  const parts: string[] = [];
  if (days !== 0) parts.push(`days=${days}`);
  if (seconds !== 0) parts.push(`seconds=${seconds}`);
  if (microseconds !== 0) parts.push(`microseconds=${microseconds}`);
  return `datetime.timedelta(${parts.length === 0 ? '0' : parts.join(', ')})`;
}

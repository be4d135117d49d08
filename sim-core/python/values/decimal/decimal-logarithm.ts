/** exp, ln, log10 and powers of decimals, in whole numbers of as many digits as it takes to round them right. Models: libmpdec's results. */
import type { Decimal } from './decimal.ts';
import { countDigits, decimalOne, decimalZero, finite, infinity, tenTo } from './decimal.ts';
import type { DecimalSettings } from './decimal-context.ts';
import { DecimalWork, nanAmong, signalBits } from './decimal-context.ts';
import { divide, multiply } from './decimal-arithmetic.ts';
import { compareMagnitudes } from './decimal-order.ts';
import { finalized, overflowed, stripped } from './decimal-rounding.ts';

/** ln of a ratio times `unit`, by 2·artanh((n−d)/(n+d)), for ratios near 1. */
function lnOfRatio(numerator: bigint, denominator: bigint, unit: bigint): bigint {
  const argument = ((numerator - denominator) * unit) / (numerator + denominator);
  const square = (argument * argument) / unit;
  let term = argument;
  let sum = argument;
  for (let k = 3n; term !== 0n; k += 2n) {
    term = (term * square) / unit;
    sum += term / k;
  }
  return 2n * sum;
}

/** ln(10) times `unit`. */
function lnOfTen(unit: bigint): bigint {
  // ln 10 = 3 ln 2 + ln(10/8), ln 2 = 2 artanh(1/3)
  return 3n * lnOfRatio(2n, 1n, unit) + lnOfRatio(10n, 8n, unit);
}

/** ln of a positive number, times 10**places; off by a few units at most. */
function lnScaled(a: Decimal, places: number): bigint {
  const guard = 10 + String(Math.abs(a.adjusted)).length;
  const unit = tenTo(places + guard);
  // a = m · 10**power with m between 0.3 and 3
  const isHigh = a.coefficient * 3n >= tenTo(a.digitCount);
  const power = isHigh ? a.adjusted + 1 : a.adjusted;
  const denominator = tenTo(a.digitCount - (isHigh ? 0 : 1));
  let halvings = 0n;
  let mantissa = (a.coefficient * unit) / denominator;
  // Roots bring it near to 1, where the series is quick.
  for (; halvings < 8n; halvings += 1n) mantissa = rootOf(mantissa * unit);
  const small = lnOfRatio(mantissa, unit, unit) << halvings;
  return (small + BigInt(power) * lnOfTen(unit)) / tenTo(guard);
}

function rootOf(value: bigint): bigint {
  let guess = 1n << BigInt((value.toString(16).length * 4 + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** e**(value/unit), times unit, for values between 0 and a few units. */
function expOfScaled(value: bigint, unit: bigint): bigint {
  const halvings = 12n;
  const argument = value >> halvings;
  let term = unit;
  let sum = unit;
  for (let k = 1n; term !== 0n; k += 1n) {
    term = (term * argument) / (unit * k);
    sum += term;
  }
  for (let i = 0n; i < halvings; i += 1n) sum = (sum * sum) / unit;
  return sum;
}

const halfEven = (settings: DecimalSettings): DecimalWork =>
  new DecimalWork({ ...settings, rounding: 'ROUND_HALF_EVEN' });

/** Rounds a number that is known to some units of its last digit, with ever more digits until they cannot matter. */
function roundedSurely(work: DecimalWork, compute: (digits: number) => Decimal): Decimal {
  const own = halfEven(work.settings);
  for (let extra = 6; ; extra += 12) {
    const value = compute(work.precision + extra);
    const excess = value.digitCount - work.precision;
    const tail = excess > 0 ? value.coefficient % tenTo(excess) : 0n;
    const half = excess > 0 ? 5n * tenTo(excess - 1) : 0n;
    const distance = tail > half ? tail - half : half - tail;
    const isSure = excess > 2 && distance > 100n && tail > 100n && tenTo(excess) - tail > 100n;
    if (!isSure && extra < 200) continue;
    const result = finalized(own, value);
    work.signal(own.status, signalBits.inexact, signalBits.rounded);
    return result;
  }
}

export function exponential(work: DecimalWork, a: Decimal): Decimal {
  const found = nanAmong(work, a);
  if (found !== undefined) return found;
  if (a.isInfinite) return a.isNegative ? decimalZero : a;
  if (a.isZero) return decimalOne;
  if (a.adjusted > 19) return beyond(work, a.isNegative);
  // So near to 1 that only the last digit tells.
  if (a.adjusted < -work.precision - 2) return besideOne(work, a.isNegative);
  const whole = a.exponent >= 0 ? a.coefficient * tenTo(a.exponent) : a.coefficient / tenTo(-a.exponent);
  const bound = Math.max(Math.abs(work.settings.eMax), Math.abs(work.eTiny)) * 3;
  if (whole > BigInt(bound)) return beyond(work, a.isNegative);
  return roundedSurely(work, (digits) => expDigits(a, digits));
}

function expDigits(a: Decimal, digits: number): Decimal {
  const places = digits + Math.max(0, a.adjusted) + 8;
  const unit = tenTo(places);
  const shift = a.exponent + places;
  const magnitude = shift >= 0 ? a.coefficient * tenTo(shift) : a.coefficient / tenTo(-shift);
  const value = a.isNegative ? -magnitude : magnitude;
  const ten = lnOfTen(unit);
  let power = value / ten;
  let rest = value - power * ten;
  if (rest < 0n) {
    power -= 1n;
    rest += ten;
  }
  const mantissa = expOfScaled(rest, unit);
  const cut = Math.max(0, countDigits(mantissa) - digits);
  return finite(false, mantissa / tenTo(cut), Number(power) - places + cut);
}

function beyond(work: DecimalWork, isSmall: boolean): Decimal {
  if (!isSmall) return overflowed(halfEvenSharing(work), false);
  const own = halfEven(work.settings);
  const result = finalized(own, finite(false, 1n, work.eTiny - 2));
  work.signal(own.status);
  return result;
}

function halfEvenSharing(work: DecimalWork): DecimalWork {
  work.signal(signalBits.overflow, signalBits.inexact, signalBits.rounded);
  return halfEven(work.settings);
}

function besideOne(work: DecimalWork, isBelow: boolean): Decimal {
  work.signal(signalBits.inexact, signalBits.rounded);
  const unit = tenTo(work.precision - 1);
  return isBelow ? finite(false, unit, 1 - work.precision) : finite(false, unit, 1 - work.precision);
}

export function naturalLogarithm(work: DecimalWork, a: Decimal): Decimal {
  const special = specialLogarithm(work, a);
  if (special !== undefined) return special;
  if (compareMagnitudes(a, decimalOne) === 0) return decimalZero;
  return roundedSurely(work, (digits) => lnDigits(a, digits));
}

/** NaNs, infinities, zero and negative numbers. */
function specialLogarithm(work: DecimalWork, a: Decimal): Decimal | undefined {
  const found = nanAmong(work, a);
  if (found !== undefined) return found;
  if (a.isZero) return infinity(true);
  if (a.isNegative) return work.invalid();
  return a.isInfinite ? a : undefined;
}

function lnDigits(a: Decimal, digits: number): Decimal {
  // Near to 1 the logarithm begins with zeros.
  const isNear = a.adjusted === 0 || a.adjusted === -1;
  for (let places = digits + (isNear ? 4 : 0); ; places += digits) {
    const value = lnScaled(a, places);
    const magnitude = value < 0n ? -value : value;
    if (countDigits(magnitude) >= digits) return finite(value < 0n, magnitude, -places);
  }
}

export function decimalLogarithm(work: DecimalWork, a: Decimal): Decimal {
  const special = specialLogarithm(work, a);
  if (special !== undefined) return special;
  const plain = stripped(a);
  if (plain.coefficient === 1n) return finalized(work, wholeOf(plain.exponent));
  return roundedSurely(work, (digits) => {
    for (let places = digits + 4; ; places += digits) {
      const value = (lnScaled(a, places + 4) * tenTo(places)) / lnOfTen(tenTo(places + 4));
      const magnitude = value < 0n ? -value : value;
      if (countDigits(magnitude) >= digits) return finite(value < 0n, magnitude, -places);
    }
  });
}

function wholeOf(value: number): Decimal {
  return finite(value < 0, BigInt(Math.abs(value)), 0);
}

export function power(work: DecimalWork, base: Decimal, exponent: Decimal): Decimal {
  const found = nanAmong(work, base, exponent);
  if (found !== undefined) return found;
  const isWhole = exponent.isWhole;
  const isOdd = isWhole && isOddWhole(exponent);
  const isNegative = base.isNegative && isOdd;
  if (base.isZero) {
    if (exponent.isZero) return work.invalid();
    return exponent.isNegative ? infinity(isNegative) : finite(isNegative, 0n, 0);
  }
  if (base.isNegative && !isWhole) return work.invalid();
  if (exponent.isInfinite) return toInfinitePower(work, base, exponent);
  if (base.isInfinite) {
    if (exponent.isZero) return decimalOne;
    return exponent.isNegative ? finite(isNegative, 0n, 0) : infinity(isNegative);
  }
  if (exponent.isZero) return decimalOne;
  const result = isWhole ? wholePower(work, base, exponent, isNegative) : realPower(work, base, exponent);
  return result;
}

function isOddWhole(value: Decimal): boolean {
  if (value.exponent > 0) return false;
  return (value.coefficient / tenTo(-value.exponent)) % 2n === 1n;
}

function toInfinitePower(work: DecimalWork, base: Decimal, exponent: Decimal): Decimal {
  const order = compareMagnitudes(base, decimalOne);
  if (order === 0) {
    work.signal(signalBits.inexact, signalBits.rounded);
    return finite(false, tenTo(work.precision - 1), 1 - work.precision);
  }
  return order < 0 === exponent.isNegative ? infinity(false) : decimalZero;
}

/** By squaring, with a few digits more than asked for (_mpd_qpow_int). */
function wholePower(work: DecimalWork, base: Decimal, exponent: Decimal, isNegative: boolean): Decimal {
  if (exponent.adjusted > 17) return hugePower(work, base, exponent, isNegative);
  const times = (exponent.coefficient * tenTo(Math.max(0, exponent.exponent))) / tenTo(Math.max(0, -exponent.exponent));
  const digits = exponent.digitCount + exponent.exponent;
  const inner = work.wider(work.precision + digits + 2 + 2 + (exponent.isNegative ? 1 : 0));
  const magnitude = base.withSign(false);
  const start = exponent.isNegative ? divide(inner, decimalOne, magnitude) : magnitude;
  let result = start;
  for (const bit of times.toString(2).slice(1)) {
    result = multiply(inner, result, result);
    if (bit === '1') result = multiply(inner, result, start);
    if (Math.abs(result.adjusted) > 4e15) break;
  }
  work.signal(inner.status & (signalBits.inexact | signalBits.rounded));
  return finalized(work, result.withSign(isNegative));
}

function hugePower(work: DecimalWork, base: Decimal, exponent: Decimal, isNegative: boolean): Decimal {
  const order = compareMagnitudes(base, decimalOne);
  if (order === 0) return toInfinitePower(work, base, exponent).withSign(isNegative);
  return beyond(work, order < 0 !== exponent.isNegative).withSign(isNegative);
}

function realPower(work: DecimalWork, base: Decimal, exponent: Decimal): Decimal {
  if (compareMagnitudes(base, decimalOne) === 0) {
    work.signal(signalBits.inexact, signalBits.rounded);
    return finite(false, tenTo(work.precision - 1), 1 - work.precision);
  }
  const inner = work.wider(Math.max(base.digitCount, work.precision) + 4 + 19);
  const product = multiply(inner, naturalLogarithm(inner, base), exponent);
  const own = halfEven(work.settings);
  const result = exponential(own, product);
  work.signal(own.status, signalBits.inexact, signalBits.rounded);
  if (result.isFinite && compareMagnitudes(result, decimalOne) === 0)
    return finite(false, tenTo(work.precision - 1), 1 - work.precision);
  return result;
}

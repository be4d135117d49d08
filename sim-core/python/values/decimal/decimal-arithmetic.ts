/** The operations of decimal arithmetic that are exact before they are rounded. Models: Lib/_pydecimal.py, mpdecimal.c. */
import type { Decimal } from './decimal.ts';
import { finite, infinity, tenTo } from './decimal.ts';
import type { Rounding } from './decimal-context.ts';
import { DecimalWork, nanAmong, signalBits } from './decimal-context.ts';
import { compareMagnitudes } from './decimal-order.ts';
import { finalized, rescaled, stripped } from './decimal-rounding.ts';

/** Both on one exponent. Where they are far apart, a digit below the last that counts stands for the smaller one. */
function aligned(a: Decimal, b: Decimal, precision: number): readonly [bigint, bigint, number] {
  const [high, low] = a.exponent < b.exponent ? [b, a] : [a, b];
  const last = high.exponent + Math.min(-1, high.digitCount - precision - 2);
  const isFar = low.coefficient !== 0n && low.digitCount + low.exponent - 1 < last;
  const lowCoefficient = isFar ? 1n : low.coefficient;
  const exponent = isFar ? last : low.exponent;
  const highCoefficient = high.coefficient * tenTo(high.exponent - exponent);
  return high === a ? [highCoefficient, lowCoefficient, exponent] : [lowCoefficient, highCoefficient, exponent];
}

export function add(work: DecimalWork, a: Decimal, b: Decimal): Decimal {
  const found = nanAmong(work, a, b);
  if (found !== undefined) return found;
  if (a.isInfinite) return b.isInfinite && a.isNegative !== b.isNegative ? work.invalid() : a;
  if (b.isInfinite) return b;
  const { precision, rounding } = work.settings;
  const exponent = Math.min(a.exponent, b.exponent);
  const isFloor = rounding === 'ROUND_FLOOR';
  if (a.isZero && b.isZero) {
    const isNegative = isFloor ? a.isNegative || b.isNegative : a.isNegative && b.isNegative;
    return finalized(work, finite(isNegative, 0n, exponent));
  }
  if (a.isZero || b.isZero) {
    const other = a.isZero ? b : a;
    const least = Math.max(exponent, other.exponent - precision - 1);
    return finalized(work, rescaled(other, least, rounding));
  }
  const [left, right, common] = aligned(a, b, precision);
  const sum = (a.isNegative ? -left : left) + (b.isNegative ? -right : right);
  if (sum === 0n) return finalized(work, finite(isFloor, 0n, exponent));
  return finalized(work, finite(sum < 0n, sum < 0n ? -sum : sum, common));
}

export function subtract(work: DecimalWork, a: Decimal, b: Decimal): Decimal {
  const found = nanAmong(work, a, b);
  return found ?? add(work, a, b.withSign(!b.isNegative));
}

export function multiply(work: DecimalWork, a: Decimal, b: Decimal): Decimal {
  const found = nanAmong(work, a, b);
  if (found !== undefined) return found;
  const isNegative = a.isNegative !== b.isNegative;
  if (a.isInfinite || b.isInfinite) return a.isZero || b.isZero ? work.invalid() : infinity(isNegative);
  return finalized(work, finite(isNegative, a.coefficient * b.coefficient, a.exponent + b.exponent));
}

export function fusedMultiplyAdd(work: DecimalWork, a: Decimal, b: Decimal, c: Decimal): Decimal {
  const found = nanAmong(work, a, b) ?? nanAmong(work, c);
  if (found !== undefined) return found;
  const isNegative = a.isNegative !== b.isNegative;
  const isInfinite = a.isInfinite || b.isInfinite;
  if (isInfinite && (a.isZero || b.isZero)) return work.invalid();
  const product = isInfinite
    ? infinity(isNegative)
    : finite(isNegative, a.coefficient * b.coefficient, a.exponent + b.exponent);
  return add(work, product, c);
}

export function divide(work: DecimalWork, a: Decimal, b: Decimal): Decimal {
  const found = nanAmong(work, a, b);
  if (found !== undefined) return found;
  const isNegative = a.isNegative !== b.isNegative;
  if (a.isInfinite) return b.isInfinite ? work.invalid() : infinity(isNegative);
  if (b.isInfinite) {
    work.signal(signalBits.clamped);
    return finite(isNegative, 0n, work.eTiny);
  }
  if (b.isZero) {
    if (a.isZero) return work.invalid(signalBits.divisionUndefined);
    work.signal(signalBits.divisionByZero);
    return infinity(isNegative);
  }
  const ideal = a.exponent - b.exponent;
  if (a.isZero) return finalized(work, finite(isNegative, 0n, ideal));
  const shift = b.digitCount - a.digitCount + work.precision + 1;
  const dividend = shift >= 0 ? a.coefficient * tenTo(shift) : a.coefficient;
  const divisor = shift >= 0 ? b.coefficient : b.coefficient * tenTo(-shift);
  let quotient = dividend / divisor;
  const exponent = ideal - shift;
  if (dividend % divisor !== 0n) {
    // A last digit that is neither 0 nor 5 makes every way of rounding see that something follows.
    if (quotient % 5n === 0n) quotient += 1n;
    return finalized(work, finite(isNegative, quotient, exponent));
  }
  return finalized(work, stripped(finite(isNegative, quotient, exponent), ideal));
}

interface Quotient {
  readonly whole: Decimal;
  readonly rest: Decimal;
}

/** The whole quotient and what is left, both finite. Undefined if the quotient has too many digits. */
function wholeQuotient(work: DecimalWork, a: Decimal, b: Decimal): Quotient | undefined {
  const isNegative = a.isNegative !== b.isNegative;
  const ideal = b.isInfinite ? a.exponent : Math.min(a.exponent, b.exponent);
  const distance = a.adjusted - b.adjusted;
  if (a.isZero || b.isInfinite || distance <= -2)
    return { whole: finite(isNegative, 0n, 0), rest: rescaled(a, ideal, work.settings.rounding) };
  if (distance > work.precision) return undefined;
  const difference = a.exponent - b.exponent;
  const left = difference >= 0 ? a.coefficient * tenTo(difference) : a.coefficient;
  const right = difference >= 0 ? b.coefficient : b.coefficient * tenTo(-difference);
  const quotient = left / right;
  if (quotient >= tenTo(work.precision)) return undefined;
  return { whole: finite(isNegative, quotient, 0), rest: finite(a.isNegative, left % right, ideal) };
}

export function divideWhole(work: DecimalWork, a: Decimal, b: Decimal): Decimal {
  const found = nanAmong(work, a, b);
  if (found !== undefined) return found;
  const isNegative = a.isNegative !== b.isNegative;
  if (a.isInfinite) return b.isInfinite ? work.invalid() : infinity(isNegative);
  if (b.isZero) {
    if (a.isZero) return work.invalid(signalBits.divisionUndefined);
    work.signal(signalBits.divisionByZero);
    return infinity(isNegative);
  }
  return wholeQuotient(work, a, b)?.whole ?? work.invalid(signalBits.divisionImpossible);
}

export function remainder(work: DecimalWork, a: Decimal, b: Decimal): Decimal {
  const found = nanAmong(work, a, b);
  if (found !== undefined) return found;
  if (a.isInfinite) return work.invalid();
  if (b.isZero) return work.invalid(a.isZero ? signalBits.divisionUndefined : signalBits.invalidOperation);
  const quotient = wholeQuotient(work, a, b);
  return quotient === undefined ? work.invalid(signalBits.divisionImpossible) : finalized(work, quotient.rest);
}

export function divideModulo(work: DecimalWork, a: Decimal, b: Decimal): readonly [Decimal, Decimal] {
  const found = nanAmong(work, a, b);
  if (found !== undefined) return [found, found];
  const isNegative = a.isNegative !== b.isNegative;
  if (a.isInfinite) {
    const rest = work.invalid();
    return [b.isInfinite ? rest : infinity(isNegative), rest];
  }
  if (b.isZero) {
    if (a.isZero) {
      const none = work.invalid(signalBits.divisionUndefined);
      return [none, none];
    }
    work.signal(signalBits.divisionByZero);
    return [infinity(isNegative), work.invalid()];
  }
  const quotient = wholeQuotient(work, a, b);
  if (quotient !== undefined) return [quotient.whole, finalized(work, quotient.rest)];
  const none = work.invalid(signalBits.divisionImpossible);
  return [none, none];
}

/** The remainder nearest to zero. */
export function remainderNear(work: DecimalWork, a: Decimal, b: Decimal): Decimal {
  const found = nanAmong(work, a, b);
  if (found !== undefined) return found;
  if (a.isInfinite) return work.invalid();
  if (b.isZero) return work.invalid(a.isZero ? signalBits.divisionUndefined : signalBits.invalidOperation);
  if (b.isInfinite) return finalized(work, a);
  const ideal = Math.min(a.exponent, b.exponent);
  if (a.isZero) return finalized(work, finite(a.isNegative, 0n, ideal));
  const distance = a.adjusted - b.adjusted;
  if (distance >= work.precision + 1) return work.invalid(signalBits.divisionImpossible);
  if (distance <= -2) return finalized(work, rescaled(a, ideal, work.settings.rounding));
  const left = a.coefficient * tenTo(a.exponent - ideal);
  const right = b.coefficient * tenTo(b.exponent - ideal);
  let quotient = left / right;
  let rest = left % right;
  if (2n * rest + (quotient & 1n) > right) {
    rest -= right;
    quotient += 1n;
  }
  if (quotient >= tenTo(work.precision)) return work.invalid(signalBits.divisionImpossible);
  const isNegative = rest < 0n ? !a.isNegative : a.isNegative;
  return finalized(work, finite(isNegative, rest < 0n ? -rest : rest, ideal));
}

export function squareRoot(work: DecimalWork, a: Decimal): Decimal {
  const found = nanAmong(work, a);
  if (found !== undefined) return found;
  if (a.isInfinite && !a.isNegative) return a;
  const half = Math.floor(a.exponent / 2);
  if (a.isZero) return finalized(work, finite(a.isNegative, 0n, half));
  if (a.isNegative) return work.invalid();
  const precision = work.precision + 1;
  const isOdd = a.exponent % 2 !== 0;
  const coefficient = isOdd ? a.coefficient * 10n : a.coefficient;
  const length = isOdd ? (a.digitCount >> 1) + 1 : (a.digitCount + 1) >> 1;
  const shift = precision - length;
  const radicand = shift >= 0 ? coefficient * tenTo(2 * shift) : coefficient / tenTo(-2 * shift);
  let isExact = shift >= 0 || coefficient % tenTo(-2 * shift) === 0n;
  let root = integerRoot(radicand);
  isExact &&= root * root === radicand;
  let exponent = half - shift;
  if (isExact) {
    if (shift >= 0) root /= tenTo(shift);
    else root *= tenTo(-shift);
    exponent = half;
  } else if (root % 5n === 0n) root += 1n;
  const halfEven = new DecimalWork({ ...work.settings, rounding: 'ROUND_HALF_EVEN' });
  const result = finalized(halfEven, finite(false, root, exponent));
  work.signal(halfEven.status);
  return result;
}

/** The largest whole number whose square is not more. */
function integerRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

export function quantize(work: DecimalWork, a: Decimal, pattern: Decimal, rounding: Rounding | null): Decimal {
  const found = nanAmong(work, a, pattern);
  if (found !== undefined) return found;
  if (a.isInfinite || pattern.isInfinite) return a.isInfinite && pattern.isInfinite ? a : work.invalid();
  return toExponent(work, a, pattern.exponent, rounding ?? work.settings.rounding);
}

/** Rounds to an exponent; it must fit the context then. */
function toExponent(work: DecimalWork, a: Decimal, exponent: number, rounding: Rounding): Decimal {
  const { eMax } = work.settings;
  if (exponent < work.eTiny || exponent > eMax) return work.invalid();
  if (a.isZero) return finalized(work, finite(a.isNegative, 0n, exponent));
  if (a.adjusted > eMax || a.adjusted - exponent + 1 > work.precision) return work.invalid();
  const result = rescaled(a, exponent, rounding);
  if (result.adjusted > eMax || result.digitCount > work.precision) return work.invalid();
  if (result.coefficient !== 0n && result.adjusted < work.settings.eMin) work.signal(signalBits.subnormal);
  if (exponent > a.exponent) {
    if (compareMagnitudes(result, a) !== 0) work.signal(signalBits.inexact);
    work.signal(signalBits.rounded);
  }
  return finalized(work, result);
}

/** Rounded to a whole number. */
export function toWhole(work: DecimalWork, a: Decimal, rounding: Rounding, signals: boolean): Decimal {
  const found = nanAmong(work, a);
  if (found !== undefined) return found;
  if (a.isInfinite || a.exponent >= 0) return a;
  if (a.isZero) return finite(a.isNegative, 0n, 0);
  const result = rescaled(a, 0, rounding);
  if (signals) {
    if (compareMagnitudes(result, a) !== 0) work.signal(signalBits.inexact);
    work.signal(signalBits.rounded);
  }
  return result;
}

/** Without zeros at the end; zero has the exponent 0. */
export function normalized(work: DecimalWork, a: Decimal): Decimal {
  const found = nanAmong(work, a);
  if (found !== undefined) return found;
  const result = finalized(work, a);
  if (result.isInfinite) return result;
  if (result.isZero) return finite(result.isNegative, 0n, 0);
  return stripped(result, work.settings.clamp === 1 ? work.eTop : work.settings.eMax);
}

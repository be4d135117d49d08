/** Rounds results to a context. Models: _fix and _rescale of Lib/_pydecimal.py, mpd_qfinalize of libmpdec. */
import { Decimal, finite, infinity, tenTo } from './decimal.ts';
import type { DecimalWork, Rounding } from './decimal-context.ts';
import { shortPayload, signalBits } from './decimal-context.ts';

/** Cuts the last `count` digits off a coefficient and rounds; says whether anything was lost. */
export function rounded(
  coefficient: bigint,
  count: number,
  rounding: Rounding,
  isNegative: boolean,
): { readonly kept: bigint; readonly isExact: boolean } {
  const unit = tenTo(count);
  const kept = coefficient / unit;
  const rest = coefficient % unit;
  if (rest === 0n) return { kept, isExact: true };
  const goesUp = roundsUp({ kept, half: rest * 2n - unit, rounding, isNegative });
  return { kept: goesUp ? kept + 1n : kept, isExact: false };
}

interface Cut {
  readonly kept: bigint;
  /** Twice what is cut off, less a unit: its sign says on which side of a half it is. */
  readonly half: bigint;
  readonly rounding: Rounding;
  readonly isNegative: boolean;
}

function roundsUp({ kept, half, rounding, isNegative }: Cut): boolean {
  switch (rounding) {
    case 'ROUND_UP':
      return true;
    case 'ROUND_DOWN':
      return false;
    case 'ROUND_CEILING':
      return !isNegative;
    case 'ROUND_FLOOR':
      return isNegative;
    case 'ROUND_HALF_UP':
      return half >= 0n;
    case 'ROUND_HALF_DOWN':
      return half > 0n;
    case 'ROUND_HALF_EVEN':
      return half > 0n || (half === 0n && kept % 2n === 1n);
    case 'ROUND_05UP':
      return kept % 5n === 0n;
  }
}

/** The result as the context allows it: rounded to its precision, within its exponents. */
export function finalized(work: DecimalWork, value: Decimal): Decimal {
  if (value.isNan) return shortPayload(work, value);
  if (value.isInfinite) return value;
  if (value.coefficient === 0n) return finalizedZero(work, value);
  const { eTiny, eTop, settings } = work;
  const least = value.digitCount + value.exponent - settings.precision;
  if (least > eTop) return overflowed(work, value.isNegative);
  const isSubnormal = least < eTiny;
  const floor = isSubnormal ? eTiny : least;
  if (value.exponent < floor) return shortened(work, value, floor, isSubnormal);
  if (isSubnormal) work.signal(signalBits.subnormal);
  if (settings.clamp === 1 && value.exponent > eTop) {
    work.signal(signalBits.clamped);
    return finite(value.isNegative, value.coefficient * tenTo(value.exponent - eTop), eTop);
  }
  return value;
}

function finalizedZero(work: DecimalWork, value: Decimal): Decimal {
  const most = work.settings.clamp === 1 ? work.eTop : work.settings.eMax;
  const exponent = Math.min(Math.max(value.exponent, work.eTiny), most);
  if (exponent === value.exponent) return value;
  work.signal(signalBits.clamped);
  return finite(value.isNegative, 0n, exponent);
}

function shortened(work: DecimalWork, value: Decimal, floor: number, isSubnormal: boolean): Decimal {
  const { rounding, precision } = work.settings;
  const { isNegative } = value;
  // So little that it is less than half a unit: any such number rounds as this one does.
  const isTiny = value.exponent + value.digitCount < floor;
  const coefficient = isTiny ? 1n : value.coefficient;
  const exponent = isTiny ? floor - 1 : value.exponent;
  const cut = rounded(coefficient, floor - exponent, rounding, isNegative);
  let result = finite(isNegative, cut.kept, floor);
  if (result.digitCount > precision) result = finite(isNegative, cut.kept / 10n, floor + 1);
  if (result.exponent > work.eTop) return overflowed(work, isNegative);
  if (!cut.isExact && isSubnormal) work.signal(signalBits.underflow);
  if (isSubnormal) work.signal(signalBits.subnormal);
  if (!cut.isExact) work.signal(signalBits.inexact);
  work.signal(signalBits.rounded);
  if (result.coefficient === 0n) work.signal(signalBits.clamped);
  return result;
}

/** Too large: infinite, or the largest number where rounding goes down. */
export function overflowed(work: DecimalWork, isNegative: boolean): Decimal {
  work.signal(signalBits.overflow, signalBits.inexact, signalBits.rounded);
  const { rounding, precision } = work.settings;
  const goesDown =
    rounding === 'ROUND_DOWN' ||
    rounding === 'ROUND_05UP' ||
    rounding === (isNegative ? 'ROUND_CEILING' : 'ROUND_FLOOR');
  return goesDown ? finite(isNegative, tenTo(precision) - 1n, work.eTop) : infinity(isNegative);
}

/** The same value with another exponent, rounded if need be; signals nothing. */
export function rescaled(value: Decimal, exponent: number, rounding: Rounding): Decimal {
  if (!value.isFinite) return value;
  if (value.coefficient === 0n) return finite(value.isNegative, 0n, exponent);
  if (value.exponent >= exponent)
    return finite(value.isNegative, value.coefficient * tenTo(value.exponent - exponent), exponent);
  const isTiny = value.exponent + value.digitCount < exponent;
  const coefficient = isTiny ? 1n : value.coefficient;
  const count = isTiny ? 1 : exponent - value.exponent;
  return finite(value.isNegative, rounded(coefficient, count, rounding, value.isNegative).kept, exponent);
}

/** Without zeros at the end, but with an exponent of at most `most`. */
export function stripped(value: Decimal, most: number = Number.POSITIVE_INFINITY): Decimal {
  if (value.coefficient === 0n) return value;
  let { coefficient, exponent } = value;
  while (exponent < most && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent += 1;
  }
  return exponent === value.exponent ? value : new Decimal('finite', value.isNegative, coefficient, exponent);
}

/** Comparisons of decimals: by value, and by all there is to them. */
import type { Decimal } from './decimal.ts';
import { decimalZero, finite, nan, tenTo } from './decimal.ts';
import type { DecimalWork } from './decimal-context.ts';
import { nanAmong, signalBits } from './decimal-context.ts';
import { finalized } from './decimal-rounding.ts';

/** Of two finite or infinite numbers without their signs: negative, 0 or positive. */
export function compareMagnitudes(a: Decimal, b: Decimal): number {
  if (a.isInfinite || b.isInfinite) return Number(a.isInfinite) - Number(b.isInfinite);
  if (a.coefficient === 0n || b.coefficient === 0n) return Number(a.coefficient !== 0n) - Number(b.coefficient !== 0n);
  if (a.adjusted !== b.adjusted) return a.adjusted < b.adjusted ? -1 : 1;
  const exponent = Math.min(a.exponent, b.exponent);
  const left = a.coefficient * tenTo(a.exponent - exponent);
  const right = b.coefficient * tenTo(b.exponent - exponent);
  return left < right ? -1 : Number(left > right);
}

/** Of two numbers that are not NaN. */
export function compareValues(a: Decimal, b: Decimal): number {
  if (a.isZero && b.isZero) return 0;
  const signs = signOf(a) - signOf(b);
  if (signs !== 0) return signs;
  return a.isNegative ? compareMagnitudes(b, a) : compareMagnitudes(a, b);
}

function signOf(a: Decimal): number {
  return a.isZero ? 0 : a.isNegative ? -1 : 1;
}

const minusOne = finite(true, 1n, 0);
const plusOne = finite(false, 1n, 0);

export function asDecimal(order: number): Decimal {
  return order < 0 ? minusOne : order > 0 ? plusOne : decimalZero;
}

/** -1, 0 or 1; a NaN if one is among them. `signals`: any NaN is an invalid operation. */
export function compare(work: DecimalWork, a: Decimal, b: Decimal, signals: boolean): Decimal {
  if (signals && (a.isNan || b.isNan)) work.signal(signalBits.invalidOperation);
  return nanAmong(work, a, b) ?? asDecimal(compareValues(a, b));
}

const kindRanks = { finite: 0, infinite: 1, signaling: 2, quiet: 3 } as const;

/** An order in which no two different representations are equal. */
export function compareTotal(a: Decimal, b: Decimal): number {
  if (a.isNegative !== b.isNegative) return a.isNegative ? -1 : 1;
  const order = compareTotalMagnitudes(a, b);
  return a.isNegative ? -order : order;
}

export function compareTotalMagnitudes(a: Decimal, b: Decimal): number {
  if (a.isNan || b.isNan) {
    if (a.kind !== b.kind) return kindRanks[a.kind] - kindRanks[b.kind];
    return a.coefficient < b.coefficient ? -1 : Number(a.coefficient > b.coefficient);
  }
  return compareMagnitudes(a, b) || Math.sign(a.exponent - b.exponent);
}

interface Choice {
  readonly isMost: boolean;
  readonly isByMagnitude: boolean;
}

/** max, min, max_mag, min_mag: a quiet NaN gives way to a number. */
export function choose(work: DecimalWork, a: Decimal, b: Decimal, { isMost, isByMagnitude }: Choice): Decimal {
  if (a.isNan || b.isNan) {
    if (a.kind === 'quiet' && !b.isNan) return finalized(work, b);
    if (b.kind === 'quiet' && !a.isNan) return finalized(work, a);
    return nanAmong(work, a, b) ?? nan;
  }
  const byMagnitude = isByMagnitude ? compareMagnitudes(a, b) : 0;
  const order = byMagnitude || compareValues(a, b) || compareTotal(a, b);
  const takesSecond = isMost ? order < 0 : order >= 0;
  return finalized(work, takesSecond ? b : a);
}

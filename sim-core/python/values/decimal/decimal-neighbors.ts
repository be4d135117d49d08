/** The next numbers, shifts of digits, and numbers whose digits are bits. */
import { type Decimal, finite, infinity, tenTo } from './decimal.ts';
import { DecimalWork, nanAmong, signalBits } from './decimal-context.ts';
import { add, subtract } from './decimal-arithmetic.ts';
import { compareValues } from './decimal-order.ts';
import { finalized } from './decimal-rounding.ts';

const largest = (work: DecimalWork, isNegative: boolean): Decimal =>
  finite(isNegative, tenTo(work.precision) - 1n, work.eTop);

/** The nearest number that is larger (or smaller); signals nothing but for a signaling NaN. */
export function nextBeside(work: DecimalWork, a: Decimal, isUp: boolean): Decimal {
  const found = nanAmong(work, a);
  if (found !== undefined) return found;
  if (a.isInfinite) return a.isNegative === isUp ? largest(work, a.isNegative) : a;
  const quiet = new DecimalWork({ ...work.settings, rounding: isUp ? 'ROUND_CEILING' : 'ROUND_FLOOR' });
  const fitting = finalized(quiet, a);
  if (!fitting.isFinite || compareValues(fitting, a) !== 0) return fitting;
  const least = finite(false, 1n, work.eTiny - 1);
  return isUp ? add(quiet, a, least) : subtract(quiet, a, least);
}

export function nextToward(work: DecimalWork, a: Decimal, goal: Decimal): Decimal {
  const found = nanAmong(work, a, goal);
  if (found !== undefined) return found;
  const order = compareValues(a, goal);
  if (order === 0) return a.withSign(goal.isNegative);
  const result = nextBeside(work, a, order < 0);
  if (result.isInfinite) work.signal(signalBits.overflow, signalBits.inexact, signalBits.rounded);
  else if (result.adjusted < work.settings.eMin) {
    work.signal(signalBits.underflow, signalBits.subnormal, signalBits.inexact, signalBits.rounded);
    if (result.isZero) work.signal(signalBits.clamped);
  }
  return result;
}

/** The whole number an argument is; undefined if it is none or too large. */
function countOf(work: DecimalWork, value: Decimal, most: number): number | undefined {
  if (!value.isFinite || value.exponent !== 0) {
    work.invalid();
    return undefined;
  }
  const count = Number(value.coefficient) * (value.isNegative ? -1 : 1);
  if (Math.abs(count) <= most) return count;
  work.invalid();
  return undefined;
}

export function scaleByPower(work: DecimalWork, a: Decimal, places: Decimal): Decimal {
  const found = nanAmong(work, a, places);
  if (found !== undefined) return found;
  const count = countOf(work, places, 2 * (work.settings.eMax + work.precision));
  if (count === undefined) return work.invalid();
  return a.isInfinite ? a : finalized(work, finite(a.isNegative, a.coefficient, a.exponent + count));
}

export function shifted(work: DecimalWork, a: Decimal, places: Decimal, isRotation: boolean): Decimal {
  const found = nanAmong(work, a, places);
  if (found !== undefined) return found;
  const count = countOf(work, places, work.precision);
  if (count === undefined) return work.invalid();
  if (a.isInfinite) return a;
  const digits = a.coefficient.toString().padStart(work.precision, '0').slice(-work.precision);
  if (isRotation) {
    const at = (count + work.precision) % work.precision;
    return finite(a.isNegative, BigInt(digits.slice(at) + digits.slice(0, at)), a.exponent);
  }
  const kept = count < 0 ? digits.slice(0, digits.length + count) : (digits + '0'.repeat(count)).slice(-work.precision);
  return finite(a.isNegative, BigInt(kept === '' ? '0' : kept), a.exponent);
}

/** The exponent of the first digit. */
export function logarithmOfUnit(work: DecimalWork, a: Decimal): Decimal {
  const found = nanAmong(work, a);
  if (found !== undefined) return found;
  if (a.isInfinite) return infinity(false);
  if (a.isZero) {
    work.signal(signalBits.divisionByZero);
    return infinity(true);
  }
  return finalized(work, finite(a.adjusted < 0, BigInt(Math.abs(a.adjusted)), 0));
}

/** Bit by bit on numbers of zeros and ones. */
export function logical(
  work: DecimalWork,
  operands: readonly Decimal[],
  combine: (bits: readonly boolean[]) => boolean,
): Decimal {
  const rows: string[] = [];
  for (const operand of operands) {
    const digits = operand.coefficient.toString();
    const isLogical = operand.isFinite && !operand.isNegative && operand.exponent === 0 && /^[01]+$/.test(digits);
    if (!isLogical) return work.invalid();
    rows.push(digits.padStart(work.precision, '0').slice(-work.precision));
  }
  let result = '';
  for (let i = 0; i < work.precision; i += 1) result += combine(rows.map((row) => row[i] === '1')) ? '1' : '0';
  return finite(false, BigInt(result), 0);
}

/** 'sNaN', '+Normal' and so on. */
export function numberClass(work: DecimalWork, a: Decimal): string {
  if (a.kind === 'signaling') return 'sNaN';
  if (a.kind === 'quiet') return 'NaN';
  const sign = a.isNegative ? '-' : '+';
  if (a.isInfinite) return `${sign}Infinity`;
  if (a.isZero) return `${sign}Zero`;
  return sign + (a.adjusted < work.settings.eMin ? 'Subnormal' : 'Normal');
}

/** The operations that Decimal and Context have as methods: a table each for one, two and three operands. */
import type { Value } from '../../objects/value.ts';
import type { Decimal } from '../../values/decimal/decimal.ts';
import { decimalZero } from '../../values/decimal/decimal.ts';
import type { DecimalWork } from '../../values/decimal/decimal-context.ts';
import * as arithmetic from '../../values/decimal/decimal-arithmetic.ts';
import * as logarithm from '../../values/decimal/decimal-logarithm.ts';
import * as neighbors from '../../values/decimal/decimal-neighbors.ts';
import {
  asDecimal,
  choose,
  compare,
  compareTotal,
  compareTotalMagnitudes,
} from '../../values/decimal/decimal-order.ts';
import { finalized } from '../../values/decimal/decimal-rounding.ts';
import { decimalText } from '../../values/decimal/decimal-text.ts';
import { DecimalObject } from './context-object.ts';

type Operation<Operands extends readonly Decimal[], Result> = (work: DecimalWork, ...operands: Operands) => Result;

export const unary: Readonly<Record<string, Operation<[Decimal], Decimal | string | boolean>>> = {
  exp: logarithm.exponential,
  ln: logarithm.naturalLogarithm,
  log10: logarithm.decimalLogarithm,
  logb: neighbors.logarithmOfUnit,
  logical_invert: (work, a) => neighbors.logical(work, [a], ([bit]) => bit === false),
  next_minus: (work, a) => neighbors.nextBeside(work, a, false),
  next_plus: (work, a) => neighbors.nextBeside(work, a, true),
  normalize: arithmetic.normalized,
  number_class: neighbors.numberClass,
  sqrt: arithmetic.squareRoot,
  to_eng_string: (work, a) => decimalText(a, true, work.settings.capitals),
  is_normal: (work, a) => a.isFinite && !a.isZero && a.adjusted >= work.settings.eMin,
  is_subnormal: (work, a) => a.isFinite && !a.isZero && a.adjusted < work.settings.eMin,
};

/** Methods that need no context. */
export const plainUnary: Readonly<Record<string, (a: Decimal) => Decimal | boolean>> = {
  canonical: (a) => a,
  copy_abs: (a) => a.withSign(false),
  copy_negate: (a) => a.withSign(!a.isNegative),
  is_canonical: () => true,
  is_finite: (a) => a.isFinite,
  is_infinite: (a) => a.isInfinite,
  is_nan: (a) => a.isNan,
  is_qnan: (a) => a.kind === 'quiet',
  is_signed: (a) => a.isNegative,
  is_snan: (a) => a.kind === 'signaling',
  is_zero: (a) => a.isZero,
};

export const binary: Readonly<Record<string, Operation<[Decimal, Decimal], Decimal | boolean>>> = {
  compare: (work, a, b) => compare(work, a, b, false),
  compare_signal: (work, a, b) => compare(work, a, b, true),
  compare_total: (_work, a, b) => asDecimal(compareTotal(a, b)),
  compare_total_mag: (_work, a, b) => asDecimal(compareTotalMagnitudes(a, b)),
  copy_sign: (_work, a, b) => a.withSign(b.isNegative),
  logical_and: (work, a, b) => neighbors.logical(work, [a, b], ([x, y]) => x === true && y === true),
  logical_or: (work, a, b) => neighbors.logical(work, [a, b], ([x, y]) => x === true || y === true),
  logical_xor: (work, a, b) => neighbors.logical(work, [a, b], ([x, y]) => x !== y),
  max: (work, a, b) => choose(work, a, b, { isMost: true, isByMagnitude: false }),
  max_mag: (work, a, b) => choose(work, a, b, { isMost: true, isByMagnitude: true }),
  min: (work, a, b) => choose(work, a, b, { isMost: false, isByMagnitude: false }),
  min_mag: (work, a, b) => choose(work, a, b, { isMost: false, isByMagnitude: true }),
  next_toward: neighbors.nextToward,
  remainder_near: arithmetic.remainderNear,
  rotate: (work, a, b) => neighbors.shifted(work, a, b, true),
  same_quantum: (_work, a, b) => sameQuantum(a, b),
  scaleb: neighbors.scaleByPower,
  shift: (work, a, b) => neighbors.shifted(work, a, b, false),
};

function sameQuantum(a: Decimal, b: Decimal): boolean {
  if (a.isFinite && b.isFinite) return a.exponent === b.exponent;
  return (a.isNan && b.isNan) || (a.isInfinite && b.isInfinite);
}

/** Operators, by the names that contexts give them. */
export const operators: Readonly<Record<string, Operation<[Decimal, Decimal], Decimal>>> = {
  add: arithmetic.add,
  divide: arithmetic.divide,
  divide_int: arithmetic.divideWhole,
  multiply: arithmetic.multiply,
  remainder: arithmetic.remainder,
  subtract: arithmetic.subtract,
};

export const signOperators: Readonly<Record<string, Operation<[Decimal], Decimal>>> = {
  plus: (work, a) => signed(work, a, a.isNegative),
  minus: (work, a) => signed(work, a, !a.isNegative),
  abs: (work, a) => signed(work, a, false),
};

/** As an addition to zero: a zero loses its sign. */
function signed(work: DecimalWork, a: Decimal, isNegative: boolean): Decimal {
  if (a.kind === 'signaling') return work.invalid();
  if (a.isZero) {
    const zero = decimalZero;
    return finalized(work, a.withSign(work.settings.rounding === 'ROUND_FLOOR' && isNegative ? true : zero.isNegative));
  }
  return finalized(work, a.isNan ? a : a.withSign(isNegative));
}

export function asObject(result: Decimal | string | boolean): Value {
  return typeof result === 'object' ? new DecimalObject(result) : result;
}

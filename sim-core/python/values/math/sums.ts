/** Sums of floats: `math.fsum`, `math.sumprod` and the builtin `sum`. */
import { ValueFault } from '../value-fault.ts';
import { exactProduct, exactSum } from './double-double.ts';

/**
 * `math.fsum(values)`: the exact sum, rounded once.
 * Models: CPython 3.13, math_fsum in Modules/mathmodule.c, after J. Shewchuk: partial sums that do not overlap, smallest first.
 */
export function exactSumOf(values: Iterable<number>): number {
  const partials: number[] = [];
  let special = 0;
  let infinities = 0;
  for (const value of values) {
    if (Number.isFinite(value)) {
      addPartial(partials, value);
    } else {
      special += value;
      if (!Number.isNaN(value)) infinities += value;
    }
  }
  if (special !== 0) {
    if (Number.isNaN(infinities)) throw new ValueFault('ValueError', '-inf + inf in fsum');
    return special;
  }
  return roundPartials(partials);
}

function addPartial(partials: number[], value: number): void {
  let carried = value;
  let kept = 0;
  for (const partial of partials) {
    const isLarger = Math.abs(carried) >= Math.abs(partial);
    const { hi, lo } = isLarger ? exactSum(carried, partial) : exactSum(partial, carried);
    if (lo !== 0) partials[kept++] = lo;
    carried = hi;
  }
  if (!Number.isFinite(carried)) throw new ValueFault('OverflowError', 'intermediate overflow in fsum');
  partials.length = kept;
  if (carried !== 0) partials.push(carried);
}

/** Adds from the largest down; where the rest is just half a unit, the next partial tells the direction. */
function roundPartials(partials: readonly number[]): number {
  let index = partials.length - 1;
  if (index < 0) return 0;
  let sum = partials[index--] as number;
  let rest = 0;
  while (index >= 0 && rest === 0) {
    const exact = exactSum(sum, partials[index--] as number);
    sum = exact.hi;
    rest = exact.lo;
  }
  const next = partials[index];
  if (next !== undefined && rest < 0 === next < 0 && rest !== 0) {
    const doubled = rest * 2;
    const moved = sum + doubled;
    if (doubled === moved - sum) return moved;
  }
  return sum;
}

/** `math.sumprod(p, q)` of floats, rounded once. */
export function sumOfProducts(p: readonly number[], q: readonly number[]): number {
  if (p.length !== q.length) throw new ValueFault('ValueError', 'Inputs are not the same length');
  const partials: number[] = [];
  let plain = 0;
  for (const [index, value] of p.entries()) {
    const factor = q[index] as number;
    const { hi, lo } = exactProduct(value, factor);
    plain += value * factor;
    if (!Number.isFinite(hi) || !Number.isFinite(lo)) continue;
    addPartial(partials, hi);
    addPartial(partials, lo);
  }
  return Number.isFinite(plain) ? roundPartials(partials) : plain;
}

/** The running sum of the builtin `sum` of floats, compensated as CPython does since 3.12. */
export interface CompensatedSum {
  readonly sum: number;
  readonly correction: number;
}

/** A. Neumaier's step (CPython: cs_add in Python/bltinmodule.c). */
export function addCompensated({ sum, correction }: CompensatedSum, value: number): CompensatedSum {
  const next = sum + value;
  const lost = Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
  return { sum: next, correction: correction + lost };
}

export function compensatedResult({ sum, correction }: CompensatedSum): number {
  return correction !== 0 && Number.isFinite(correction) ? sum + correction : sum;
}

/** sum(). Models: builtin_sum_impl in Python/bltinmodule.c: floats are added with compensation (Neumaier). */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { NativeIterator } from '../../objects/py-iterators.ts';
import type { Value } from '../../objects/value.ts';
import { addInts } from '../../values/int/int-arithmetic.ts';
import { intToFloat } from '../../values/int/int-float.ts';
import { textOf } from '../../vm/compare.ts';
import { iteratorSteps, nextSteps, plainItems } from '../../vm/iterate-all.ts';
import { binaryOperation } from '../../vm/operators.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { intOf } from './int-argument.ts';

/** A running sum: `total`, and what floating-point addition has lost so far. */
class RunningSum {
  total: Value;
  private lost = 0;
  /** Once something that is no number was added, all goes by `+`. */
  private isGeneral: boolean;

  constructor(start: Value) {
    this.total = start;
    this.isGeneral = !(start instanceof PyFloat) && typeof start !== 'number' && typeof start !== 'bigint';
  }

  /** True if the item could be added without asking any method. */
  addQuickly(item: Value): boolean {
    if (this.isGeneral) return false;
    if (this.total instanceof PyFloat) return this.addToFloat(this.total.value, item);
    const int = typeof item === 'object' ? null : intOf(item);
    if (int !== null) {
      this.total = addInts(this.total as number | bigint, int);
      return true;
    }
    if (!(item instanceof PyFloat)) return this.goGeneral();
    this.total = new PyFloat(intToFloat(this.total as number | bigint) + item.value);
    return true;
  }

  private addToFloat(total: number, item: Value): boolean {
    if (item instanceof PyFloat) {
      const sum = total + item.value;
      this.lost += Math.abs(total) >= Math.abs(item.value) ? total - sum + item.value : item.value - sum + total;
      this.total = new PyFloat(sum);
      return true;
    }
    const int = intOf(item);
    if (typeof int !== 'number') return this.goGeneral();
    this.total = new PyFloat(total + int);
    return true;
  }

  private goGeneral(): false {
    this.total = this.result();
    this.lost = 0;
    this.isGeneral = true;
    return false;
  }

  result(): Value {
    if (!(this.total instanceof PyFloat) || this.lost === 0 || !Number.isFinite(this.lost)) return this.total;
    return new PyFloat(this.total.value + this.lost);
  }
}

/** The sum where it needs no Python code; undefined otherwise, and then nothing has been consumed. */
export function sumQuickly(iterable: Value, start: Value): Value | undefined {
  if (iterable instanceof NativeIterator) return undefined;
  const items = plainItems(iterable);
  if (items === null) return undefined;
  const sum = new RunningSum(start);
  for (const item of items) if (!sum.addQuickly(item)) return undefined;
  return sum.result();
}

/** For generator bodies. */
export function* sumSteps(thread: PyThread, iterable: Value, start: Value): Generator<undefined, Value, Value> {
  const iterator = yield* iteratorSteps(thread, iterable);
  const sum = new RunningSum(start);
  for (;;) {
    const item = yield* nextSteps(thread, iterator);
    if (item === undefined) return sum.result();
    if (sum.addQuickly(item)) continue;
    const added = binaryOperation(thread, 0, sum.total, item);
    sum.total = added === undefined ? yield : added;
  }
}

export function checkSumStart(start: Value): void {
  if (textOf(start) !== null) throw raised('TypeError', "sum() can't sum strings [use ''.join(seq) instead]");
  if (start instanceof PyBytes || start instanceof PyByteArray) {
    throw raised('TypeError', `sum() can't sum ${typeOf(start).title} [use b''.join(seq) instead]`);
  }
}

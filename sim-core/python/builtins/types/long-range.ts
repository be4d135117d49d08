/** range() where a bound is beyond 2^53. Models: Objects/rangeobject.c, whose ranges and iterators are of two sizes too. */
import { objectType, rangeType, typeType } from '../../objects/builtin-types.ts';
import { NativeIterator } from '../../objects/py-iterators.ts';
import { PyRange } from '../../objects/py-range.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import { PySlice } from '../../objects/py-slice.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { PyType } from '../../objects/py-type.ts';
import { PyObject } from '../../objects/value.ts';
import type { Value } from '../../objects/value.ts';
import { normalInt } from '../../values/int/int.ts';
import type { Int } from '../../values/int/int.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import { raised } from '../../vm/raise.ts';
import { attribute, exactly, method } from '../define.ts';
import { hashSteps } from './hash-of.ts';
import { intArgument, intOf, sizeArgument } from './int-argument.ts';

const longRangeType = new PyType({
  name: 'range',
  bases: [rangeType],
  layout: 'native',
  metatype: typeType,
  moduleName: 'builtins',
  canBeSubclassed: false,
});
const longRangeIteratorType = new PyType({
  name: 'longrange_iterator',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  moduleName: 'builtins',
});

class LongRange extends PyObject {
  override readonly type = longRangeType;
  readonly start: bigint;
  readonly stop: bigint;
  readonly step: bigint;
  readonly count: bigint;

  constructor(start: bigint, stop: bigint, step: bigint) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
    const span = step > 0n ? stop - start : start - stop;
    const pace = step > 0n ? step : -step;
    this.count = span > 0n ? (span + pace - 1n) / pace : 0n;
  }

  at(index: bigint): Int {
    return normalInt(this.start + index * this.step);
  }

  /** The index of a value; -1 if it is not there. */
  indexOf(value: Int): bigint {
    const distance = BigInt(value) - this.start;
    const index = distance / this.step;
    return distance % this.step === 0n && index >= 0n && index < this.count ? index : -1n;
  }
}

class LongRangeIterator extends NativeIterator {
  override readonly type = longRangeIteratorType;
  value: bigint;
  remaining: bigint;
  readonly step: bigint;

  constructor(start: bigint, remaining: bigint, step: bigint) {
    super();
    this.value = start;
    this.remaining = remaining;
    this.step = step;
  }

  next(): Value | undefined {
    if (this.remaining <= 0n) return undefined;
    this.remaining -= 1n;
    const { value } = this;
    this.value += this.step;
    return normalInt(value);
  }
}

/** The range over these bounds, of the size they need. */
export function rangeOver(start: Int, stop: Int, step: Int): Value {
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number')
    return new PyRange(start, stop, step);
  return new LongRange(BigInt(start), BigInt(stop), BigInt(step));
}

const self = (value: Value | undefined): LongRange => value as LongRange;

function item(range: LongRange, key: Value): Value {
  if (key instanceof PySlice) return sliceOf(range, key);
  const index = BigInt(intArgument(key));
  const from = index < 0n ? index + range.count : index;
  if (from < 0n || from >= range.count) throw raised('IndexError', 'range object index out of range');
  return range.at(from);
}

function sliceOf(range: LongRange, key: PySlice): Value {
  const step = key.step === null ? 1n : BigInt(intArgument(key.step));
  if (step === 0n) throw raised('ValueError', 'slice step cannot be zero');
  const least = step > 0n ? 0n : -1n;
  const most = step > 0n ? range.count : range.count - 1n;
  const bound = (value: Value, fallback: bigint): bigint => {
    if (value === null) return fallback;
    const given = BigInt(intArgument(value));
    const index = given < 0n ? given + range.count : given;
    return index < least ? least : index > most ? most : index;
  };
  const start = bound(key.start, step > 0n ? least : most);
  const stop = bound(key.stop, step > 0n ? most : least);
  return rangeOver(range.at(start), range.at(stop), normalInt(range.step * step));
}

method(longRangeType, '__len__', exactly(0), (_thread, args) => sizeArgument(normalInt(self(args[0]).count)));
method(longRangeType, '__bool__', exactly(0), (_thread, args) => self(args[0]).count > 0n);
method(longRangeType, '__getitem__', exactly(1), (_thread, args) => item(self(args[0]), args[1] as Value));
method(longRangeType, '__contains__', exactly(1), (_thread, args) => {
  const value = intOf(args[1]);
  return value !== null && self(args[0]).indexOf(value) >= 0n;
});
method(longRangeType, 'index', exactly(1), (_thread, args) => {
  const at = self(args[0]).indexOf(intArgument(args[1]));
  if (at < 0n) throw raised('ValueError', `${String(args[1])} is not in range`);
  return normalInt(at);
});
method(longRangeType, 'count', exactly(1), (_thread, args) => {
  const value = intOf(args[1]);
  return value !== null && self(args[0]).indexOf(value) >= 0n ? 1 : 0;
});
method(longRangeType, '__iter__', exactly(0), (_thread, args) => {
  const { start, count, step } = self(args[0]);
  return new LongRangeIterator(start, count, step);
});
method(longRangeType, '__reversed__', exactly(0), (_thread, args) => {
  const { start, count, step } = self(args[0]);
  return new LongRangeIterator(start + (count - 1n) * step, count, -step);
});
method(longRangeType, '__repr__', exactly(0), (_thread, args) => {
  const { start, stop, step } = self(args[0]);
  return step === 1n ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`;
});
method(longRangeType, '__eq__', exactly(1), (_thread, args) => {
  const other = args[1];
  if (other instanceof PyRange) return self(args[0]).count === 0n && other.length === 0;
  if (!(other instanceof LongRange)) return notImplemented;
  const { start, step, count } = self(args[0]);
  return count === other.count && (count === 0n || (start === other.start && (count === 1n || step === other.step)));
});
method(longRangeType, '__hash__', exactly(0), (thread, args) => {
  const { start, step, count } = self(args[0]);
  const parts = [count, count === 0n ? null : start, count <= 1n ? null : step];
  const tuple = new PyTuple(parts.map((part) => (part === null ? null : normalInt(part))));
  return pushSteps(thread, '__hash__', hashSteps(thread, tuple));
});
for (const name of ['start', 'stop', 'step'] as const)
  attribute(longRangeType, name, (range) => normalInt(self(range)[name]));
method(longRangeIteratorType, '__iter__', exactly(0), (_thread, args) => args[0] as Value);

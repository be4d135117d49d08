/** range. Models: Objects/rangeobject.c. */
import { rangeType } from '../../objects/builtin-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { RangeIterator } from '../../objects/py-iterators.ts';
import type { PyRange } from '../../objects/py-range.ts';
import type { Value } from '../../objects/value.ts';
import type { Int } from '../../values/int/int.ts';
import { compareSteps } from '../../vm/compare.ts';
import { containsQuickly } from '../../vm/contains.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { reprSteps } from '../../vm/repr.ts';
import { anyNumber, attribute, constructor, exactly, method, methodSteps } from '../define.ts';
import { checkCount, classArgument, refuseKeywords } from './argument-count.ts';
import { indexSteps, intOf } from './int-argument.ts';
import { rangeOver } from './long-range.ts';
import { comparisonMethods, hashMethod, reprMethod } from './operator-methods.ts';
import { sequenceMethods } from './sequence-methods.ts';

const self = (value: Value | undefined): PyRange => value as PyRange;

constructor(rangeType, anyNumber(true), (thread, args, keywords) => {
  classArgument(args, rangeType);
  refuseKeywords('range', keywords);
  checkCount('range', args, 1, 3);
  const bounds = args.slice(1) as Value[];
  if (bounds.every((bound) => typeof bound === 'number')) return rangeOf(bounds);
  return pushSteps(thread, 'range', rangeSteps(thread, bounds));
});

function* rangeSteps(thread: PyThread, bounds: readonly Value[]): NativeSteps {
  const ints: Int[] = [];
  for (const bound of bounds) ints.push(yield* indexSteps(thread, bound));
  return rangeOf(ints);
}

function rangeOf(bounds: readonly Int[]): Value {
  const [first = 0, second, third = 1] = bounds;
  if (third === 0) throw raised('ValueError', 'range() arg 3 must not be zero');
  return second === undefined ? rangeOver(0, first, 1) : rangeOver(first, second, third);
}

sequenceMethods(rangeType);
comparisonMethods(rangeType);
hashMethod(rangeType);
reprMethod(rangeType);
method(rangeType, '__contains__', exactly(1), (thread, args) => {
  const value = args[1] as Value;
  const int = intOf(value);
  const quick = int === null ? undefined : typeof int === 'bigint' ? false : containsQuickly(self(args[0]), int);
  return quick ?? pushSteps(thread, '__contains__', containsByComparing(thread, self(args[0]), value));
});
function* containsByComparing(thread: PyThread, range: PyRange, value: Value): NativeSteps {
  return (yield* positionIn(thread, range, value)) >= 0;
}
/** Values that are no ints are compared one by one, as CPython does. */
function* positionIn(thread: PyThread, range: PyRange, value: Value): Generator<undefined, number, Value> {
  const int = intOf(value);
  if (int !== null) return containsQuickly(range, int) === true ? (Number(int) - range.start) / range.step : -1;
  for (let i = 0; i < range.length; i += 1)
    if (yield* compareSteps(thread, 2, range.start + i * range.step, value)) return i;
  return -1;
}
methodSteps(rangeType, 'index', exactly(1), function* index(thread, args) {
  const at = yield* positionIn(thread, self(args[0]), args[1] as Value);
  if (at >= 0) return at;
  if (intOf(args[1]) !== null)
    throw raised('ValueError', `${yield* reprSteps(thread, args[1] as Value)} is not in range`);
  throw raised('ValueError', 'sequence.index(x): x not in sequence');
});
methodSteps(rangeType, 'count', exactly(1), function* count(thread, args) {
  return (yield* positionIn(thread, self(args[0]), args[1] as Value)) >= 0 ? 1 : 0;
});
method(rangeType, '__bool__', exactly(0), (_thread, args) => self(args[0]).length > 0);
method(rangeType, '__reversed__', exactly(0), (_thread, args) => {
  const { start, step, length } = self(args[0]);
  return new RangeIterator(start + (length - 1) * step, length, -step);
});
attribute(rangeType, 'start', (range) => self(range).start);
attribute(rangeType, 'stop', (range) => self(range).stop);
attribute(rangeType, 'step', (range) => self(range).step);

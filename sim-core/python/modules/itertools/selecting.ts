/** itertools that choose or join items: chain, islice, compress, filterfalse, takewhile, dropwhile. Models: Modules/itertoolsmodule.c. */
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import {
  anyNumber,
  between,
  classMethod,
  constructor,
  constructorSteps,
  exactly,
  named,
  nativeSteps,
} from '../../builtins/define.ts';
import { callSteps } from '../../vm/invoke.ts';
import { iteratorSteps, nextSteps } from '../../vm/iterate-all.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { truthSteps } from '../../vm/truth.ts';
import { TupleIterator } from '../../objects/py-iterators.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { iteratorClass, SteppedIterator } from '../native-class.ts';
import { numberOf } from '../../vm/compare.ts';

class Chain extends SteppedIterator {
  sources: Value = null;
  current: Value = null;
}

export const chainType = iteratorClass<Chain>('itertools', 'chain', function* nextOfChain(thread, self) {
  while (self.sources !== null) {
    if (self.current === null) {
      const source = yield* nextSteps(thread, self.sources);
      if (source === undefined) {
        self.sources = null;
        return undefined;
      }
      self.current = yield* iteratorSteps(thread, source);
    }
    const value = yield* nextSteps(thread, self.current);
    if (value !== undefined) return value;
    self.current = null;
  }
  return undefined;
});
constructor(chainType, anyNumber(), (_thread, args) => {
  const self = new Chain(args[0] as PyType);
  self.sources = new TupleIterator(new PyTuple(args.slice(1) as Value[]));
  return self;
});
classMethod(
  chainType,
  nativeSteps('from_iterable', exactly(2), function* fromIterable(thread, args) {
    const self = new Chain(args[0] as PyType);
    self.sources = yield* iteratorSteps(thread, args[1] as Value);
    return self;
  }),
);

class Slice extends SteppedIterator {
  source: Value = null;
  /** Items passed over or given so far. */
  count = 0;
  wanted = 0;
  stop: number | null = null;
  step = 1;
}

export const isliceType = iteratorClass<Slice>('itertools', 'islice', function* nextOfSlice(thread, self) {
  if (self.source === null) return undefined;
  if (self.stop !== null && self.wanted >= self.stop) {
    while (self.count < self.stop) {
      self.count += 1;
      if ((yield* nextSteps(thread, self.source)) === undefined) break;
    }
    self.source = null;
    return undefined;
  }
  let value: Value | undefined;
  do {
    value = yield* nextSteps(thread, self.source);
    self.count += 1;
    if (value === undefined) {
      self.source = null;
      return undefined;
    }
  } while (self.count <= self.wanted);
  self.wanted += self.step;
  return value;
});
constructorSteps(isliceType, between(2, 4), function* make(thread, args) {
  const self = new Slice(args[0] as PyType);
  const isShort = args.length === 3;
  const complaint = 'for islice() must be None or an integer: 0 <= x <= sys.maxsize.';
  self.wanted = isShort ? 0 : (bound(args[2] ?? null, `Indices ${complaint}`) ?? 0);
  self.stop = isShort
    ? bound(args[2] ?? null, `Stop argument ${complaint}`)
    : bound(args[3] ?? null, `Stop argument ${complaint}`);
  const step = bound(args[4] ?? null, 'Step for islice() must be a positive integer or None.');
  if (step === 0) throw raised('ValueError', 'Step for islice() must be a positive integer or None.');
  self.step = step ?? 1;
  self.source = yield* iteratorSteps(thread, args[1] as Value);
  return self;
});

function bound(given: Value, complaint: string): number | null {
  if (given === null) return null;
  const number = numberOf(given);
  if (typeof number !== 'number' || number < 0) throw raised('ValueError', complaint);
  return number;
}

/** Iterators over a source with a function or selectors. */
class Filtered extends SteppedIterator {
  source: Value = null;
  test: Value = null;
  isOver = false;
  hasBegun = false;
}

function* tested(thread: PyThread, self: Filtered, value: Value): Generator<undefined, boolean, Value> {
  return yield* truthSteps(thread, self.test === null ? value : yield* callSteps(thread, self.test, [value]));
}

export const filterFalseType = iteratorClass<Filtered>(
  'itertools',
  'filterfalse',
  function* nextOfFilter(thread, self) {
    for (;;) {
      const value = yield* nextSteps(thread, self.source);
      if (value === undefined || !(yield* tested(thread, self, value))) return value;
    }
  },
);
export const takeWhileType = iteratorClass<Filtered>('itertools', 'takewhile', function* nextOfTakeWhile(thread, self) {
  if (self.isOver) return undefined;
  const value = yield* nextSteps(thread, self.source);
  if (value === undefined || (yield* tested(thread, self, value))) return value;
  self.isOver = true;
  return undefined;
});
export const dropWhileType = iteratorClass<Filtered>('itertools', 'dropwhile', function* nextOfDropWhile(thread, self) {
  for (;;) {
    const value = yield* nextSteps(thread, self.source);
    if (value === undefined || self.hasBegun) return value;
    if (yield* tested(thread, self, value)) continue;
    self.hasBegun = true;
    return value;
  }
});
for (const type of [filterFalseType, takeWhileType, dropWhileType]) {
  constructorSteps(type, exactly(2), function* make(thread, args) {
    const self = new Filtered(args[0] as PyType);
    self.test = args[1] as Value;
    self.source = yield* iteratorSteps(thread, args[2] as Value);
    return self;
  });
}

export const compressType = iteratorClass<Filtered>('itertools', 'compress', function* nextOfCompress(thread, self) {
  for (;;) {
    const value = yield* nextSteps(thread, self.source);
    const selector = value === undefined ? undefined : yield* nextSteps(thread, self.test);
    if (selector === undefined) return undefined;
    if (yield* truthSteps(thread, selector)) return value;
  }
});
constructorSteps(compressType, named(2, 'data', 'selectors'), function* make(thread, args) {
  const self = new Filtered(args[0] as PyType);
  self.source = yield* iteratorSteps(thread, args[1] as Value);
  self.test = yield* iteratorSteps(thread, args[2] as Value);
  return self;
});

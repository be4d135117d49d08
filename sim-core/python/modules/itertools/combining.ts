/** itertools that join values: accumulate, starmap, zip_longest, pairwise, batched, groupby, tee. Models: Modules/itertoolsmodule.c. */
import type { PyType } from '../../objects/py-type.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import {
  anyNumber,
  between,
  constructor,
  constructorSteps,
  exactly,
  named,
  nativeSteps,
} from '../../builtins/define.ts';
import { compareSteps } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import { iterateAll, iteratorSteps, nextSteps } from '../../vm/iterate-all.ts';
import { binaryOperation } from '../../vm/operators.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { iteratorClass, SteppedIterator } from '../native-class.ts';
import { plainIndex } from '../native-numbers.ts';

class Accumulate extends SteppedIterator {
  source: Value = null;
  fn: Value = null;
  total: Value | undefined = undefined;
  initial: Value | undefined = undefined;
}

export const accumulateType = iteratorClass<Accumulate>(
  'itertools',
  'accumulate',
  function* nextOfAccumulate(thread, self) {
    if (self.initial !== undefined) {
      self.total = self.initial;
      self.initial = undefined;
      return self.total;
    }
    const value = yield* nextSteps(thread, self.source);
    if (value === undefined) return undefined;
    if (self.total === undefined) self.total = value;
    else if (self.fn !== null) self.total = yield* callSteps(thread, self.fn, [self.total, value]);
    else {
      const sum = binaryOperation(thread, 0, self.total, value);
      self.total = sum === undefined ? yield : sum;
    }
    return self.total;
  },
);
constructorSteps(
  accumulateType,
  { least: 1, most: 2, names: ['iterable', 'func', 'initial'] },
  function* make(thread, args) {
    const self = new Accumulate(args[0] as PyType);
    self.source = yield* iteratorSteps(thread, args[1] as Value);
    self.fn = args[2] ?? null;
    self.initial = args[3] === null ? undefined : args[3];
    return self;
  },
);

class StarMap extends SteppedIterator {
  source: Value = null;
  fn: Value = null;
}

export const starMapType = iteratorClass<StarMap>('itertools', 'starmap', function* nextOfStarMap(thread, self) {
  const value = yield* nextSteps(thread, self.source);
  return value === undefined ? undefined : yield* callSteps(thread, self.fn, yield* iterateAll(thread, value));
});
constructorSteps(starMapType, exactly(2), function* make(thread, args) {
  const self = new StarMap(args[0] as PyType);
  self.fn = args[1] as Value;
  self.source = yield* iteratorSteps(thread, args[2] as Value);
  return self;
});

class ZipLongest extends SteppedIterator {
  sources: Value[] = [];
  isOver: boolean[] = [];
  fill: Value = null;
}

export const zipLongestType = iteratorClass<ZipLongest>('itertools', 'zip_longest', function* nextOfZip(thread, self) {
  const row: Value[] = [];
  for (const [i, source] of self.sources.entries()) {
    const value = self.isOver[i] === true ? undefined : yield* nextSteps(thread, source);
    if (value === undefined) {
      self.isOver[i] = true;
      if (self.isOver.every(Boolean)) return undefined;
    }
    row.push(value === undefined ? self.fill : value);
  }
  return row.length === 0 ? undefined : new PyTuple(row);
});
constructorSteps(zipLongestType, anyNumber(true), function* make(thread, args, keywords) {
  const self = new ZipLongest(args[0] as PyType);
  for (const name of keywords?.keys() ?? [])
    if (name !== 'fillvalue') throw raised('TypeError', 'zip_longest() got an unexpected keyword argument');
  self.fill = keywords?.get('fillvalue') ?? null;
  for (const source of args.slice(1)) {
    self.sources.push(yield* iteratorSteps(thread, source as Value));
    self.isOver.push(false);
  }
  return self;
});

class Pairwise extends SteppedIterator {
  source: Value = null;
  previous: Value | undefined = undefined;
}

export const pairwiseType = iteratorClass<Pairwise>('itertools', 'pairwise', function* nextOfPairwise(thread, self) {
  const left = self.previous === undefined ? yield* nextSteps(thread, self.source) : self.previous;
  if (left === undefined) return undefined;
  self.previous = left;
  const right = yield* nextSteps(thread, self.source);
  if (right === undefined) return undefined;
  self.previous = right;
  return new PyTuple([left, right]);
});
constructorSteps(pairwiseType, exactly(1), function* make(thread, args) {
  const self = new Pairwise(args[0] as PyType);
  self.source = yield* iteratorSteps(thread, args[1] as Value);
  return self;
});

class Batched extends SteppedIterator {
  source: Value = null;
  size = 1;
  isStrict = false;
}

export const batchedType = iteratorClass<Batched>('itertools', 'batched', function* nextOfBatched(thread, self) {
  const items: Value[] = [];
  while (items.length < self.size) {
    const value = yield* nextSteps(thread, self.source);
    if (value === undefined) break;
    items.push(value);
  }
  if (items.length === 0) return undefined;
  if (self.isStrict && items.length < self.size) throw raised('ValueError', 'batched(): incomplete batch');
  return new PyTuple(items);
});
constructorSteps(batchedType, { least: 2, most: 2, names: ['iterable', 'n', 'strict'] }, function* make(thread, args) {
  const self = new Batched(args[0] as PyType);
  self.size = plainIndex(args[2] as Value);
  self.isStrict = args[3] === true;
  if (self.size < 1) throw raised('ValueError', 'n must be at least one');
  self.source = yield* iteratorSteps(thread, args[1] as Value);
  return self;
});

class GroupBy extends SteppedIterator {
  source: Value = null;
  fn: Value = null;
  value: Value | undefined = undefined;
  key: Value | undefined = undefined;
  target: Value | undefined = undefined;
  current: Group | null = null;
}

class Group extends SteppedIterator {
  readonly parent: GroupBy;
  readonly key: Value;

  constructor(parent: GroupBy, key: Value) {
    super(groupType);
    this.parent = parent;
    this.key = key;
  }
}

function* advance(thread: PyThread, self: GroupBy): Generator<undefined, boolean, Value> {
  const value = yield* nextSteps(thread, self.source);
  if (value === undefined) return false;
  self.key = self.fn === null ? value : yield* callSteps(thread, self.fn, [value]);
  self.value = value;
  return true;
}

export const groupByType = iteratorClass<GroupBy>('itertools', 'groupby', function* nextOfGroupBy(thread, self) {
  self.current = null;
  for (;;) {
    if (self.key !== undefined) {
      if (self.target === undefined || !(yield* compareSteps(thread, 2, self.target, self.key))) break;
    }
    if (!(yield* advance(thread, self))) return undefined;
  }
  self.target = self.key;
  self.current = new Group(self, self.key as Value);
  return new PyTuple([self.key as Value, self.current]);
});
const groupType = iteratorClass<Group>('itertools', '_grouper', function* nextOfGroup(thread, self) {
  const { parent } = self;
  if (parent.current !== self) return undefined;
  if (parent.value === undefined && !(yield* advance(thread, parent))) return undefined;
  if (!(yield* compareSteps(thread, 2, self.key, parent.key as Value))) return undefined;
  const { value } = parent;
  parent.value = undefined;
  return value;
});
constructorSteps(groupByType, named(1, 'iterable', 'key'), function* make(thread, args) {
  const self = new GroupBy(args[0] as PyType);
  self.source = yield* iteratorSteps(thread, args[1] as Value);
  self.fn = args[2] ?? null;
  return self;
});

/** What the iterators of one tee have read of their source, from `start` on. */
interface TeeShare {
  readonly source: Value;
  readonly items: Value[];
  isRunning: boolean;
}

class Tee extends SteppedIterator {
  share: TeeShare = { source: null, items: [], isRunning: false };
  position = 0;
}

const teeType = iteratorClass<Tee>('itertools', '_tee', function* nextOfTee(thread, self) {
  const { share } = self;
  if (self.position < share.items.length) return share.items[self.position++];
  if (share.isRunning) throw raised('RuntimeError', 'cannot re-enter the tee iterator');
  share.isRunning = true;
  try {
    const value = yield* nextSteps(thread, share.source);
    if (value === undefined) return undefined;
    share.items.push(value);
    self.position += 1;
    return value;
  } finally {
    share.isRunning = false;
  }
});
constructor(teeType, exactly(1), (_thread, args) => new Tee(args[0] as PyType));

export const tee = nativeSteps('tee', between(1, 2), function* teeSteps(thread, args) {
  const count = args[1] === undefined ? 2 : plainIndex(args[1]);
  if (count < 0) throw raised('ValueError', 'n must be >= 0');
  const share: TeeShare = { source: yield* iteratorSteps(thread, args[0] as Value), items: [], isRunning: false };
  const twins = Array.from({ length: count }, () => {
    const twin = new Tee(teeType);
    twin.share = share;
    return twin;
  });
  return new PyTuple(twins);
});

/** itertools.count, cycle, repeat. Models: Modules/itertoolsmodule.c. */
import { PyList } from '../../objects/py-list.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { Value } from '../../objects/value.ts';
import { addInts } from '../../values/int/int-arithmetic.ts';
import { constructor, constructorSteps, exactly, method, methodSteps, named } from '../../builtins/define.ts';
import { numberOf } from '../../vm/compare.ts';
import { iteratorSteps, nextSteps } from '../../vm/iterate-all.ts';
import { binaryOperation } from '../../vm/operators.ts';
import { raised } from '../../vm/raise.ts';
import { reprSteps } from '../../vm/repr.ts';
import { iteratorClass, nativeClass, SteppedIterator } from '../native-class.ts';
import { plainIndex } from '../native-numbers.ts';

class Count extends SteppedIterator {
  value: Value = 0;
  step: Value = 1;
}

/** A plain `__next__`, so that taking a number is one step as in C. */
export const countType = nativeClass('itertools', 'count');
method(countType, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
method(countType, '__next__', exactly(0), (thread, args) => {
  const self = args[0] as Count;
  const { value, step } = self;
  if (typeof value === 'number' && typeof step === 'number') self.value = addInts(value, step);
  else self.value = binaryOperation(thread, 0, value, step) ?? value;
  return value;
});
constructor(countType, named(0, 'start', 'step'), (_thread, args) => {
  const self = new Count(args[0] as PyType);
  self.value = args[1] ?? 0;
  self.step = args[2] ?? 1;
  for (const given of [self.value, self.step]) {
    if (numberOf(given) === null && typeOf(given).lookup('__add__') === undefined)
      throw raised('TypeError', 'a number is required');
  }
  return self;
});
methodSteps(countType, '__repr__', exactly(0), function* repr(thread, args) {
  const self = args[0] as Count;
  const isPlain = self.step === 1 && !(self.value instanceof PyFloat);
  return `count(${yield* reprSteps(thread, self.value)}${isPlain ? '' : `, ${yield* reprSteps(thread, self.step)}`})`;
});
method(
  countType,
  '__reduce__',
  exactly(0),
  (_thread, args) => new PyTuple([countType, new PyTuple([(args[0] as Count).value, (args[0] as Count).step])]),
);

class Cycle extends SteppedIterator {
  source: Value = null;
  readonly saved = new PyList([]);
  position = 0;
}

export const cycleType = iteratorClass<Cycle>('itertools', 'cycle', function* nextOfCycle(thread, self) {
  if (self.source !== null) {
    const value = yield* nextSteps(thread, self.source);
    if (value !== undefined) {
      self.saved.items.push(value);
      return value;
    }
    self.source = null;
  }
  const { items } = self.saved;
  if (items.length === 0) return undefined;
  const value = items[self.position];
  self.position = (self.position + 1) % items.length;
  return value;
});
constructorSteps(cycleType, exactly(1), function* make(thread, args) {
  const self = new Cycle(args[0] as PyType);
  self.source = yield* iteratorSteps(thread, args[1] as Value);
  return self;
});

class Repeat extends SteppedIterator {
  value: Value = null;
  remaining: number | null = null;
}

export const repeatType = nativeClass('itertools', 'repeat');
method(repeatType, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
method(repeatType, '__next__', exactly(0), (_thread, args) => {
  const self = args[0] as Repeat;
  if (self.remaining !== null) {
    if (self.remaining <= 0) throw raised('StopIteration');
    self.remaining -= 1;
  }
  return self.value;
});
constructor(repeatType, named(1, 'object', 'times'), (_thread, args) => {
  const self = new Repeat(args[0] as PyType);
  self.value = args[1] as Value;
  self.remaining = args[2] === undefined ? null : Math.max(0, plainIndex(args[2]));
  return self;
});
method(repeatType, '__length_hint__', exactly(0), (_thread, args) => {
  const { remaining } = args[0] as Repeat;
  if (remaining === null) throw raised('TypeError', 'len() of unsized object');
  return remaining;
});
methodSteps(repeatType, '__repr__', exactly(0), function* repr(thread, args) {
  const self = args[0] as Repeat;
  return `repeat(${yield* reprSteps(thread, self.value)}${self.remaining === null ? '' : `, ${self.remaining}`})`;
});

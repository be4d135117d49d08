/** Iterators of built-in types as objects, and reversed(). Models: the iterator types of Objects/*.c, Objects/enumobject.c. */
import {
  bytesIteratorType,
  dictIteratorType,
  listIteratorType,
  objectType,
  rangeIteratorType,
  reversedType,
  setIteratorType,
  textIteratorType,
  tupleIteratorType,
  typeOf,
  typeType,
} from '../../objects/builtin-types.ts';
import { exceptionNamed } from '../../objects/exception-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyDict } from '../../objects/py-dict.ts';
import {
  BytesIterator,
  DictIterator,
  ListIterator,
  NativeIterator,
  PyDictView,
  RangeIterator,
  ReversedIterator,
  SetIterator,
  TextIterator,
} from '../../objects/py-iterators.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyRange } from '../../objects/py-range.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { PyType } from '../../objects/py-type.ts';
import { PyObject } from '../../objects/value.ts';
import type { Value } from '../../objects/value.ts';
import { charactersOf, textLength } from '../../values/text/code-points.ts';
import { loadSpecial } from '../../vm/attributes.ts';
import { textOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import { loadItemSteps } from '../../vm/items.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { PyRaise, raised } from '../../vm/raise.ts';
import { SequenceIterator } from '../../vm/sequence-iterator.ts';
import { anyNumber, constructor, exactly, method, methodSteps } from '../define.ts';
import { checkCount, refuseKeywords } from './argument-count.ts';
import { intArgument } from './int-argument.ts';
import { nativeNext } from './native-next.ts';

const iteratorTypes = [
  bytesIteratorType,
  dictIteratorType,
  listIteratorType,
  rangeIteratorType,
  setIteratorType,
  textIteratorType,
  tupleIteratorType,
] as const;

for (const type of iteratorTypes) {
  method(type, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
  method(type, '__next__', exactly(0), (_thread, args) => {
    const item = nativeNext(args[0] as NativeIterator);
    if (item === undefined) throw raised('StopIteration');
    return item;
  });
  method(type, '__length_hint__', exactly(0), (_thread, args) => remainingOf(args[0] as NativeIterator));
}

function remainingOf(iterator: NativeIterator): number {
  if (iterator instanceof RangeIterator) return iterator.remaining;
  if (iterator instanceof ListIterator) return Math.max(0, (iterator.list?.items.length ?? 0) - iterator.position);
  if (iterator instanceof ReversedIterator) return iterator.position;
  if (iterator instanceof TextIterator) return textLength(iterator.text.slice(iterator.position));
  if (iterator instanceof BytesIterator) return Math.max(0, iterator.source.length - iterator.position);
  if (iterator instanceof SetIterator) return iterator.members.length - iterator.position;
  if (!(iterator instanceof DictIterator) || iterator.dict === null) return 0;
  const rest = iterator.isReversed
    ? iterator.dict.entries.slice(0, iterator.position + 1)
    : iterator.dict.entries.slice(iterator.position);
  return rest.filter((entry) => entry !== null).length;
}

const sequenceIteratorType = new PyType({
  name: 'iterator',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  canBeSubclassed: false,
});
SequenceIterator.builtinType = sequenceIteratorType;
method(sequenceIteratorType, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
methodSteps(sequenceIteratorType, '__next__', exactly(0), function* next(thread, args) {
  const self = args[0] as SequenceIterator;
  if (self.sequence === undefined) throw raised('StopIteration');
  try {
    const item = yield* loadItemSteps(thread, self.sequence, self.position);
    self.position += 1;
    return item;
  } catch (error) {
    if (!endsSequence(error)) throw error;
    self.sequence = undefined;
    throw raised('StopIteration');
  }
});

function endsSequence(error: unknown): boolean {
  return (
    error instanceof PyRaise &&
    ['IndexError', 'StopIteration'].some((name) => error.exception.type.isSubtypeOf(exceptionNamed(name)))
  );
}

/** reversed() of an object with __len__ and __getitem__. */
class ReversedSequence extends PyObject {
  override readonly type = reversedType;
  sequence: Value | undefined;
  position: number;

  constructor(sequence: Value, length: number) {
    super();
    this.sequence = sequence;
    this.position = length - 1;
  }
}

constructor(reversedType, anyNumber(true), (thread, args, keywords) => {
  refuseKeywords('reversed', keywords);
  checkCount('reversed', args, 1, 1);
  const sequence = args[1] as Value;
  const isBuiltin = !typeOf(sequence).isHeap;
  return (
    (isBuiltin ? reversedBuiltin(sequence) : null) ?? pushSteps(thread, 'reversed', reversedSteps(thread, sequence))
  );
});

function reversedBuiltin(sequence: Value): Value {
  if (sequence instanceof PyList || sequence instanceof PyTuple) return new ReversedIterator(sequence.items);
  if (sequence instanceof PyDict) return new DictIterator(sequence, 'keys', true);
  if (sequence instanceof PyDictView) return new DictIterator(sequence.dict, sequence.view, true);
  if (sequence instanceof PyRange)
    return new RangeIterator(sequence.start + (sequence.length - 1) * sequence.step, sequence.length, -sequence.step);
  return typeof sequence === 'string' ? new ReversedIterator(charactersOf(sequence)) : null;
}

function* reversedSteps(thread: PyThread, sequence: Value): NativeSteps {
  const type = typeOf(sequence);
  const own = loadSpecial(type, sequence, '__reversed__');
  if (own !== undefined) return yield* callSteps(thread, own, []);
  const length = loadSpecial(type, sequence, '__len__');
  if (type.lookup('__reversed__') === null || length === undefined || type.lookup('__getitem__') === undefined) {
    throw raised('TypeError', `'${type.name}' object is not reversible`);
  }
  return new ReversedSequence(textOf(sequence) ?? sequence, Number(intArgument(yield* callSteps(thread, length, []))));
}

method(reversedType, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
method(reversedType, '__next__', exactly(0), (thread, args) => {
  const self = args[0];
  if (!(self instanceof NativeIterator))
    return pushSteps(thread, '__next__', nextReversed(thread, self as ReversedSequence));
  const item = nativeNext(self);
  if (item === undefined) throw raised('StopIteration');
  return item;
});
method(reversedType, '__length_hint__', exactly(0), (_thread, args) =>
  args[0] instanceof NativeIterator ? remainingOf(args[0]) : (args[0] as ReversedSequence).position + 1,
);

function* nextReversed(thread: PyThread, self: ReversedSequence): NativeSteps {
  if (self.sequence === undefined || self.position < 0) throw raised('StopIteration');
  try {
    const item = yield* loadItemSteps(thread, self.sequence, self.position);
    self.position -= 1;
    return item;
  } catch (error) {
    if (!endsSequence(error)) throw error;
    self.sequence = undefined;
    throw raised('StopIteration');
  }
}

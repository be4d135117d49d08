/** What built-in types say they are made of: the values behind instances of their subclasses, members of sets, arguments of exceptions. */
import {
  bytearrayType,
  bytesType,
  complexType,
  ellipsisType,
  floatType,
  frozensetType,
  intType,
  notImplementedType,
  rangeType,
  setType,
  sliceType,
  strType,
  tupleType,
} from '../objects/builtin-types.ts';
import { exceptionNamed } from '../objects/exception-types.ts';
import { PyBytes } from '../objects/py-bytes.ts';
import type { PyByteArray } from '../objects/py-bytes.ts';
import type { PyComplex } from '../objects/py-complex.ts';
import { PyDict } from '../objects/py-dict.ts';
import type { PyException } from '../objects/py-exception.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyList } from '../objects/py-list.ts';
import type { PyRange } from '../objects/py-range.ts';
import type { PyFrozenSet, PySet } from '../objects/py-set.ts';
import type { PySlice } from '../objects/py-slice.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { numberOf, textOf } from '../vm/compare.ts';
import { storePlain } from '../vm/attributes.ts';
import { callSteps } from '../vm/invoke.ts';
import { raised } from '../vm/raise.ts';
import { exactly, method, methodSteps } from './define.ts';
import { dictOf } from './object-methods.ts';
import { plainState } from './reduce-methods.ts';
import { intArgument } from './types/int-argument.ts';

/** `__getnewargs__`: the value an instance of a subclass holds, as one of the type itself. */
function holds(type: PyType, valueOf: (self: Value) => readonly Value[]): void {
  method(type, '__getnewargs__', exactly(0), (_thread, args) => new PyTuple(valueOf(args[0] as Value)));
}

holds(intType, (self) => [numberOf(self) as Value]);
holds(floatType, (self) => [new PyFloat((numberOf(self) as PyFloat).value)]);
holds(strType, (self) => [textOf(self)]);
holds(bytesType, (self) => [new PyBytes((self as PyBytes).bytes)]);
holds(tupleType, (self) => [new PyTuple((self as PyTuple).items)]);
holds(complexType, (self) => {
  const { real, imag } = self as PyComplex;
  return [new PyFloat(real), new PyFloat(imag)];
});

for (const type of [setType, frozensetType]) {
  methodSteps(type, '__reduce__', exactly(0), function* reduce(thread, args) {
    const self = args[0] as PySet | PyFrozenSet;
    const members = new PyTuple([new PyList([...self.dict.keys()])]);
    return new PyTuple([self.type, members, yield* plainState(thread, self, false)]);
  });
}

methodSteps(bytearrayType, '__reduce__', exactly(0), function* reduce(thread, args) {
  const self = args[0] as PyByteArray;
  const text = Array.from(self.buffer, (byte) => String.fromCharCode(byte)).join('');
  const given = text === '' ? [] : [text, 'latin-1'];
  return new PyTuple([self.type, new PyTuple(given), yield* plainState(thread, self, false)]);
});
methodSteps(bytearrayType, '__reduce_ex__', exactly(1), function* reduceExtended(thread, args) {
  const self = args[0] as PyByteArray;
  if (intArgument(args[1]) < 3)
    return yield* callSteps(thread, bytearrayType.namespace.getText('__reduce__') as Value, [self]);
  const given = self.buffer.length === 0 ? [] : [new PyBytes(self.buffer.slice())];
  return new PyTuple([self.type, new PyTuple(given), yield* plainState(thread, self, false)]);
});

method(rangeType, '__reduce__', exactly(0), (_thread, args) => {
  const self = args[0] as PyRange;
  return new PyTuple([rangeType, new PyTuple([self.start, self.stop, self.step])]);
});
method(sliceType, '__reduce__', exactly(0), (_thread, args) => {
  const self = args[0] as PySlice;
  return new PyTuple([sliceType, new PyTuple([self.start, self.stop, self.step])]);
});

method(ellipsisType, '__reduce__', exactly(0), () => 'Ellipsis');
method(notImplementedType, '__reduce__', exactly(0), () => 'NotImplemented');

const exceptionType = exceptionNamed('BaseException');
method(exceptionType, '__reduce__', exactly(0), (_thread, args) => {
  const self = args[0] as PyException;
  const state = dictOf(self);
  const made = [self.type, self.args];
  return new PyTuple(state === null || state.size === 0 ? made : [...made, state]);
});
method(exceptionType, '__setstate__', exactly(1), (thread, args) => {
  const [self, state] = args as [Value, Value];
  if (state === null) return null;
  if (!(state instanceof PyDict)) throw raised('TypeError', 'state is not a dictionary');
  for (const entry of state.items()) storePlain(thread, self, entry.key as string, entry.value as Value);
  return null;
});

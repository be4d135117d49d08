/** How objects say what they are made of, for copies and pickles. Models: object's __reduce_ex__ and __getstate__ in Objects/typeobject.c. */
import { objectType, typeOf } from '../objects/builtin-types.ts';
import { PyMember } from '../objects/py-descriptors.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyList } from '../objects/py-list.ts';
import { PyMethod } from '../objects/py-method.ts';
import type { PyModule } from '../objects/py-module.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { loadAttribute, loadSpecial, lookupAttribute, pendingLookup } from '../vm/attributes.ts';
import { importSteps } from '../vm/import.ts';
import { callSteps } from '../vm/invoke.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';
import { exactly, methodSteps } from './define.ts';
import { dictOf } from './object-methods.ts';
import { intArgument } from './types/int-argument.ts';

type Steps<T> = Generator<undefined, T, Value>;

/** What `__getnewargs_ex__` or `__getnewargs__` gave; null if the object has neither. */
interface NewArguments {
  readonly positional: PyTuple;
  readonly keywords: PyDict | null;
}

function* attributeOf(thread: PyThread, owner: Value, name: string): Steps<Value> {
  const value = loadAttribute(thread, owner, name);
  return value === undefined ? yield : value;
}

/** A function of copyreg, the module that puts objects together again. */
function* fromCopyreg(thread: PyThread, name: string): Steps<Value> {
  const module = (yield* importSteps(thread, 'copyreg', null)) as PyModule;
  return yield* attributeOf(thread, module, name);
}

/** What lies beside `__dict__` and slots: only instances of plain classes have no such thing. */
function hasHiddenState(self: Value): boolean {
  return !(self instanceof PyInstance) || self.constructor !== PyInstance;
}

/** Types of which C's objects differ in length (tp_itemsize), and that give no arguments of __new__. */
const variableSized: ReadonlySet<string> = new Set(['memoryview', 'code']);

function cannotPickle(self: Value): ReturnType<typeof raised> {
  const name = typeOf(self).title;
  return raised(
    'TypeError',
    variableSized.has(name) ? `cannot pickle ${name} objects` : `cannot pickle '${name}' object`,
  );
}

function* slotsOf(thread: PyThread, self: Value): Steps<PyDict> {
  const slots = new PyDict();
  const names = yield* callSteps(thread, yield* fromCopyreg(thread, '_slotnames'), [typeOf(self)]);
  for (const name of names instanceof PyList ? [...names.items] : []) {
    const member = typeOf(self).lookup(name as string);
    const isUnset = member instanceof PyMember && (self as PyInstance).members?.[member.index] === undefined;
    const found = isUnset ? undefined : lookupAttribute(thread, self, name as string);
    if (found !== undefined) slots.set(name as string, found === pendingLookup ? yield : found);
  }
  return slots;
}

/** The attributes of an object, with those of its slots if it has any. `isWhole`: they must be all there is to it. */
export function* plainState(thread: PyThread, self: Value, isWhole: boolean): Steps<Value> {
  if (isWhole && hasHiddenState(self)) throw cannotPickle(self);
  const dict = self instanceof PyType ? null : dictOf(self);
  const state = dict === null || dict.size === 0 ? null : dict;
  const slots = yield* slotsOf(thread, self);
  return slots.size === 0 ? state : new PyTuple([state, slots]);
}

function* stateOf(thread: PyThread, self: Value, isWhole: boolean): Steps<Value> {
  const getState = yield* attributeOf(thread, self, '__getstate__');
  const isPlain = getState instanceof PyMethod && getState.callable === objectType.namespace.getText('__getstate__');
  return isPlain ? yield* plainState(thread, self, isWhole) : yield* callSteps(thread, getState, []);
}

function* newArgumentsOf(thread: PyThread, self: Value): Steps<NewArguments | null> {
  const extended = loadSpecial(typeOf(self), self, '__getnewargs_ex__');
  if (extended !== undefined) return extendedArguments(yield* callSteps(thread, extended, []));
  const simple = loadSpecial(typeOf(self), self, '__getnewargs__');
  if (simple === undefined) return null;
  const given = yield* callSteps(thread, simple, []);
  if (!(given instanceof PyTuple))
    throw raised('TypeError', `__getnewargs__ should return a tuple, not '${typeOf(given).title}'`);
  return { positional: given, keywords: null };
}

function extendedArguments(given: Value): NewArguments {
  const says = '__getnewargs_ex__';
  if (!(given instanceof PyTuple))
    throw raised('TypeError', `${says} should return a tuple, not '${typeOf(given).title}'`);
  if (given.items.length !== 2)
    throw raised('ValueError', `${says} should return a tuple of length 2, not ${given.items.length}`);
  const [positional, keywords] = given.items as [Value, Value];
  if (!(positional instanceof PyTuple)) {
    const wrong = typeOf(positional).title;
    throw raised('TypeError', `first item of the tuple returned by ${says} must be a tuple, not '${wrong}'`);
  }
  if (!(keywords instanceof PyDict)) {
    const wrong = typeOf(keywords).title;
    throw raised('TypeError', `second item of the tuple returned by ${says} must be a dict, not '${wrong}'`);
  }
  return { positional, keywords };
}

/** Protocol 2 and later: what `__new__` is called with, the state, the items of a list or a dict. */
function* reduceNew(thread: PyThread, self: Value): Steps<Value> {
  const type = typeOf(self);
  if (hasHiddenState(self) && type.lookup('__new__') === objectType.lookup('__new__')) throw cannotPickle(self);
  const given = yield* newArgumentsOf(thread, self);
  const keywords = given?.keywords ?? null;
  const isPlain = keywords === null || keywords.size === 0;
  const positional = given?.positional ?? new PyTuple([]);
  const make = yield* fromCopyreg(thread, isPlain ? '__newobj__' : '__newobj_ex__');
  const args = isPlain ? [type, ...positional.items] : [type, positional, keywords];
  const isContainer = self instanceof PyList || self instanceof PyDict;
  const state = yield* stateOf(thread, self, given === null && !isContainer);
  const items = self instanceof PyList ? yield* iteratorOf(thread, self) : null;
  const pairs = self instanceof PyDict ? yield* pairsOf(thread, self) : null;
  return new PyTuple([make, new PyTuple(args), state, items, pairs]);
}

function* iteratorOf(thread: PyThread, self: Value): Steps<Value> {
  return yield* callSteps(thread, loadSpecial(typeOf(self), self, '__iter__') as Value, []);
}

function* pairsOf(thread: PyThread, self: Value): Steps<Value> {
  return yield* iteratorOf(thread, yield* callSteps(thread, yield* attributeOf(thread, self, 'items'), []));
}

function* reduceBy(thread: PyThread, self: Value, protocol: number): Steps<Value> {
  if (protocol >= 2) return yield* reduceNew(thread, self);
  return yield* callSteps(thread, yield* fromCopyreg(thread, '_reduce_ex'), [self, protocol]);
}

methodSteps(objectType, '__getstate__', exactly(0), function* getState(thread, args) {
  return yield* plainState(thread, args[0] as Value, false);
});
methodSteps(objectType, '__reduce__', exactly(0), function* reduce(thread, args) {
  return yield* reduceBy(thread, args[0] as Value, 0);
});
methodSteps(objectType, '__reduce_ex__', exactly(1), function* reduceExtended(thread, args) {
  const self = args[0] as Value;
  const protocol = Number(intArgument(args[1]));
  const isOverridden = typeOf(self).lookup('__reduce__') !== objectType.namespace.getText('__reduce__');
  if (isOverridden) return yield* callSteps(thread, yield* attributeOf(thread, self, '__reduce__'), []);
  return yield* reduceBy(thread, self, protocol);
});

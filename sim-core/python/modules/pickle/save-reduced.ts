/** Pickles what `__reduce_ex__` said an object is made of. Models: save_reduce in Modules/_pickle.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import type { PyDict } from '../../objects/py-dict.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { pickleOpcodes as op } from '../../values/pickle/opcodes.ts';
import { loadSpecial } from '../../vm/attributes.ts';
import { textOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyRaise } from '../../vm/raise.ts';
import { isCallable } from '../functools/is-callable.ts';
import { partialType } from '../functools/partial.ts';
import type { Pickling } from './pickling.ts';
import { attributeSteps, optionalAttribute, picklingError } from './pickle-errors.ts';

type Steps<T> = Generator<undefined, T, Value>;

interface Reduced {
  readonly callable: Value;
  readonly args: PyTuple;
  readonly state: Value;
  readonly items: Value;
  readonly pairs: Value;
  readonly setter: Value;
}

function reducedOf(given: PyTuple): Reduced {
  const { length } = given.items;
  if (length < 2 || length > 6) throw picklingError('tuple returned by __reduce__ must contain 2 through 6 elements');
  const [callable = null, args = null, state = null, items = null, pairs = null, setter = null] = given.items;
  if (!isCallable(callable)) throw picklingError('first item of the tuple returned by __reduce__ must be callable');
  if (!(args instanceof PyTuple))
    throw picklingError('second item of the tuple returned by __reduce__ must be a tuple');
  for (const [place, value] of [['fourth', items] as const, ['fifth', pairs] as const])
    if (value !== null && typeOf(value).lookup('__next__') === undefined) throw wrongItem(place, 'an iterator', value);
  if (setter !== null && !isCallable(setter)) throw wrongItem('sixth', 'a function', setter);
  return { callable, args, state, items, pairs, setter };
}

function wrongItem(place: string, wanted: string, value: Value): PyRaise {
  return picklingError(
    `${place} element of the tuple returned by __reduce__ must be ${wanted}, not ${typeOf(value).title}`,
  );
}

/** `object`: what is memoized then; null where a part of an object is written this way. */
export function* saveReduced(pickling: Pickling, given: PyTuple, object: Value): Steps<null> {
  const { writer } = pickling;
  const reduced = reducedOf(given);
  yield* saveMaking(pickling, reduced, object);
  if (object !== null) {
    if (pickling.isKnown(object)) {
      writer.write(op.pop);
      pickling.writeGet(object);
    } else pickling.memoize(object);
  }
  if (reduced.items !== null) yield* pickling.saveItems(reduced.items);
  if (reduced.pairs !== null) yield* pickling.savePairs(reduced.pairs);
  if (reduced.state === null) return null;
  if (reduced.setter === null) {
    yield* pickling.save(reduced.state);
    writer.write(op.build);
    return null;
  }
  yield* pickling.save(reduced.setter);
  yield* pickling.save(object);
  yield* pickling.save(reduced.state);
  writer.write(op.tuple2, op.reduce, op.pop);
  return null;
}

function* saveMaking(pickling: Pickling, { callable, args }: Reduced, object: Value): Steps<null> {
  const { writer, thread } = pickling;
  const name = writer.protocol >= 2 ? textOf((yield* optionalAttribute(thread, callable, '__name__')) ?? null) : null;
  if (name === '__newobj_ex__') return yield* saveNewExtended(pickling, args);
  if (name !== '__newobj__') {
    yield* pickling.save(callable);
    yield* pickling.save(args);
    writer.write(op.reduce);
    return null;
  }
  const [type, ...rest] = args.items;
  if (type === undefined) throw picklingError('__newobj__ arglist is empty');
  if (!(type instanceof PyType)) throw picklingError('args[0] from __newobj__ args is not a type');
  if (object !== null && (yield* attributeSteps(thread, object, '__class__')) !== type)
    throw picklingError('args[0] from __newobj__ args has the wrong class');
  yield* pickling.save(type);
  yield* pickling.save(new PyTuple(rest));
  writer.write(op.newObject);
  return null;
}

function* saveNewExtended(pickling: Pickling, args: PyTuple): Steps<null> {
  const { writer, thread } = pickling;
  if (args.items.length !== 3)
    throw picklingError(`length of the NEWOBJ_EX argument tuple must be exactly 3, not ${args.items.length}`);
  const [type, positional, keywords] = args.items as [Value, PyTuple, PyDict];
  if (writer.protocol >= 4) {
    for (const part of [type, positional, keywords]) yield* pickling.save(part);
    writer.write(op.newObjectExtended);
    return null;
  }
  const make = yield* attributeSteps(thread, type, '__new__');
  const entries = Array.from(keywords.items());
  const partial = yield* callSteps(
    thread,
    partialType,
    [make, type, ...positional.items, ...entries.map((entry) => entry.value as Value)],
    entries.map((entry) => String(entry.key)),
  );
  yield* pickling.save(partial);
  yield* pickling.save(new PyTuple([]));
  writer.write(op.reduce);
  return null;
}

/** What the object says of itself: by the tables of reducers, or by its own methods. */
export function* reduceObject(pickling: Pickling, object: Value): Steps<Value> {
  const { thread } = pickling;
  const reducer = yield* pickling.reducerOf(typeOf(object));
  if (reducer !== undefined) return yield* callSteps(thread, reducer, [object]);
  const extended = loadSpecial(typeOf(object), object, '__reduce_ex__');
  const own = yield* optionalAttribute(thread, object, '__reduce_ex__');
  const method = own ?? extended;
  if (method !== undefined) return yield* callSteps(thread, method, [pickling.writer.protocol]);
  return yield* callSteps(thread, yield* attributeSteps(thread, object, '__reduce__'), []);
}

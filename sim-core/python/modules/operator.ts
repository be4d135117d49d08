/** The module `_operator`: the operators as functions. Models: Modules/_operator.c. */
import { typeOf } from '../objects/builtin-types.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyByteArray, PyBytes } from '../objects/py-bytes.ts';
import type { NativeArguments, NativeFunction } from '../objects/native-function.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import {
  anyNumber,
  between,
  constructor,
  exactly,
  method,
  methodSteps,
  native,
  nativeSteps,
} from '../builtins/define.ts';
import { loadAttribute } from '../vm/attributes.ts';
import { bytesOf, compareSteps, richCompareSteps, textOf } from '../vm/compare.ts';
import { containsSteps } from '../vm/contains.ts';
import { callSteps, invoke } from '../vm/invoke.ts';
import { iterateAll } from '../vm/iterate-all.ts';
import { pushSteps } from '../vm/native-steps.ts';
import { binaryOperation, deleteItem, loadItem, storeItem, unaryOperation } from '../vm/operators.ts';
import { raised } from '../vm/raise.ts';
import { reprSteps } from '../vm/repr.ts';
import { truthSteps } from '../vm/truth.ts';
import { partialType } from './functools/partial.ts';
import { fillModule, nativeClass } from './native-class.ts';
import { indexSteps } from './native-numbers.ts';

/** By BINARY_OP's numbers. */
const binaryNames = [
  'add',
  'and_',
  'floordiv',
  'lshift',
  'matmul',
  'mul',
  'mod',
  'or_',
  'pow',
  'rshift',
  'sub',
  'truediv',
  'xor',
];
const inPlaceNames = [
  'iadd',
  'iand',
  'ifloordiv',
  'ilshift',
  'imatmul',
  'imul',
  'imod',
  'ior',
  'ipow',
  'irshift',
  'isub',
  'itruediv',
  'ixor',
];

const functions: NativeFunction[] = [
  ...binaryNames.map((name, op) =>
    native(name, exactly(2), (thread, args) => binaryOperation(thread, op, args[0] as Value, args[1] as Value)),
  ),
  ...inPlaceNames.map((name, op) =>
    native(name, exactly(2), (thread, args) => binaryOperation(thread, op + 13, args[0] as Value, args[1] as Value)),
  ),
  ...['lt', 'le', 'eq', 'ne', 'gt', 'ge'].map((name, op) =>
    native(name, exactly(2), (thread, args) =>
      pushSteps(thread, name, richCompareSteps(thread, op, args[0] as Value, args[1] as Value)),
    ),
  ),
  ...Object.entries({ neg: '__neg__', pos: '__pos__', invert: '__invert__', inv: '__invert__' }).map(
    ([name, special]) => native(name, exactly(1), (thread, args) => unaryOperation(thread, special, args[0] as Value)),
  ),
  nativeSteps('abs', exactly(1), function* abs(thread, args) {
    return yield* callSteps(thread, thread.interpreter.builtins.dict.getText('abs') as Value, [args[0] as Value]);
  }),
  nativeSteps('truth', exactly(1), function* truth(thread, args) {
    return yield* truthSteps(thread, args[0] as Value);
  }),
  nativeSteps('not_', exactly(1), function* not(thread, args) {
    return !(yield* truthSteps(thread, args[0] as Value));
  }),
  native('is_', exactly(2), (_thread, args) => args[0] === args[1]),
  native('is_not', exactly(2), (_thread, args) => args[0] !== args[1]),
  native('getitem', exactly(2), (thread, args) => loadItem(thread, args[0] as Value, args[1] as Value)),
  nativeSteps('setitem', exactly(3), function* setitem(thread, args) {
    if (!storeItem(thread, args[0] as Value, args[1] as Value, args[2] as Value)) yield;
    return null;
  }),
  nativeSteps('delitem', exactly(2), function* delitem(thread, args) {
    if (!deleteItem(thread, args[0] as Value, args[1] as Value)) yield;
    return null;
  }),
  nativeSteps('contains', exactly(2), function* contains(thread, args) {
    return yield* containsSteps(thread, args[0] as Value, args[1] as Value);
  }),
  nativeSteps('index', exactly(1), function* index(thread, args) {
    return yield* indexSteps(thread, args[0] as Value);
  }),
  nativeSteps('concat', exactly(2), function* concat(thread, args) {
    if (typeOf(args[0] as Value).lookup('__getitem__') === undefined)
      throw raised('TypeError', `'${typeOf(args[0] as Value).title}' object can't be concatenated`);
    const sum = binaryOperation(thread, 0, args[0] as Value, args[1] as Value);
    return sum === undefined ? yield : sum;
  }),
  nativeSteps('countOf', exactly(2), function* countOf(thread, args) {
    let count = 0;
    for (const item of yield* iterateAll(thread, args[0] as Value))
      if (item === args[1] || (yield* compareSteps(thread, 2, item, args[1] as Value))) count += 1;
    return count;
  }),
  nativeSteps('indexOf', exactly(2), function* indexOf(thread, args) {
    for (const [i, item] of (yield* iterateAll(thread, args[0] as Value)).entries()) {
      if (item === args[1] || (yield* compareSteps(thread, 2, item, args[1] as Value))) return i;
    }
    throw raised('ValueError', 'sequence.index(x): x not in sequence');
  }),
  nativeSteps('length_hint', between(1, 2), function* lengthHint(thread, args) {
    const own = typeOf(args[0] as Value).lookup('__len__') ?? typeOf(args[0] as Value).lookup('__length_hint__');
    return own === undefined || own === null ? (args[1] ?? 0) : yield* callSteps(thread, own, [args[0] as Value]);
  }),
  native('call', anyNumber(true, 1), (thread, args, keywords) =>
    invoke(
      thread,
      args[0] as Value,
      [...args.slice(1), ...(keywords?.values() ?? [])] as Value[],
      keywords === null ? null : [...keywords.keys()],
    ),
  ),
];

/** itemgetter, attrgetter and methodcaller keep what they were made with. */
class Getter extends PyInstance {
  items: readonly Value[] = [];
  keywords: ReadonlyMap<string, Value> = new Map();
}

const itemGetterType = nativeClass('operator', 'itemgetter');
const attrGetterType = nativeClass('operator', 'attrgetter');
const methodCallerType = nativeClass('operator', 'methodcaller');

for (const type of [itemGetterType, attrGetterType, methodCallerType]) {
  constructor(type, anyNumber(true, 1), (_thread, args, keywords) => {
    const self = new Getter(args[0] as PyType);
    self.items = args.slice(1) as Value[];
    if (keywords !== null) self.keywords = keywords;
    if (type === attrGetterType && self.items.some((name) => typeof name !== 'string'))
      throw raised('TypeError', 'attribute name must be a string');
    if (type === methodCallerType && typeof self.items[0] !== 'string')
      throw raised('TypeError', 'method name must be a string');
    return self;
  });
  methodSteps(type, '__repr__', exactly(0), function* repr(thread, args) {
    const parts: string[] = [];
    for (const item of (args[0] as Getter).items) parts.push(yield* reprSteps(thread, item));
    for (const [name, value] of (args[0] as Getter).keywords) parts.push(`${name}=${yield* reprSteps(thread, value)}`);
    return `operator.${type.name}(${parts.join(', ')})`;
  });
}

for (const type of [itemGetterType, attrGetterType])
  method(type, '__reduce__', exactly(0), (_thread, args) => {
    const { items } = args[0] as Getter;
    return new PyTuple([type, new PyTuple([...items])]);
  });
methodSteps(methodCallerType, '__reduce__', exactly(0), function* reduce(thread, args) {
  const { items, keywords } = args[0] as Getter;
  if (keywords.size === 0) return new PyTuple([methodCallerType, new PyTuple([...items])]);
  const given = [methodCallerType, items[0] as Value, ...keywords.values()];
  const partial = yield* callSteps(thread, partialType, given, [...keywords.keys()]);
  return new PyTuple([partial, new PyTuple(items.slice(1))]);
});

methodSteps(itemGetterType, '__call__', exactly(1), function* call(thread, args) {
  const values: Value[] = [];
  for (const key of (args[0] as Getter).items) {
    const value = loadItem(thread, args[1] as Value, key);
    values.push(value === undefined ? yield : value);
  }
  return values.length === 1 ? (values[0] as Value) : new PyTuple(values);
});
methodSteps(attrGetterType, '__call__', exactly(1), function* call(thread, args) {
  const values: Value[] = [];
  for (const path of (args[0] as Getter).items) {
    let value = args[1] as Value;
    for (const name of (path as string).split('.')) {
      const found = loadAttribute(thread, value, name);
      value = found === undefined ? yield : found;
    }
    values.push(value);
  }
  return values.length === 1 ? (values[0] as Value) : new PyTuple(values);
});
methodSteps(methodCallerType, '__call__', exactly(1), function* call(thread, args) {
  const { items, keywords } = args[0] as Getter;
  const found = loadAttribute(thread, args[1] as Value, items[0] as string);
  const method: Value = found === undefined ? yield : found;
  return yield* callSteps(thread, method, [...items.slice(1), ...keywords.values()], [...keywords.keys()]);
});

/** Takes the same time wherever two keys differ. */
const compareDigest = native('_compare_digest', exactly(2), (_thread, args) => {
  const [a, b] = [textOf(args[0] as Value), textOf(args[1] as Value)];
  if (a !== null && b !== null) {
    if (/[^\0-\x7f]/.test(a + b))
      throw raised('TypeError', 'comparing strings with non-ASCII characters is not supported');
    return a === b;
  }
  const [left, right] = [buffer(args[0] as Value, args), buffer(args[1] as Value, args)];
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
});

function buffer(value: Value, all: NativeArguments): Uint8Array {
  if (value instanceof PyBytes || value instanceof PyByteArray) return bytesOf(value);
  const areBoth = all.every((other) => !(other instanceof PyBytes || other instanceof PyByteArray));
  const given = areBoth ? all.map((other) => `'${typeOf(other as Value).title}'`).join(' and ') : '';
  throw raised(
    'TypeError',
    areBoth
      ? `unsupported operand types(s) or combination of types: ${given}`
      : `a bytes-like object is required, not '${typeOf(value).title}'`,
  );
}

export function makeOperatorModule(): PyModule {
  const module = fillModule(
    new PyModule('_operator'),
    [...functions, compareDigest],
    [itemGetterType, attrGetterType, methodCallerType],
  );
  for (const name of [
    'lt',
    'le',
    'eq',
    'ne',
    'gt',
    'ge',
    'neg',
    'pos',
    'invert',
    'inv',
    'abs',
    'index',
    'getitem',
    'setitem',
    'delitem',
    'contains',
    'concat',
    'call',
    'pow',
    'iconcat',
  ]) {
    const fn = module.dict.getText(name);
    if (fn !== undefined) module.dict.set(`__${name}__`, fn);
  }
  for (const name of binaryNames) module.dict.set(`__${name.replace('_', '')}__`, module.dict.getText(name) as Value);
  module.dict.set('iconcat', module.dict.getText('iadd') as Value);
  return module;
}

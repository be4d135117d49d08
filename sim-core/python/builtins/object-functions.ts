/** Built-in functions about objects: attributes, types, identity. Models: Python/bltinmodule.c. */
import { typeOf } from '../objects/builtin-types.ts';
import { NativeFunction } from '../objects/native-function.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyList } from '../objects/py-list.ts';
import { PyMethod } from '../objects/py-method.ts';
import { PyType } from '../objects/py-type.ts';
import type { PyObject, Value } from '../objects/value.ts';
import { deleteAttribute, loadAttribute, loadSpecial, storeAttribute } from '../vm/attributes.ts';
import { textOf } from '../vm/compare.ts';
import { isInstanceQuickly, isInstanceSteps, isSubclassSteps } from '../vm/instance-check.ts';
import { callSteps } from '../vm/invoke.ts';
import { iterateAll } from '../vm/iterate-all.ts';
import { optionalAttribute } from '../vm/optional-attribute.ts';
import { pushSteps } from '../vm/native-steps.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { PyRaise, raised } from '../vm/raise.ts';
import { between, exactly, native, nativeSteps } from './define.ts';

function attributeName(value: Value | undefined, fn: string): string {
  const text = textOf(value ?? null);
  if (text === null) throw raised('TypeError', `attribute name must be string, not '${typeOf(value ?? null).title}'`);
  return fn === '' ? text : text;
}

function* getWithDefault(
  thread: PyThread,
  owner: Value,
  name: string,
  fallback: Value,
): Generator<undefined, Value, Value> {
  const value = yield* optionalAttribute(thread, owner, name);
  return value === undefined ? fallback : value;
}

export const objectFunctions: readonly NativeFunction[] = [
  native('getattr', between(2, 3), (thread, args) => {
    const name = attributeName(args[1], 'getattr');
    if (args[2] === undefined) return loadAttribute(thread, args[0] as Value, name);
    return pushSteps(thread, 'getattr', getWithDefault(thread, args[0] as Value, name, args[2]));
  }),
  nativeSteps('hasattr', exactly(2), function* hasattr(thread, args) {
    return (yield* optionalAttribute(thread, args[0] as Value, attributeName(args[1], 'hasattr'))) !== undefined;
  }),
  nativeSteps('setattr', exactly(3), function* setattr(thread, args) {
    if (!storeAttribute(thread, args[0] as Value, attributeName(args[1], 'setattr'), args[2] as Value)) yield;
    return null;
  }),
  nativeSteps('delattr', exactly(2), function* delattr(thread, args) {
    if (!deleteAttribute(thread, args[0] as Value, attributeName(args[1], 'delattr'))) yield;
    return null;
  }),
  native(
    'isinstance',
    exactly(2),
    (thread, args) => {
      const quick = isInstanceQuickly(args[0] as Value, args[1] as Value);
      return quick ?? pushSteps(thread, 'isinstance', isInstanceSteps(thread, args[0] as Value, args[1] as Value));
    },
    { isPollFreeWhenWarm: true },
  ),
  nativeSteps('issubclass', exactly(2), function* issubclass(thread, args) {
    return yield* isSubclassSteps(thread, args[0] as Value, args[1] as Value);
  }),
  native('callable', exactly(1), (_thread, args) => isCallable(args[0] as Value)),
  native('id', exactly(1), (thread, args) => identityOf(thread, args[0] as Value)),
  nativeSteps('dir', between(0, 1), function* dir(thread, args) {
    if (args[0] === undefined) return new PyList(thread.interpreter.localNames(thread));
    const own = loadSpecial(typeOf(args[0]), args[0], '__dir__');
    const names = yield* iterateAll(thread, yield* callSteps(thread, own as Value, []));
    return new PyList([...names].sort((a, b) => (String(a) < String(b) ? -1 : 1)));
  }),
  native('vars', between(0, 1), (thread, args) => {
    if (args[0] === undefined) return thread.interpreter.locals(thread);
    try {
      return loadAttribute(thread, args[0], '__dict__');
    } catch (error) {
      if (error instanceof PyRaise) throw raised('TypeError', 'vars() argument must have __dict__ attribute');
      throw error;
    }
  }),
];

function isCallable(value: Value): boolean {
  if (
    value instanceof PyFunction ||
    value instanceof NativeFunction ||
    value instanceof PyMethod ||
    value instanceof PyType
  )
    return true;
  return typeOf(value).lookup('__call__') !== undefined;
}

/** id(): an address; small ints and other values without one get a number of their own. */
function identityOf(thread: PyThread, value: Value): number {
  if (value !== null && typeof value === 'object') return thread.interpreter.addresses.of(value as PyObject);
  return thread.interpreter.valueIdentity(value);
}

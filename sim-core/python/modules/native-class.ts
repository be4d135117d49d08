/** How modules define classes that are C in CPython: types whose instances keep plain fields, and iterators among them. */
import { objectType, typeType } from '../objects/builtin-types.ts';
import type { SteppedBody } from '../objects/native-function.ts';
import type { NativeFunction } from '../objects/native-function.ts';
import { PyInstance } from '../objects/py-instance.ts';
import type { PyModule } from '../objects/py-module.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { exactly, method, methodSteps } from '../builtins/define.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';

/** A class of a native module that programs may derive from. Its instances derive from PyInstance in JavaScript. */
export function nativeClass(moduleName: string, name: string, base: PyType = objectType): PyType {
  return new PyType({
    name,
    bases: [base],
    layout: base.layout,
    metatype: typeType,
    moduleName,
    canBeSubclassed: true,
  });
}

/** Fields of an iterator's own; `next` is what __next__ does: undefined at the end. */
export abstract class SteppedIterator extends PyInstance {}

type NextSteps<T> = (thread: PyThread, self: T) => Generator<undefined, Value | undefined, Value>;

/** An iterator class: `next` gives undefined at the end. */
export function iteratorClass<T extends SteppedIterator>(moduleName: string, name: string, next: NextSteps<T>): PyType {
  const type = nativeClass(moduleName, name);
  method(type, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
  methodSteps(type, '__next__', exactly(0), stepsOf(next) as SteppedBody);
  return type;
}

function stepsOf<T extends SteppedIterator>(next: NextSteps<T>): SteppedBody {
  return function* nextSteps(thread, args) {
    const value = yield* next(thread, args[0] as T);
    if (value === undefined) throw raised('StopIteration');
    return value;
  };
}

/** Puts functions and classes into a module. */
export function fillModule(
  module: PyModule,
  functions: readonly NativeFunction[],
  types: readonly PyType[] = [],
): PyModule {
  for (const fn of functions) module.dict.set(fn.name, fn);
  for (const type of types) module.dict.set(type.name, type);
  return module;
}

/** What of the Python side takes part in pickling: methods of a subclass of Pickler, and tables of reducers. */
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { optionalAttribute } from './pickle-errors.ts';
import type { PicklerObject } from './pickler-object.ts';

type Steps<T> = Generator<undefined, T, Value>;

export interface PicklingHooks {
  readonly persistentId: Value | undefined;
  readonly reducerOverride: Value | undefined;
  readonly dispatchTable: Value | undefined;
}

/** What a subclass, or the pickler itself, brings along. */
export function* hooksOf(thread: PyThread, pickler: PicklerObject, base: PyType): Steps<PicklingHooks> {
  const isOwn = (name: string): boolean =>
    pickler.type.lookup(name) !== base.namespace.getText(name) || pickler.get(name) !== undefined;
  return {
    persistentId: isOwn('persistent_id') ? yield* optionalAttribute(thread, pickler, 'persistent_id') : undefined,
    reducerOverride: yield* optionalAttribute(thread, pickler, 'reducer_override'),
    dispatchTable: yield* optionalAttribute(thread, pickler, 'dispatch_table'),
  };
}

/** A context: the values of context variables. Models: Python/context.c; a copy-on-write Map stands for its HAMT. */
import { PyInstance } from '../../objects/py-instance.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { nativeClass } from '../native-class.ts';

export const contextType = nativeClass('_contextvars', 'Context');

export class Context extends PyInstance {
  /** Never changed in place: copies share it. */
  values: ReadonlyMap<Value, Value>;
  /** The context that was in force when this one was entered. */
  previous: Context | null = null;
  isEntered = false;

  constructor(type: PyType, values: ReadonlyMap<Value, Value>) {
    super(type);
    this.values = values;
  }

  assign(variable: Value, value: Value): void {
    this.values = new Map(this.values).set(variable, value);
  }

  unassign(variable: Value): void {
    const values = new Map(this.values);
    values.delete(variable);
    this.values = values;
  }
}

/** A new context object; its values are shared until one changes. */
const copyNs = 100;

export function currentContext(thread: PyThread): Context {
  thread.context ??= new Context(contextType, new Map());
  return thread.context;
}

export function copyContext(thread: PyThread): Context {
  thread.kernel.spend(copyNs);
  return new Context(contextType, currentContext(thread).values);
}

import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';

/** What an asynchronous generator yields to its user, told apart from what it awaits (`_PyAsyncGenWrappedValue`). No program ever sees it. */
export class AsyncYield extends PyObject {
  override type!: PyType;
  readonly value: Value;

  constructor(value: Value) {
    super();
    this.value = value;
  }
}

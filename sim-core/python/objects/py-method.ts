import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';

/** A bound method: a callable with its first argument. */
export class PyMethod extends PyObject {
  static builtinType: PyType;
  override readonly type = PyMethod.builtinType;
  readonly callable: Value;
  readonly self: Value;

  constructor(callable: Value, self: Value) {
    super();
    this.callable = callable;
    this.self = self;
  }
}

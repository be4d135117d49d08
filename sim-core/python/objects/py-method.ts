import { NativeFunction } from './native-function.ts';
import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';

/** A bound method: a callable with its first argument. What is C in CPython is a built-in function with a `self` of its own there. */
export class PyMethod extends PyObject {
  static builtinType: PyType;
  override readonly type: PyType;
  readonly callable: Value;
  readonly self: Value;

  constructor(callable: Value, self: Value) {
    super();
    this.type = callable instanceof NativeFunction ? NativeFunction.builtinType : PyMethod.builtinType;
    this.callable = callable;
    this.self = self;
  }
}

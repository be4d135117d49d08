import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';

/** A Python float. Boxed, because a bare JavaScript number is an int. */
export class PyFloat extends PyObject {
  static builtinType: PyType;
  readonly value: number;

  constructor(value: number) {
    super();
    this.value = value;
  }

  get type(): PyType {
    return PyFloat.builtinType;
  }
}

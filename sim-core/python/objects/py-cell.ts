import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';

/** A variable shared between a function and the functions inside it. */
export class PyCell extends PyObject {
  static builtinType: PyType;
  override readonly type = PyCell.builtinType;
  content: Value | undefined;

  constructor(content: Value | undefined) {
    super();
    this.content = content;
  }
}

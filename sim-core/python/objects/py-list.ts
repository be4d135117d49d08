import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { AttributeBag, HasAttributes, Value } from './value.ts';

export class PyList extends PyObject implements HasAttributes {
  static builtinType: PyType;
  override type: PyType = PyList.builtinType;
  attributes: AttributeBag | null = null;
  items: Value[];

  constructor(items: Value[]) {
    super();
    this.items = items;
  }
}

import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { AttributeBag, HasAttributes, Value } from './value.ts';

export class PyTuple extends PyObject implements HasAttributes {
  static builtinType: PyType;
  override type: PyType = PyTuple.builtinType;
  /** Only instances of subclasses (named tuples, say) have attributes. */
  attributes: AttributeBag | null = null;
  readonly items: readonly Value[];

  constructor(items: readonly Value[]) {
    super();
    this.items = items;
  }
}

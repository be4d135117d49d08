import type { PyDict } from './py-dict.ts';
import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { AttributeBag, HasAttributes } from './value.ts';

/** Sets keep their members as the keys of a dict. The order in which members come out is `set-order.ts`'s business. */
export class PySet extends PyObject implements HasAttributes {
  static builtinType: PyType;
  override type: PyType = PySet.builtinType;
  attributes: AttributeBag | null = null;
  readonly dict: PyDict;

  constructor(dict: PyDict) {
    super();
    this.dict = dict;
  }
}

export class PyFrozenSet extends PyObject implements HasAttributes {
  static builtinType: PyType;
  override type: PyType = PyFrozenSet.builtinType;
  attributes: AttributeBag | null = null;
  readonly dict: PyDict;

  constructor(dict: PyDict) {
    super();
    this.dict = dict;
  }
}

import type { SetMembers } from './set-members.ts';
import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { AttributeBag, HasAttributes } from './value.ts';

/** Sets keep their members as the keys of a dict that knows their order. */
export class PySet extends PyObject implements HasAttributes {
  static builtinType: PyType;
  override type: PyType = PySet.builtinType;
  attributes: AttributeBag | null = null;
  readonly dict: SetMembers;

  constructor(dict: SetMembers) {
    super();
    this.dict = dict;
  }
}

export class PyFrozenSet extends PyObject implements HasAttributes {
  static builtinType: PyType;
  override type: PyType = PyFrozenSet.builtinType;
  attributes: AttributeBag | null = null;
  readonly dict: SetMembers;

  constructor(dict: SetMembers) {
    super();
    this.dict = dict;
  }
}

import type { PyType } from '../objects/py-type.ts';
import { PyObject } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';

/** iter() of an object that has __getitem__ but no __iter__; its `__next__` is in builtins/iterator-methods.ts. Models: Objects/iterobject.c. */
export class SequenceIterator extends PyObject {
  static builtinType: PyType;
  override readonly type = SequenceIterator.builtinType;
  sequence: Value | undefined;
  position = 0;

  constructor(sequence: Value) {
    super();
    this.sequence = sequence;
  }
}

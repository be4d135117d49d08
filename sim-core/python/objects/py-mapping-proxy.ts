import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';

/** A mapping that can only be read: what a class's `__dict__` gives. Models: mappingproxyobject in Objects/descrobject.c. */
export class PyMappingProxy extends PyObject {
  static builtinType: PyType;
  override readonly type = PyMappingProxy.builtinType;
  readonly mapping: Value;

  constructor(mapping: Value) {
    super();
    this.mapping = mapping;
  }
}

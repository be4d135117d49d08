/** The descriptors of the language: property, staticmethod, classmethod, slots and computed attributes of built-in types. */
import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { AttributeBag, HasAttributes, Value } from './value.ts';

export class PyProperty extends PyObject implements HasAttributes {
  static builtinType: PyType;
  override type: PyType = PyProperty.builtinType;
  attributes: AttributeBag | null = null;
  getter: Value = null;
  setter: Value = null;
  deleter: Value = null;
  documentation: Value = null;
  name: string | null = null;
  /** A field of a named tuple (_tuplegetter in CPython): it refuses to be set in words of its own. */
  isTupleField = false;
}

export class PyStaticMethod extends PyObject implements HasAttributes {
  static builtinType: PyType;
  override type: PyType = PyStaticMethod.builtinType;
  attributes: AttributeBag | null = null;
  callable: Value;

  constructor(callable: Value) {
    super();
    this.callable = callable;
  }
}

export class PyClassMethod extends PyObject implements HasAttributes {
  static builtinType: PyType;
  override type: PyType = PyClassMethod.builtinType;
  attributes: AttributeBag | null = null;
  callable: Value;

  constructor(callable: Value) {
    super();
    this.callable = callable;
  }
}

/** A name of __slots__. */
export class PyMember extends PyObject {
  static builtinType: PyType;
  override readonly type = PyMember.builtinType;
  readonly name: string;
  readonly owner: PyType;
  readonly index: number;

  constructor(name: string, owner: PyType, index: number) {
    super();
    this.name = name;
    this.owner = owner;
    this.index = index;
  }
}

/** A computed attribute of a built-in type (PyGetSetDef in C). The functions close over nothing. */
export class PyGetSet extends PyObject {
  static builtinType: PyType;
  override readonly type = PyGetSet.builtinType;
  readonly name: string;
  readonly owner: PyType;
  readonly read: (self: Value) => Value | undefined;
  readonly write: ((self: Value, value: Value | undefined) => void) | null;

  constructor(
    name: string,
    owner: PyType,
    access: { read: (self: Value) => Value | undefined; write?: (self: Value, value: Value | undefined) => void },
  ) {
    super();
    this.name = name;
    this.owner = owner;
    this.read = access.read;
    this.write = access.write ?? null;
  }
}

/** super(): attribute lookups that start after `after` in the order of `self`'s type. */
export class PySuper extends PyObject {
  static builtinType: PyType;
  override readonly type = PySuper.builtinType;
  readonly after: PyType;
  readonly self: Value;
  /** Null: super(C), not bound to an object. */
  readonly selfType: PyType | null;

  constructor(after: PyType, self: Value, selfType: PyType | null) {
    super();
    this.after = after;
    this.self = self;
    this.selfType = selfType;
  }
}

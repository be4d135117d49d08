/** Instances of Python classes that derive from int, float or str: the value with a class and attributes of its own. */
import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { AttributeBag, HasAttributes } from './value.ts';

export class PyIntInstance extends PyObject implements HasAttributes {
  override type: PyType;
  attributes: AttributeBag | null = null;
  readonly value: number | bigint;

  constructor(type: PyType, value: number | bigint) {
    super();
    this.type = type;
    this.value = value;
  }
}

export class PyFloatInstance extends PyObject implements HasAttributes {
  override type: PyType;
  attributes: AttributeBag | null = null;
  readonly value: number;

  constructor(type: PyType, value: number) {
    super();
    this.type = type;
    this.value = value;
  }
}

export class PyStrInstance extends PyObject implements HasAttributes {
  override type: PyType;
  attributes: AttributeBag | null = null;
  readonly value: string;

  constructor(type: PyType, value: string) {
    super();
    this.type = type;
    this.value = value;
  }
}

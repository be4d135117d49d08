import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';

/** `NotImplemented` and `...`: one object each. */
export class PySingleton extends PyObject {
  /** Set by the type table. */
  override type!: PyType;
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

export const notImplemented = new PySingleton('NotImplemented');
export const ellipsis = new PySingleton('Ellipsis');

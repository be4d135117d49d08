import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';

export class PyComplex extends PyObject {
  static builtinType: PyType;
  override readonly type = PyComplex.builtinType;
  readonly real: number;
  readonly imag: number;

  constructor(real: number, imag: number) {
    super();
    this.real = real;
    this.imag = imag;
  }
}

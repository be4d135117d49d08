import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';

export class PyBytes extends PyObject {
  static builtinType: PyType;
  override type: PyType = PyBytes.builtinType;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    super();
    this.bytes = bytes;
  }
}

/** The first `length` bytes of `buffer` are its content. */
export class PyByteArray extends PyObject {
  static builtinType: PyType;
  override type: PyType = PyByteArray.builtinType;
  buffer: Uint8Array;

  constructor(buffer: Uint8Array) {
    super();
    this.buffer = buffer;
  }
}

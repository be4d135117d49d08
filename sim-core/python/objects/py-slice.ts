import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';

export class PySlice extends PyObject {
  static builtinType: PyType;
  override readonly type = PySlice.builtinType;
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;

  constructor(start: Value, stop: Value, step: Value) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

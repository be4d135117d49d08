import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';

/** range() within 2^53; builtins/types/long-range.ts has those beyond. */
export class PyRange extends PyObject {
  static builtinType: PyType;
  override readonly type = PyRange.builtinType;
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly length: number;

  constructor(start: number, stop: number, step: number) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = Math.max(0, step > 0 ? Math.ceil((stop - start) / step) : Math.ceil((start - stop) / -step));
  }
}

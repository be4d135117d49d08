import type { PyFrame } from '../vm/frame.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';

/** One entry of a traceback: where a frame stood when the exception went through it; `next` is the deeper one. */
export class PyTraceback extends PyObject {
  static builtinType: PyType;
  override readonly type = PyTraceback.builtinType;
  next: PyTraceback | null;
  readonly frame: PyFrame;
  /** Index of the instruction. */
  readonly instruction: number;

  constructor(next: PyTraceback | null, frame: PyFrame, instruction: number) {
    super();
    this.next = next;
    this.frame = frame;
    this.instruction = instruction;
  }

  get code(): LoadedCode {
    return this.frame.code;
  }

  get line(): number {
    return this.code.lineOf(this.instruction);
  }
}

/**
 * The end of a handler that an exception has left.
 * Models: CPython 3.13, Python/compile.c (`POP_EXCEPT_AND_RERAISE`).
 */
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { noLocation } from './instruction.ts';

/** Takes the outer exception back and raises the new one with its own place. */
export function emitReraise(generator: CodeGenerator): void {
  generator.emit(noLocation, op.COPY, 3);
  generator.emit(noLocation, op.POP_EXCEPT);
  generator.emit(noLocation, op.RERAISE, 1);
}

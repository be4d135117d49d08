/**
 * In a generator a StopIteration that escapes becomes a RuntimeError.
 * Models: CPython 3.13, Python/compile.c (`wrap_in_stopiteration_handler`), PEP 479.
 */
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { noLocation } from './instruction.ts';
import { SETUP_CLEANUP } from './pseudo-opcodes.ts';

/** Puts the whole code of the unit under a handler. */
export function wrapInStopIteration(generator: CodeGenerator): void {
  const handler = generator.label();
  generator.unit.insertFirst({ opcode: SETUP_CLEANUP, argument: 0, target: handler, location: noLocation });
  generator.loadConstant(noLocation, null);
  generator.emit(noLocation, op.RETURN_VALUE);
  generator.use(handler);
  generator.emit(noLocation, op.CALL_INTRINSIC_1, 3);
  generator.emit(noLocation, op.RERAISE, 1);
}

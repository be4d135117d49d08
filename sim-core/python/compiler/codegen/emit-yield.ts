/**
 * `yield` of the value on the stack.
 * Models: CPython 3.13, Python/compile.c (`compiler_addop_yield`).
 */
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import type { Location } from './instruction.ts';

export function emitYield(generator: CodeGenerator, location: Location): void {
  const { isGenerator, isCoroutine } = generator.unit.scope;
  if (isGenerator && isCoroutine) generator.emit(location, op.CALL_INTRINSIC_1, 4);
  generator.emit(location, op.YIELD_VALUE, 0);
  generator.emit(location, op.RESUME, 1);
}

/**
 * Handing over to an inner iterator or awaitable until it is done.
 * Models: CPython 3.13, Python/compile.c (`compiler_add_yield_from`).
 */
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { noLocation, type Location } from './instruction.ts';
import { JUMP_NO_INTERRUPT, POP_BLOCK, SETUP_FINALLY } from './pseudo-opcodes.ts';

export function emitYieldFrom(generator: CodeGenerator, location: Location, isAwait: boolean): void {
  const send = generator.label();
  const fail = generator.label();
  const exit = generator.label();
  generator.use(send);
  generator.emitJump(location, op.SEND, exit);
  // An exception thrown in while waiting is sorted out by CLEANUP_THROW.
  generator.emitJump(location, SETUP_FINALLY, fail);
  generator.emit(location, op.YIELD_VALUE, 1);
  generator.emit(noLocation, POP_BLOCK);
  generator.emit(location, op.RESUME, isAwait ? 3 : 2);
  generator.emitJump(location, JUMP_NO_INTERRUPT, send);
  generator.use(fail);
  generator.emit(location, op.CLEANUP_THROW);
  generator.use(exit);
  generator.emit(location, op.END_SEND);
}

/** `await` of what has just been pushed by a method that must be awaitable. */
export function emitAwaitOf(generator: CodeGenerator, location: Location, origin: number): void {
  generator.emit(location, op.GET_AWAITABLE, origin);
  generator.loadConstant(location, null);
  emitYieldFrom(generator, location, true);
}

/**
 * Leaving blocks early: what `return`, `break` and `continue` must undo on their way.
 * Models: CPython 3.13, Python/compile.c (`compiler_unwind_fblock`, `compiler_unwind_fblock_stack`).
 */
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import type { FrameBlock } from './code-unit.ts';
import { emitName } from './emit-name.ts';
import { emitAwaitOf } from './emit-yield-from.ts';
import { noLocation, type Location } from './instruction.ts';
import { POP_BLOCK } from './pseudo-opcodes.ts';

export interface Unwinding {
  /** Where the code belongs; nowhere, once a finally block has been run. */
  location: Location;
  /** The value to return lies on top and stays there. */
  readonly keepsTop: boolean;
}

/** Undoes every block, or every block up to the innermost loop, which is returned. */
export function unwindAll(generator: CodeGenerator, unwinding: Unwinding, upToLoop: boolean): FrameBlock | null {
  const { blocks } = generator.unit;
  const top = blocks.at(-1);
  if (top === undefined) return null;
  if (top.kind === 'exception-group-handler') {
    generator.fail("'break', 'continue' and 'return' cannot appear in an except* block", unwinding.location);
  }
  if (upToLoop && (top.kind === 'while-loop' || top.kind === 'for-loop')) return top;
  blocks.pop();
  unwindBlock(generator, unwinding, top);
  const loop = unwindAll(generator, unwinding, upToLoop);
  blocks.push(top);
  return loop;
}

export function unwindBlock(generator: CodeGenerator, unwinding: Unwinding, block: FrameBlock): void {
  switch (block.kind) {
    case 'while-loop':
    case 'exception-handler':
    case 'exception-group-handler':
    case 'async-comprehension':
    case 'stop-iteration':
      return;
    case 'for-loop':
    case 'pop-value':
      popUnderTop(generator, unwinding);
      return;
    case 'try-except':
      generator.emit(unwinding.location, POP_BLOCK);
      return;
    case 'finally-try':
      unwindFinally(generator, unwinding, block);
      return;
    case 'finally-end':
      popUnderTop(generator, unwinding);
      if (unwinding.keepsTop) generator.emit(unwinding.location, op.SWAP, 2);
      generator.emit(unwinding.location, POP_BLOCK);
      generator.emit(unwinding.location, op.POP_EXCEPT);
      return;
    case 'with':
    case 'async-with':
      unwindWith(generator, unwinding, block);
      return;
    case 'handler-cleanup':
      unwindHandler(generator, unwinding, block);
  }
}

function popUnderTop(generator: CodeGenerator, { location, keepsTop }: Unwinding): void {
  if (keepsTop) generator.emit(location, op.SWAP, 2);
  generator.emit(location, op.POP_TOP);
}

function unwindFinally(generator: CodeGenerator, unwinding: Unwinding, block: FrameBlock): void {
  generator.emit(unwinding.location, POP_BLOCK);
  if (unwinding.keepsTop) {
    generator.push({ kind: 'pop-value', block: null, exit: null, location: unwinding.location });
  }
  block.emitFinally?.();
  if (unwinding.keepsTop) generator.pop();
  unwinding.location = noLocation;
}

function unwindWith(generator: CodeGenerator, unwinding: Unwinding, block: FrameBlock): void {
  const { location } = block;
  generator.emit(location, POP_BLOCK);
  if (unwinding.keepsTop) generator.emit(location, op.SWAP, 2);
  emitExitWithoutException(generator, location);
  if (block.kind === 'async-with') emitAwaitOf(generator, location, 2);
  generator.emit(location, op.POP_TOP);
  unwinding.location = noLocation;
}

/** `__exit__(None, None, None)` */
export function emitExitWithoutException(generator: CodeGenerator, location: Location): void {
  generator.loadConstant(location, null);
  generator.loadConstant(location, null);
  generator.loadConstant(location, null);
  generator.emit(location, op.CALL, 2);
}

function unwindHandler(generator: CodeGenerator, { location, keepsTop }: Unwinding, block: FrameBlock): void {
  const name = block.name ?? null;
  if (name !== null) generator.emit(location, POP_BLOCK);
  if (keepsTop) generator.emit(location, op.SWAP, 2);
  generator.emit(location, POP_BLOCK);
  generator.emit(location, op.POP_EXCEPT);
  if (name !== null) emitForget(generator, location, name);
}

/** `name = None; del name`, after a handler that has bound the exception. */
export function emitForget(generator: CodeGenerator, location: Location, name: string): void {
  generator.loadConstant(location, null);
  emitName(generator, location, name, 'store');
  emitName(generator, location, name, 'delete');
}

/**
 * `try` with `except*`.
 * Models: CPython 3.13, Python/compile.c (`compiler_try_star_except`), PEP 654.
 */
import type { ExceptHandler, Try } from '../../syntax/ast-statements.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitName } from './emit-name.ts';
import { emitReraise } from './emit-reraise.ts';
import { noLocation, type Label } from './instruction.ts';
import { JUMP_NO_INTERRUPT, POP_BLOCK, SETUP_CLEANUP, SETUP_FINALLY } from './pseudo-opcodes.ts';
import { emitForget } from './unwind.ts';

export function emitTryStar(generator: CodeGenerator, node: Try): void {
  const body = generator.label();
  const except = generator.label();
  const orElse = generator.label();
  const end = generator.label();
  const cleanup = generator.label();
  const reraiseStar = generator.label();
  generator.emitJump(node, SETUP_FINALLY, except);
  generator.use(body);
  generator.push({ kind: 'try-except', block: body, exit: null, location: node });
  generator.statements(node.body);
  generator.pop();
  generator.emit(noLocation, POP_BLOCK);
  generator.emitJump(noLocation, JUMP_NO_INTERRUPT, orElse);
  generator.use(except);
  generator.emitJump(noLocation, SETUP_CLEANUP, cleanup);
  generator.emit(noLocation, op.PUSH_EXC_INFO);
  generator.push({ kind: 'exception-group-handler', block: null, exit: null, location: node });
  node.handlers.forEach((handler, index) => {
    if (index === 0) {
      // Under what is left of the group lies a list of what the handlers raise.
      generator.emit(handler, op.BUILD_LIST, 0);
      generator.emit(handler, op.COPY, 2);
    }
    emitHandler(generator, handler);
    if (index < node.handlers.length - 1) return;
    generator.emit(noLocation, op.LIST_APPEND, 1);
    generator.emitJump(noLocation, JUMP_NO_INTERRUPT, reraiseStar);
  });
  generator.pop();
  generator.use(reraiseStar);
  emitReraiseStar(generator, end);
  generator.use(cleanup);
  emitReraise(generator);
  generator.use(orElse);
  generator.statements(node.orElse);
  generator.use(end);
}

function emitHandler(generator: CodeGenerator, handler: ExceptHandler): void {
  const next = generator.label();
  const noMatch = generator.label();
  const withError = generator.label();
  if (handler.type !== null) {
    generator.expression(handler.type);
    generator.emit(handler, op.CHECK_EG_MATCH);
    generator.emit(handler, op.COPY, 1);
    generator.emitJump(handler, op.POP_JUMP_IF_NONE, noMatch);
  }
  emitMatched(generator, handler, { next, withError });
  generator.use(next);
  // Keeps the line of what came before.
  generator.emit(noLocation, op.NOP);
  generator.emitJump(noLocation, JUMP_NO_INTERRUPT, withError);
  generator.use(noMatch);
  generator.emit(handler, op.POP_TOP);
  generator.use(withError);
}

function emitMatched(
  generator: CodeGenerator,
  handler: ExceptHandler,
  { next, withError }: { readonly next: Label; readonly withError: Label },
): void {
  const { name } = handler;
  const cleanup = generator.label();
  const body = generator.label();
  if (name === null) generator.emit(handler, op.POP_TOP);
  else emitName(generator, handler, name, 'store');
  generator.emitJump(handler, SETUP_CLEANUP, cleanup);
  generator.use(body);
  generator.push({ kind: 'handler-cleanup', block: body, exit: null, location: handler, name });
  generator.statements(handler.body);
  generator.pop();
  generator.emit(noLocation, POP_BLOCK);
  if (name !== null) emitForget(generator, noLocation, name);
  generator.emitJump(noLocation, JUMP_NO_INTERRUPT, next);
  generator.use(cleanup);
  if (name !== null) emitForget(generator, noLocation, name);
  generator.emit(noLocation, op.LIST_APPEND, 3);
  generator.emit(noLocation, op.POP_TOP);
  generator.emitJump(noLocation, JUMP_NO_INTERRUPT, withError);
}

/** What is left of the group and what was raised becomes the new exception, or nothing. */
function emitReraiseStar(generator: CodeGenerator, end: Label): void {
  const reraise = generator.label();
  generator.emit(noLocation, op.CALL_INTRINSIC_2, 1);
  generator.emit(noLocation, op.COPY, 1);
  generator.emitJump(noLocation, op.POP_JUMP_IF_NOT_NONE, reraise);
  generator.emit(noLocation, op.POP_TOP);
  generator.emit(noLocation, POP_BLOCK);
  generator.emit(noLocation, op.POP_EXCEPT);
  generator.emitJump(noLocation, JUMP_NO_INTERRUPT, end);
  generator.use(reraise);
  generator.emit(noLocation, POP_BLOCK);
  generator.emit(noLocation, op.SWAP, 2);
  generator.emit(noLocation, op.POP_EXCEPT);
  generator.emit(noLocation, op.RERAISE, 0);
}

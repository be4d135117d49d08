/**
 * `try` with `except` and `finally`.
 * Models: CPython 3.13, Python/compile.c (`compiler_try_except`, `compiler_try_finally`).
 */
import type { ExceptHandler, Try } from '../../syntax/ast-statements.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitName } from './emit-name.ts';
import { emitReraise } from './emit-reraise.ts';
import { emitTryStar } from './emit-try-star.ts';
import { noLocation, type Label } from './instruction.ts';
import { JUMP_NO_INTERRUPT, POP_BLOCK, SETUP_CLEANUP, SETUP_FINALLY } from './pseudo-opcodes.ts';
import { emitForget } from './unwind.ts';

export function emitTry(generator: CodeGenerator, node: Try): void {
  if (node.finalBody.length > 0) emitTryFinally(generator, node);
  else emitProtected(generator, node);
}

function emitProtected(generator: CodeGenerator, node: Try): void {
  if (node.kind === 'TryStar') emitTryStar(generator, node);
  else emitTryExcept(generator, node);
}

function emitTryFinally(generator: CodeGenerator, node: Try): void {
  const body = generator.label();
  const end = generator.label();
  const exit = generator.label();
  const cleanup = generator.label();
  const emitFinally = (): void => generator.statements(node.finalBody);
  generator.emitJump(node, SETUP_FINALLY, end);
  generator.use(body);
  generator.push({ kind: 'finally-try', block: body, exit: end, location: node, emitFinally });
  if (node.handlers.length > 0) emitProtected(generator, node);
  else generator.statements(node.body);
  generator.emit(noLocation, POP_BLOCK);
  generator.pop();
  emitFinally();
  generator.emitJump(noLocation, JUMP_NO_INTERRUPT, exit);
  // The same block once more, for an exception.
  generator.use(end);
  generator.push({ kind: 'finally-end', block: end, exit: null, location: noLocation });
  generator.emitJump(noLocation, SETUP_CLEANUP, cleanup);
  generator.emit(noLocation, op.PUSH_EXC_INFO);
  emitFinally();
  generator.pop();
  generator.emit(noLocation, op.RERAISE, 0);
  generator.use(cleanup);
  emitReraise(generator);
  generator.use(exit);
}

function emitTryExcept(generator: CodeGenerator, node: Try): void {
  const body = generator.label();
  const except = generator.label();
  const end = generator.label();
  const cleanup = generator.label();
  generator.emitJump(node, SETUP_FINALLY, except);
  generator.use(body);
  generator.push({ kind: 'try-except', block: body, exit: null, location: node });
  generator.statements(node.body);
  generator.pop();
  generator.emit(noLocation, POP_BLOCK);
  generator.statements(node.orElse);
  generator.emitJump(noLocation, JUMP_NO_INTERRUPT, end);
  generator.use(except);
  generator.emitJump(noLocation, SETUP_CLEANUP, cleanup);
  generator.emit(noLocation, op.PUSH_EXC_INFO);
  generator.push({ kind: 'exception-handler', block: null, exit: null, location: node });
  for (const handler of node.handlers) emitHandler(generator, handler, end);
  generator.emit(noLocation, op.RERAISE, 0);
  generator.pop();
  generator.use(cleanup);
  emitReraise(generator);
  generator.use(end);
}

function emitHandler(generator: CodeGenerator, handler: ExceptHandler, end: Label): void {
  const next = generator.label();
  if (handler.type !== null) {
    generator.expression(handler.type);
    generator.emit(handler, op.CHECK_EXC_MATCH);
    generator.emitJump(handler, op.POP_JUMP_IF_FALSE, next);
  }
  const body = generator.label();
  if (handler.name === null) {
    generator.emit(handler, op.POP_TOP);
    generator.use(body);
    generator.push({ kind: 'handler-cleanup', block: body, exit: null, location: handler, name: null });
    generator.statements(handler.body);
    generator.pop();
    generator.emit(noLocation, POP_BLOCK);
    generator.emit(noLocation, op.POP_EXCEPT);
    generator.emitJump(noLocation, JUMP_NO_INTERRUPT, end);
  } else {
    emitNamedHandler(generator, handler, { name: handler.name, body, end });
  }
  generator.use(next);
}

/** The name is deleted after the handler, however it ends. */
function emitNamedHandler(
  generator: CodeGenerator,
  handler: ExceptHandler,
  { name, body, end }: { readonly name: string; readonly body: Label; readonly end: Label },
): void {
  const cleanup = generator.label();
  emitName(generator, handler, name, 'store');
  generator.emitJump(handler, SETUP_CLEANUP, cleanup);
  generator.use(body);
  generator.push({ kind: 'handler-cleanup', block: body, exit: null, location: handler, name });
  generator.statements(handler.body);
  generator.pop();
  generator.emit(noLocation, POP_BLOCK);
  generator.emit(noLocation, POP_BLOCK);
  generator.emit(noLocation, op.POP_EXCEPT);
  emitForget(generator, noLocation, name);
  generator.emitJump(noLocation, JUMP_NO_INTERRUPT, end);
  generator.use(cleanup);
  emitForget(generator, noLocation, name);
  generator.emit(noLocation, op.RERAISE, 1);
}

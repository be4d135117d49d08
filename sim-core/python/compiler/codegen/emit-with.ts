/**
 * `with` and `async with`.
 * Models: CPython 3.13, Python/compile.c (`compiler_with`, `compiler_async_with`, `compiler_with_except_finish`).
 */
import type { With } from '../../syntax/ast-statements.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitReraise } from './emit-reraise.ts';
import { emitAwaitOf } from './emit-yield-from.ts';
import { noLocation, type Label } from './instruction.ts';
import { JUMP, JUMP_NO_INTERRUPT, POP_BLOCK, SETUP_CLEANUP, SETUP_WITH } from './pseudo-opcodes.ts';
import { emitExitWithoutException } from './unwind.ts';

export function emitWith(generator: CodeGenerator, node: With, index: number): void {
  const item = node.items[index];
  if (item === undefined) return;
  const isAsync = node.kind === 'AsyncWith';
  if (isAsync && generator.unit.kind !== 'async-function') {
    generator.fail("'async with' outside async function", node);
  }
  const { contextExpression, target } = item;
  const block = generator.label();
  const final = generator.label();
  const exit = generator.label();
  const cleanup = generator.label();
  generator.expression(contextExpression);
  generator.emit(contextExpression, isAsync ? op.BEFORE_ASYNC_WITH : op.BEFORE_WITH);
  if (isAsync) emitAwaitOf(generator, contextExpression, 1);
  generator.emitJump(contextExpression, SETUP_WITH, final);
  generator.use(block);
  generator.push({ kind: isAsync ? 'async-with' : 'with', block, exit: final, location: contextExpression });
  if (target === null) generator.emit(contextExpression, op.POP_TOP);
  else generator.expression(target);
  if (index + 1 < node.items.length) emitWith(generator, node, index + 1);
  else generator.statements(node.body);
  generator.pop();
  generator.emit(isAsync ? contextExpression : noLocation, POP_BLOCK);
  emitExitWithoutException(generator, contextExpression);
  if (isAsync) emitAwaitOf(generator, contextExpression, 2);
  generator.emit(contextExpression, op.POP_TOP);
  generator.emitJump(contextExpression, JUMP, exit);
  generator.use(final);
  generator.emitJump(contextExpression, SETUP_CLEANUP, cleanup);
  generator.emit(contextExpression, op.PUSH_EXC_INFO);
  generator.emit(contextExpression, op.WITH_EXCEPT_START);
  if (isAsync) emitAwaitOf(generator, contextExpression, 2);
  finish(generator, cleanup);
  generator.use(exit);
}

/** `__exit__` has been told of the exception: a true answer swallows it. */
function finish(generator: CodeGenerator, cleanup: Label): void {
  const suppress = generator.label();
  const exit = generator.label();
  generator.emit(noLocation, op.TO_BOOL);
  generator.emitJump(noLocation, op.POP_JUMP_IF_TRUE, suppress);
  generator.emit(noLocation, op.RERAISE, 2);
  generator.use(suppress);
  generator.emit(noLocation, op.POP_TOP);
  generator.emit(noLocation, POP_BLOCK);
  generator.emit(noLocation, op.POP_EXCEPT);
  generator.emit(noLocation, op.POP_TOP);
  generator.emit(noLocation, op.POP_TOP);
  generator.emitJump(noLocation, JUMP_NO_INTERRUPT, exit);
  generator.use(cleanup);
  emitReraise(generator);
  generator.use(exit);
}

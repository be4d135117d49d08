/**
 * Loops.
 * Models: CPython 3.13, Python/compile.c (`compiler_for`, `compiler_async_for`, `compiler_while`).
 */
import type { For, While } from '../../syntax/ast-statements.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitJumpIf } from './emit-jump-if.ts';
import { emitYieldFrom } from './emit-yield-from.ts';
import { noLocation } from './instruction.ts';
import { JUMP, POP_BLOCK, SETUP_FINALLY } from './pseudo-opcodes.ts';

export function emitFor(generator: CodeGenerator, node: For): void {
  const { target, iterable, body, orElse } = node;
  const start = generator.label();
  const inside = generator.label();
  const cleanup = generator.label();
  const end = generator.label();
  generator.push({ kind: 'for-loop', block: start, exit: end, location: node });
  generator.expression(iterable);
  generator.emit(iterable, op.GET_ITER);
  generator.use(start);
  generator.emitJump(iterable, op.FOR_ITER, cleanup);
  // Keeps the line of the target where it is not that of the loop.
  generator.emit(target, op.NOP);
  generator.use(inside);
  generator.expression(target);
  generator.statements(body);
  generator.emitJump(noLocation, JUMP, start);
  generator.use(cleanup);
  generator.emit(noLocation, op.END_FOR);
  generator.emit(noLocation, op.POP_TOP);
  generator.pop();
  generator.statements(orElse);
  generator.use(end);
}

export function emitAsyncFor(generator: CodeGenerator, node: For): void {
  const { target, iterable, body, orElse } = node;
  if (generator.unit.kind !== 'async-function') generator.fail("'async for' outside async function", node);
  const start = generator.label();
  const except = generator.label();
  const end = generator.label();
  generator.expression(iterable);
  generator.emit(iterable, op.GET_AITER);
  generator.use(start);
  generator.push({ kind: 'for-loop', block: start, exit: end, location: node });
  generator.emitJump(node, SETUP_FINALLY, except);
  generator.emit(node, op.GET_ANEXT);
  generator.loadConstant(node, null);
  emitYieldFrom(generator, node, true);
  generator.emit(node, POP_BLOCK);
  generator.expression(target);
  generator.statements(body);
  generator.emitJump(noLocation, JUMP, start);
  generator.pop();
  generator.use(except);
  generator.emit(iterable, op.END_ASYNC_FOR);
  generator.statements(orElse);
  generator.use(end);
}

export function emitWhile(generator: CodeGenerator, node: While): void {
  const loop = generator.label();
  const body = generator.label();
  const anchor = generator.label();
  const end = generator.label();
  generator.use(loop);
  generator.push({ kind: 'while-loop', block: loop, exit: end, location: node });
  emitJumpIf(generator, node, node.test, { to: anchor, when: false });
  generator.use(body);
  generator.statements(node.body);
  // The test stands again at the end, so that a turn costs one jump.
  emitJumpIf(generator, node, node.test, { to: body, when: true });
  generator.pop();
  generator.use(anchor);
  generator.statements(node.orElse);
  generator.use(end);
}

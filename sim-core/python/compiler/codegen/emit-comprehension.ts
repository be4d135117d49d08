/**
 * Comprehensions and generator expressions.
 * Models: CPython 3.13, Python/compile.c (`compiler_comprehension` and below), PEP 709.
 */
import type { Comprehension, ComprehensionFor, DictComp, Expression } from '../../syntax/ast.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitClosure } from './emit-closure.ts';
import { emitJumpIf } from './emit-jump-if.ts';
import { emitYield } from './emit-yield.ts';
import { emitAwaitOf, emitYieldFrom } from './emit-yield-from.ts';
import { enterInlined, leaveInlined } from './inlined-comprehension.ts';
import { noLocation, type Label, type Location } from './instruction.ts';
import { JUMP, POP_BLOCK, SETUP_FINALLY } from './pseudo-opcodes.ts';
import { wrapInStopIteration } from './stop-iteration.ts';

type Node = Comprehension | DictComp;

const names = {
  ListComp: '<listcomp>',
  SetComp: '<setcomp>',
  DictComp: '<dictcomp>',
  GeneratorExp: '<genexpr>',
} as const;
const buildOpcodes = { ListComp: op.BUILD_LIST, SetComp: op.BUILD_SET, DictComp: op.BUILD_MAP } as const;
const addOpcodes = { ListComp: op.LIST_APPEND, SetComp: op.SET_ADD, DictComp: op.MAP_ADD } as const;

export function emitComprehension(generator: CodeGenerator, node: Node): void {
  const [outermost] = node.generators;
  if (outermost === undefined) return;
  const scope = generator.scopeOf(node);
  const isAsync = scope.isCoroutine;
  const outerKind = generator.unit.kind;
  const mayAwait = outerKind === 'async-function' || outerKind === 'comprehension';
  if (isAsync && node.kind !== 'GeneratorExp' && !mayAwait) {
    generator.fail('asynchronous comprehension outside of an asynchronous function', node);
  }
  if (scope.isInlined) {
    emitIterator(generator, outermost);
    const state = enterInlined(generator, node, scope);
    emitBody(generator, node, true);
    leaveInlined(generator, state);
    return;
  }
  generator.enter('comprehension', names[node.kind], node, { firstLine: node.line });
  generator.unit.argumentCount = 1;
  emitBody(generator, node, false);
  if (node.kind === 'GeneratorExp') wrapInStopIteration(generator);
  else generator.emit(node.kind === 'DictComp' ? node.key : node.element, op.RETURN_VALUE);
  emitClosure(generator, node, generator.leave(true), 0);
  emitIterator(generator, outermost);
  generator.emit(node, op.CALL, 0);
  if (isAsync && node.kind !== 'GeneratorExp') emitAwaitOf(generator, node, 0);
}

function emitIterator(generator: CodeGenerator, outermost: ComprehensionFor): void {
  generator.expression(outermost.iterable);
  generator.emit(outermost.iterable, outermost.isAsync ? op.GET_AITER : op.GET_ITER);
}

function emitBody(generator: CodeGenerator, node: Node, isInlined: boolean): void {
  if (node.kind !== 'GeneratorExp') {
    generator.emit(node, buildOpcodes[node.kind], 0);
    if (isInlined) generator.emit(node, op.SWAP, 2);
  }
  emitClause(generator, node, { index: 0, depth: 0, isInlined });
}

interface Level {
  readonly index: number;
  /** How many iterators lie between the collection and the top of the stack. */
  readonly depth: number;
  readonly isInlined: boolean;
}

function emitClause(generator: CodeGenerator, node: Node, level: Level): void {
  const clause = node.generators[level.index];
  if (clause === undefined) return;
  if (level.index === 0 && !level.isInlined) generator.emit(node, op.LOAD_FAST, 0);
  if (clause.isAsync) emitAsyncClause(generator, node, clause, level);
  else emitSyncClause(generator, node, clause, level);
}

function emitSyncClause(generator: CodeGenerator, node: Node, clause: ComprehensionFor, level: Level): void {
  const single = level.index > 0 ? onlyElement(clause.iterable) : null;
  if (single !== null) {
    // `for y in [f(x)]` is an assignment: no loop is needed.
    generator.expression(single);
    const cleanup = generator.label();
    emitInner(generator, node, clause, { ...level, cleanup });
    generator.use(cleanup);
    return;
  }
  if (level.index > 0) {
    generator.expression(clause.iterable);
    generator.emit(clause.iterable, op.GET_ITER);
  }
  const start = generator.label();
  const anchor = generator.label();
  const cleanup = generator.label();
  generator.use(start);
  generator.emitJump(clause.iterable, op.FOR_ITER, anchor);
  emitInner(generator, node, clause, { ...level, depth: level.depth + 1, cleanup });
  generator.use(cleanup);
  generator.emitJump(jumpLocation(node, level), JUMP, start);
  generator.use(anchor);
  generator.emit(noLocation, op.END_FOR);
  generator.emit(noLocation, op.POP_TOP);
}

/** The one element of a list or tuple display. */
function onlyElement(iterable: Expression): Expression | null {
  if (iterable.kind !== 'List' && iterable.kind !== 'Tuple') return null;
  const [only] = iterable.elements;
  return iterable.elements.length === 1 && only !== undefined && only.kind !== 'Starred' ? only : null;
}

function emitAsyncClause(generator: CodeGenerator, node: Node, clause: ComprehensionFor, level: Level): void {
  if (level.index > 0) {
    generator.expression(clause.iterable);
    generator.emit(clause.iterable, op.GET_AITER);
  }
  const start = generator.label();
  const except = generator.label();
  const cleanup = generator.label();
  generator.use(start);
  generator.push({ kind: 'async-comprehension', block: start, exit: null, location: node });
  generator.emitJump(node, SETUP_FINALLY, except);
  generator.emit(node, op.GET_ANEXT);
  generator.loadConstant(node, null);
  emitYieldFrom(generator, node, true);
  generator.emit(node, POP_BLOCK);
  emitInner(generator, node, clause, { ...level, depth: level.depth + 1, cleanup });
  generator.use(cleanup);
  generator.emitJump(jumpLocation(node, level), JUMP, start);
  generator.pop();
  generator.use(except);
  generator.emit(node, op.END_ASYNC_FOR);
}

/** The target, the conditions, and the next clause or the element. */
function emitInner(
  generator: CodeGenerator,
  node: Node,
  clause: ComprehensionFor,
  level: Level & { readonly cleanup: Label },
): void {
  generator.expression(clause.target);
  for (const condition of clause.conditions) {
    emitJumpIf(generator, node, condition, { to: level.cleanup, when: false });
  }
  const index = level.index + 1;
  if (index < node.generators.length) emitClause(generator, node, { index, depth: level.depth, isInlined: false });
  else emitElement(generator, node, level.depth);
}

/** The jump back belongs to the element; that of a dict is the pair, but only for the innermost loop. */
function jumpLocation(node: Node, { index }: Level): Location {
  if (node.kind !== 'DictComp') return node.element;
  return index === node.generators.length - 1 ? pairLocation(node) : node.key;
}

function pairLocation({ key, value }: DictComp): Location {
  return { line: key.line, column: key.column, endLine: value.endLine, endColumn: value.endColumn };
}

function emitElement(generator: CodeGenerator, node: Node, depth: number): void {
  if (node.kind === 'DictComp') {
    generator.expression(node.key);
    generator.expression(node.value);
    generator.emit(pairLocation(node), op.MAP_ADD, depth + 1);
    return;
  }
  generator.expression(node.element);
  if (node.kind === 'GeneratorExp') {
    emitYield(generator, node.element);
    generator.emit(node.element, op.POP_TOP);
    return;
  }
  generator.emit(node.element, addOpcodes[node.kind], depth + 1);
}

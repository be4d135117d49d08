/**
 * The code of statements.
 * Models: CPython 3.13, Python/compile.c (`compiler_visit_stmt`).
 */
import type { NodeOfKind } from '../../syntax/child-nodes.ts';
import type {
  Assert,
  Assign,
  Delete,
  ExpressionStatement,
  If,
  PlainStatement,
  Raise,
  Return,
  Statement,
} from '../../syntax/ast-statements.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitAnnotatedAssignment, emitAugmentedAssignment } from './emit-assignment.ts';
import { emitClass } from './emit-class.ts';
import { emitFunction } from './emit-function.ts';
import { emitImport, emitImportFrom } from './emit-import.ts';
import { emitJumpIf } from './emit-jump-if.ts';
import { emitAsyncFor, emitFor, emitWhile } from './emit-loop.ts';
import { emitMatch } from './emit-match.ts';
import { emitTry } from './emit-try.ts';
import { emitTypeAlias } from './emit-type-parameters.ts';
import { emitWith } from './emit-with.ts';
import { noLocation } from './instruction.ts';
import { JUMP, JUMP_NO_INTERRUPT } from './pseudo-opcodes.ts';
import { unwindAll, unwindBlock, type Unwinding } from './unwind.ts';

type Visitors = {
  readonly [Kind in Statement['kind']]: (generator: CodeGenerator, node: NodeOfKind<Statement, Kind>) => void;
};

const visitors: Visitors = {
  FunctionDef: emitFunction,
  AsyncFunctionDef: emitFunction,
  ClassDef: emitClass,
  TypeAlias: emitTypeAlias,
  Return: emitReturn,
  Delete: (generator, node: Delete) => generator.expressions(node.targets),
  Assign: emitAssignment,
  AugAssign: emitAugmentedAssignment,
  AnnAssign: emitAnnotatedAssignment,
  For: emitFor,
  AsyncFor: emitAsyncFor,
  While: emitWhile,
  If: emitIf,
  With: (generator, node) => emitWith(generator, node, 0),
  AsyncWith: (generator, node) => emitWith(generator, node, 0),
  Match: emitMatch,
  Raise: emitRaise,
  Try: emitTry,
  TryStar: emitTry,
  Assert: emitAssert,
  Import: emitImport,
  ImportFrom: emitImportFrom,
  Global: () => undefined,
  Nonlocal: () => undefined,
  Expr: emitExpressionStatement,
  Pass: (generator, node) => generator.emit(node, op.NOP),
  Break: emitBreak,
  Continue: emitContinue,
};

export function visitStatement(generator: CodeGenerator, node: Statement): void {
  const visit = visitors[node.kind] as (generator: CodeGenerator, node: Statement) => void;
  visit(generator, node);
}

function emitAssignment(generator: CodeGenerator, node: Assign): void {
  generator.expression(node.value);
  node.targets.forEach((target, index) => {
    if (index < node.targets.length - 1) generator.emit(node, op.COPY, 1);
    generator.expression(target);
  });
}

function emitExpressionStatement(generator: CodeGenerator, node: ExpressionStatement): void {
  const { value } = node;
  if (generator.options.isInteractive && generator.unit.kind === 'module') {
    generator.expression(value);
    generator.emit(node, op.CALL_INTRINSIC_1, 1);
    generator.emit(noLocation, op.POP_TOP);
  } else if (value.kind === 'Constant') {
    generator.emit(node, op.NOP);
  } else {
    generator.expression(value);
    generator.emit(noLocation, op.POP_TOP);
  }
}

function emitIf(generator: CodeGenerator, node: If): void {
  const end = generator.label();
  const next = node.orElse.length > 0 ? generator.label() : end;
  emitJumpIf(generator, node, node.test, { to: next, when: false });
  generator.statements(node.body);
  if (node.orElse.length > 0) {
    generator.emitJump(noLocation, JUMP_NO_INTERRUPT, end);
    generator.use(next);
    generator.statements(node.orElse);
  }
  generator.use(end);
}

function emitReturn(generator: CodeGenerator, node: Return): void {
  const { value } = node;
  const { scope } = generator.unit;
  if (!scope.isFunctionLike) generator.fail("'return' outside function", node);
  if (value !== null && scope.isCoroutine && scope.isGenerator) {
    generator.fail("'return' with value in async generator", node);
  }
  const keepsTop = value !== null && value.kind !== 'Constant';
  const unwinding: Unwinding = { location: node, keepsTop };
  if (keepsTop) {
    generator.expression(value);
  } else if (value !== null) {
    unwinding.location = value;
    generator.emit(value, op.NOP);
  }
  if (value === null || value.line !== node.line) {
    unwinding.location = node;
    generator.emit(node, op.NOP);
  }
  unwindAll(generator, unwinding, false);
  if (value === null) generator.loadConstant(unwinding.location, null);
  else if (value.kind === 'Constant') generator.loadConstant(unwinding.location, value.value);
  generator.emit(unwinding.location, op.RETURN_VALUE);
}

function emitBreak(generator: CodeGenerator, node: PlainStatement): void {
  const unwinding: Unwinding = { location: node, keepsTop: false };
  generator.emit(node, op.NOP);
  const loop = unwindAll(generator, unwinding, true);
  if (loop === null || loop.exit === null) generator.fail("'break' outside loop", node);
  unwindBlock(generator, unwinding, loop);
  generator.emitJump(unwinding.location, JUMP, loop.exit);
}

function emitContinue(generator: CodeGenerator, node: PlainStatement): void {
  const unwinding: Unwinding = { location: node, keepsTop: false };
  generator.emit(node, op.NOP);
  const loop = unwindAll(generator, unwinding, true);
  if (loop === null || loop.block === null) generator.fail("'continue' not properly in loop", node);
  generator.emitJump(unwinding.location, JUMP, loop.block);
}

function emitRaise(generator: CodeGenerator, node: Raise): void {
  let count = 0;
  for (const part of [node.exception, node.cause]) {
    if (part === null) continue;
    generator.expression(part);
    count += 1;
  }
  generator.emit(node, op.RAISE_VARARGS, count);
}

function emitAssert(generator: CodeGenerator, node: Assert): void {
  const { test, message } = node;
  const isTuple = test.kind === 'Tuple' && test.elements.length > 0;
  const isConstantTuple =
    test.kind === 'Constant' &&
    typeof test.value === 'object' &&
    test.value?.kind === 'tuple' &&
    test.value.items.length > 0;
  if (isTuple || isConstantTuple) {
    generator.options.warn('assertion is always true, perhaps remove parentheses?', node);
  }
  const end = generator.label();
  emitJumpIf(generator, node, test, { to: end, when: true });
  generator.emit(node, op.LOAD_ASSERTION_ERROR);
  if (message !== null) {
    generator.expression(message);
    generator.emit(node, op.CALL, 0);
  }
  generator.emit(test, op.RAISE_VARARGS, 1);
  generator.use(end);
}

/**
 * Jumps on a condition, without making its value.
 * Models: CPython 3.13, Python/compile.c (`compiler_jump_if`).
 */
import type { BoolOp, Compare, ComparisonOperator, Expression, IfExp } from '../../syntax/ast.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { noLocation, type Label, type Location } from './instruction.ts';
import { JUMP_NO_INTERRUPT } from './pseudo-opcodes.ts';
import { warnAboutIdentity } from './warn.ts';

export interface Jump {
  readonly to: Label;
  /** The value of the condition at which it is made. */
  readonly when: boolean;
}

export function emitJumpIf(generator: CodeGenerator, location: Location, node: Expression, jump: Jump): void {
  if (node.kind === 'UnaryOp' && node.operator === 'not') {
    emitJumpIf(generator, location, node.operand, { to: jump.to, when: !jump.when });
  } else if (node.kind === 'BoolOp') {
    jumpOnBoolOp(generator, location, node, jump);
  } else if (node.kind === 'IfExp') {
    jumpOnConditional(generator, location, node, jump);
  } else if (node.kind === 'Compare' && node.operators.length > 1) {
    jumpOnChain(generator, node, jump);
  } else {
    generator.expression(node);
    generator.emit(node, op.TO_BOOL);
    generator.emitJump(node, jump.when ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, jump.to);
  }
}

function jumpOnBoolOp(generator: CodeGenerator, location: Location, node: BoolOp, jump: Jump): void {
  const decidesWhen = node.operator === 'or';
  const after = decidesWhen === jump.when ? null : generator.label();
  const last = node.values.length - 1;
  node.values.forEach((value, index) => {
    const decision = index < last ? { to: after ?? jump.to, when: decidesWhen } : jump;
    emitJumpIf(generator, location, value, decision);
  });
  if (after !== null) generator.use(after);
}

function jumpOnConditional(generator: CodeGenerator, location: Location, node: IfExp, jump: Jump): void {
  const end = generator.label();
  const orElse = generator.label();
  emitJumpIf(generator, location, node.test, { to: orElse, when: false });
  emitJumpIf(generator, location, node.body, jump);
  generator.emitJump(noLocation, JUMP_NO_INTERRUPT, end);
  generator.use(orElse);
  emitJumpIf(generator, location, node.orElse, jump);
  generator.use(end);
}

/** `a < b < c` */
function jumpOnChain(generator: CodeGenerator, node: Compare, jump: Jump): void {
  warnAboutIdentity(generator, node);
  const cleanup = generator.label();
  const last = node.operators.length - 1;
  generator.expression(node.left);
  node.operators.forEach((operator, index) => {
    const comparator = node.comparators[index];
    if (comparator !== undefined) generator.expression(comparator);
    if (index === last) {
      emitComparison(generator, node, operator);
      return;
    }
    generator.emit(node, op.SWAP, 2);
    generator.emit(node, op.COPY, 2);
    emitComparison(generator, node, operator);
    generator.emit(node, op.TO_BOOL);
    generator.emitJump(node, op.POP_JUMP_IF_FALSE, cleanup);
  });
  generator.emit(node, op.TO_BOOL);
  generator.emitJump(node, jump.when ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, jump.to);
  const end = generator.label();
  generator.emitJump(noLocation, JUMP_NO_INTERRUPT, end);
  generator.use(cleanup);
  generator.emit(node, op.POP_TOP);
  if (!jump.when) generator.emitJump(noLocation, JUMP_NO_INTERRUPT, jump.to);
  generator.use(end);
}

/** The operator's number shifted by five, and the outcomes that make it true. */
const comparisonArguments: Readonly<Partial<Record<ComparisonOperator, number>>> = {
  '<': (0 << 5) | 2,
  '<=': (1 << 5) | 10,
  '==': (2 << 5) | 8,
  '!=': (3 << 5) | 7,
  '>': (4 << 5) | 4,
  '>=': (5 << 5) | 12,
};

export function emitComparison(generator: CodeGenerator, location: Location, operator: ComparisonOperator): void {
  const argument = comparisonArguments[operator];
  if (argument !== undefined) generator.emit(location, op.COMPARE_OP, argument);
  else if (operator === 'is' || operator === 'is not') generator.emit(location, op.IS_OP, operator === 'is' ? 0 : 1);
  else generator.emit(location, op.CONTAINS_OP, operator === 'in' ? 0 : 1);
}

/**
 * The code of expressions.
 * Models: CPython 3.13, Python/compile.c (`compiler_visit_expr1`).
 */
import type { NodeOfKind } from '../../syntax/child-nodes.ts';
import type {
  Attribute,
  Await,
  BinOp,
  BoolOp,
  Compare,
  Expression,
  FormattedValue,
  IfExp,
  JoinedStr,
  Subscript,
  UnaryOp,
  Yield,
} from '../../syntax/ast.ts';
import { binaryOperators } from '../opcode-operands.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitCall } from './emit-call.ts';
import { emitComprehension } from './emit-comprehension.ts';
import { emitLambda } from './emit-function.ts';
import { emitComparison, emitJumpIf } from './emit-jump-if.ts';
import { emitName } from './emit-name.ts';
import { emitDict, emitSequence, emitSet, stackGuideline } from './emit-sequence.ts';
import { emitSliceParts, isTwoPartSlice } from './emit-slice.ts';
import { emitSuperAttribute } from './emit-super.ts';
import { emitYield } from './emit-yield.ts';
import { emitYieldFrom } from './emit-yield-from.ts';
import { noLocation } from './instruction.ts';
import { locationOfAttribute } from './location-of-attribute.ts';
import { JUMP_NO_INTERRUPT } from './pseudo-opcodes.ts';
import { warnAboutIdentity, warnAboutSubscript } from './warn.ts';

type Visitors = {
  readonly [Kind in Expression['kind']]: (generator: CodeGenerator, node: NodeOfKind<Expression, Kind>) => void;
};

const visitors: Visitors = {
  BoolOp: emitBoolOp,
  NamedExpr: (generator, node) => {
    generator.expression(node.value);
    generator.emit(node, op.COPY, 1);
    generator.expression(node.target);
  },
  BinOp: (generator, node: BinOp) => {
    generator.expression(node.left);
    generator.expression(node.right);
    generator.emit(node, op.BINARY_OP, binaryOperators.indexOf(node.operator));
  },
  UnaryOp: emitUnary,
  Lambda: emitLambda,
  IfExp: emitConditional,
  Dict: emitDict,
  Set: emitSet,
  ListComp: emitComprehension,
  SetComp: emitComprehension,
  DictComp: emitComprehension,
  GeneratorExp: emitComprehension,
  Await: emitAwait,
  Yield: emitYieldExpression,
  YieldFrom: emitDelegation,
  Compare: emitCompare,
  Call: emitCall,
  FormattedValue: emitFormattedValue,
  JoinedStr: emitJoinedString,
  Constant: (generator, node) => generator.loadConstant(node, node.value),
  Attribute: emitAttribute,
  Subscript: emitSubscript,
  Starred: (generator, node) => {
    const message =
      node.context === 'store'
        ? 'starred assignment target must be in a list or tuple'
        : "can't use starred expression here";
    generator.fail(message, node);
  },
  Name: (generator, node) => emitName(generator, node, node.id, node.context),
  List: emitSequence,
  Tuple: emitSequence,
  Slice: (generator, node) => {
    emitSliceParts(generator, node);
    if (node.step !== null) generator.expression(node.step);
    generator.emit(node, op.BUILD_SLICE, node.step === null ? 2 : 3);
  },
};

export function visitExpression(generator: CodeGenerator, node: Expression): void {
  const visit = visitors[node.kind] as (generator: CodeGenerator, node: Expression) => void;
  visit(generator, node);
}

function emitBoolOp(generator: CodeGenerator, node: BoolOp): void {
  const jump = node.operator === 'and' ? op.POP_JUMP_IF_FALSE : op.POP_JUMP_IF_TRUE;
  const end = generator.label();
  node.values.forEach((value, index) => {
    generator.expression(value);
    if (index === node.values.length - 1) return;
    generator.emit(node, op.COPY, 1);
    generator.emit(node, op.TO_BOOL);
    generator.emitJump(node, jump, end);
    generator.emit(node, op.POP_TOP);
  });
  generator.use(end);
}

const unaryOpcodes = { '~': op.UNARY_INVERT, '-': op.UNARY_NEGATIVE, not: op.UNARY_NOT } as const;

function emitUnary(generator: CodeGenerator, node: UnaryOp): void {
  generator.expression(node.operand);
  if (node.operator === '+') {
    generator.emit(node, op.CALL_INTRINSIC_1, 5);
    return;
  }
  if (node.operator === 'not') generator.emit(node, op.TO_BOOL);
  generator.emit(node, unaryOpcodes[node.operator]);
}

function emitConditional(generator: CodeGenerator, node: IfExp): void {
  const end = generator.label();
  const orElse = generator.label();
  emitJumpIf(generator, node, node.test, { to: orElse, when: false });
  generator.expression(node.body);
  generator.emitJump(noLocation, JUMP_NO_INTERRUPT, end);
  generator.use(orElse);
  generator.expression(node.orElse);
  generator.use(end);
}

function emitCompare(generator: CodeGenerator, node: Compare): void {
  warnAboutIdentity(generator, node);
  generator.expression(node.left);
  const last = node.operators.length - 1;
  const cleanup = last > 0 ? generator.label() : null;
  node.operators.forEach((operator, index) => {
    const comparator = node.comparators[index];
    if (comparator !== undefined) generator.expression(comparator);
    if (index === last || cleanup === null) {
      emitComparison(generator, node, operator);
      return;
    }
    generator.emit(node, op.SWAP, 2);
    generator.emit(node, op.COPY, 2);
    emitComparison(generator, node, operator);
    generator.emit(node, op.COPY, 1);
    generator.emit(node, op.TO_BOOL);
    generator.emitJump(node, op.POP_JUMP_IF_FALSE, cleanup);
    generator.emit(node, op.POP_TOP);
  });
  if (cleanup === null) return;
  const end = generator.label();
  generator.emitJump(noLocation, JUMP_NO_INTERRUPT, end);
  generator.use(cleanup);
  generator.emit(node, op.SWAP, 2);
  generator.emit(node, op.POP_TOP);
  generator.use(end);
}

function emitAwait(generator: CodeGenerator, node: Await): void {
  generator.expression(node.value);
  generator.emit(node, op.GET_AWAITABLE, 0);
  generator.loadConstant(node, null);
  emitYieldFrom(generator, node, true);
}

function emitYieldExpression(generator: CodeGenerator, node: Yield): void {
  if (!generator.unit.scope.isFunctionLike) generator.fail("'yield' outside function", node);
  if (node.value === null) generator.loadConstant(node, null);
  else generator.expression(node.value);
  emitYield(generator, node);
}

function emitDelegation(generator: CodeGenerator, node: Await): void {
  if (!generator.unit.scope.isFunctionLike) generator.fail("'yield from' outside function", node);
  if (generator.unit.kind === 'async-function') generator.fail("'yield from' inside async function", node);
  generator.expression(node.value);
  generator.emit(node, op.GET_YIELD_FROM_ITER);
  generator.loadConstant(node, null);
  emitYieldFrom(generator, node, false);
}

const conversions = { s: 1, r: 2, a: 3 } as const;

function emitFormattedValue(generator: CodeGenerator, node: FormattedValue): void {
  generator.expression(node.value);
  if (node.conversion !== null) generator.emit(node, op.CONVERT_VALUE, conversions[node.conversion]);
  if (node.formatSpec === null) {
    generator.emit(node, op.FORMAT_SIMPLE);
    return;
  }
  generator.expression(node.formatSpec);
  generator.emit(node, op.FORMAT_WITH_SPEC);
}

function emitJoinedString(generator: CodeGenerator, node: JoinedStr): void {
  const { values } = node;
  if (values.length > stackGuideline) {
    generator.loadConstant(node, '');
    generator.emit(node, op.LOAD_ATTR, (generator.unit.names.add('join') << 1) | 1);
    generator.emit(node, op.BUILD_LIST, 0);
    for (const value of values) {
      generator.expression(value);
      generator.emit(node, op.LIST_APPEND, 1);
    }
    generator.emit(node, op.CALL, 1);
    return;
  }
  generator.expressions(values);
  if (values.length > 1) generator.emit(node, op.BUILD_STRING, values.length);
  else if (values.length === 0) generator.loadConstant(node, '');
}

const attributeOpcodes = { load: op.LOAD_ATTR, store: op.STORE_ATTR, delete: op.DELETE_ATTR } as const;

function emitAttribute(generator: CodeGenerator, node: Attribute): void {
  if (node.context === 'load' && emitSuperAttribute(generator, node, false)) return;
  noteStaticAttribute(generator, node);
  generator.expression(node.value);
  if (node.context === 'store' && node.attribute === '__debug__') {
    generator.fail('cannot assign to __debug__', node);
  }
  generator.emitName(locationOfAttribute(node, node), attributeOpcodes[node.context], node.attribute);
}

/** `self.x = …` in a method adds to the class's `__static_attributes__`. */
function noteStaticAttribute(generator: CodeGenerator, node: Attribute): void {
  if (node.context !== 'store' || node.value.kind !== 'Name' || node.value.id !== 'self') return;
  for (let unit = generator.unit.parent; unit !== null; unit = unit.parent) {
    if (unit.kind !== 'class') continue;
    unit.staticAttributes.add(node.attribute);
    return;
  }
}

const subscriptOpcodes = { load: op.BINARY_SUBSCR, store: op.STORE_SUBSCR, delete: op.DELETE_SUBSCR } as const;

function emitSubscript(generator: CodeGenerator, node: Subscript): void {
  if (node.context === 'load') warnAboutSubscript(generator, node);
  generator.expression(node.value);
  if (isTwoPartSlice(node.slice) && node.context !== 'delete') {
    emitSliceParts(generator, node.slice);
    generator.emit(node, node.context === 'load' ? op.BINARY_SLICE : op.STORE_SLICE);
    return;
  }
  generator.expression(node.slice);
  generator.emit(node, subscriptOpcodes[node.context]);
}

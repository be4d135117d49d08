/**
 * Augmented and annotated assignments.
 * Models: CPython 3.13, Python/compile.c (`compiler_augassign`, `compiler_annassign`).
 */
import type { Expression, Subscript } from '../../syntax/ast.ts';
import type { AnnAssign, AugAssign } from '../../syntax/ast-statements.ts';
import { binaryOperators } from '../opcode-operands.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitAnnotation } from './emit-function.ts';
import { emitName } from './emit-name.ts';
import { emitSliceParts, isTwoPartSlice } from './emit-slice.ts';
import { locationOfAttribute } from './location-of-attribute.ts';

export function emitAugmentedAssignment(generator: CodeGenerator, node: AugAssign): void {
  const { target, value } = node;
  loadTarget(generator, target);
  generator.expression(value);
  generator.emit(node, op.BINARY_OP, binaryOperators.indexOf(`${node.operator}=`));
  storeTarget(generator, target);
}

function loadTarget(generator: CodeGenerator, target: Expression): void {
  if (target.kind === 'Attribute') {
    generator.expression(target.value);
    generator.emit(target, op.COPY, 1);
    generator.emitName(locationOfAttribute(target, target), op.LOAD_ATTR, target.attribute);
  } else if (target.kind === 'Subscript') {
    loadSubscript(generator, target);
  } else if (target.kind === 'Name') {
    emitName(generator, target, target.id, 'load');
  }
}

function loadSubscript(generator: CodeGenerator, target: Subscript): void {
  generator.expression(target.value);
  if (isTwoPartSlice(target.slice)) {
    emitSliceParts(generator, target.slice);
    for (let copies = 0; copies < 3; copies += 1) generator.emit(target, op.COPY, 3);
    generator.emit(target, op.BINARY_SLICE);
    return;
  }
  generator.expression(target.slice);
  generator.emit(target, op.COPY, 2);
  generator.emit(target, op.COPY, 2);
  generator.emit(target, op.BINARY_SUBSCR);
}

function storeTarget(generator: CodeGenerator, target: Expression): void {
  if (target.kind === 'Attribute') {
    const location = locationOfAttribute(target, target);
    generator.emit(location, op.SWAP, 2);
    generator.emitName(location, op.STORE_ATTR, target.attribute);
  } else if (target.kind === 'Subscript') {
    const isSlice = isTwoPartSlice(target.slice);
    for (let depth = isSlice ? 4 : 3; depth > 1; depth -= 1) generator.emit(target, op.SWAP, depth);
    generator.emit(target, isSlice ? op.STORE_SLICE : op.STORE_SUBSCR);
  } else if (target.kind === 'Name') {
    emitName(generator, target, target.id, 'store');
  }
}

export function emitAnnotatedAssignment(generator: CodeGenerator, node: AnnAssign): void {
  const { target, annotation, value, isSimple } = node;
  const isInNamespace = generator.unit.kind === 'module' || generator.unit.kind === 'class';
  if (value !== null) {
    generator.expression(value);
    generator.expression(target);
  }
  if (target.kind === 'Name') {
    if (target.id === '__debug__') generator.fail('cannot assign to __debug__', target);
    if (isSimple && isInNamespace) {
      emitAnnotation(generator, node, annotation);
      generator.emit(node, op.LOAD_NAME, generator.unit.names.add('__annotations__'));
      generator.loadConstant(node, generator.mangle(target.id));
      generator.emit(node, op.STORE_SUBSCR);
    }
  } else if (value === null) {
    if (target.kind === 'Attribute' || target.kind === 'Subscript') evaluate(generator, target.value);
    if (target.kind === 'Subscript') evaluateSubscript(generator, target.slice);
  }
  if (!isSimple && isInNamespace && !generator.options.hasFutureAnnotations) evaluate(generator, annotation);
}

/** For what it does, not for its value. */
function evaluate(generator: CodeGenerator, node: Expression): void {
  generator.expression(node);
  generator.emit(node, op.POP_TOP);
}

function evaluateSubscript(generator: CodeGenerator, node: Expression): void {
  if (node.kind === 'Slice') {
    for (const part of [node.lower, node.upper, node.step]) if (part !== null) evaluate(generator, part);
  } else if (node.kind === 'Tuple') {
    for (const element of node.elements) evaluateSubscript(generator, element);
  } else {
    evaluate(generator, node);
  }
}

/**
 * Classes.
 * Models: CPython 3.13, Python/compile.c (`compiler_class`, `compiler_class_body`).
 */
import { assert } from '../../../base/assert.ts';
import type { Name } from '../../syntax/ast.ts';
import type { ClassDef } from '../../syntax/ast-statements.ts';
import type { CodeObject } from '../code-object.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitBody } from './emit-body.ts';
import { emitArguments } from './emit-call.ts';
import { emitClosure } from './emit-closure.ts';
import { emitDecorators } from './emit-function.ts';
import { emitName } from './emit-name.ts';
import { emitTypeParameters, genericName } from './emit-type-parameters.ts';
import { noLocation } from './instruction.ts';
import { LOAD_CLOSURE } from './pseudo-opcodes.ts';

export function emitClass(generator: CodeGenerator, node: ClassDef): void {
  const { name, bases, keywords, decorators, typeParameters } = node;
  generator.expressions(decorators);
  const firstLine = decorators[0]?.line ?? node.line;
  const isGeneric = typeParameters.length > 0;
  if (isGeneric) {
    generator.enter('type-parameters', genericName(name), typeParameters, { firstLine, className: name });
    emitTypeParameters(generator, typeParameters);
    emitName(generator, node, '.type_params', 'store');
  }
  const code = emitClassBody(generator, node, firstLine);
  generator.emit(node, op.LOAD_BUILD_CLASS);
  generator.emit(node, op.PUSH_NULL);
  emitClosure(generator, node, code, 0);
  generator.loadConstant(node, name);
  if (isGeneric) {
    emitName(generator, node, '.type_params', 'load');
    generator.emit(node, op.CALL_INTRINSIC_1, 10);
    emitName(generator, node, '.generic_base', 'store');
    const { line, column, endLine, endColumn } = node;
    const place = { line, column, endLine, endColumn };
    const genericBase: Name = { kind: 'Name', id: '.generic_base', context: 'load', ...place };
    emitArguments(generator, node, { pushed: 2, args: [...bases, genericBase], keywords });
    emitClosure(generator, node, generator.leave(false), 0);
    generator.emit(node, op.PUSH_NULL);
    generator.emit(node, op.CALL, 0);
  } else {
    emitArguments(generator, node, { pushed: 2, args: bases, keywords });
  }
  emitDecorators(generator, decorators);
  emitName(generator, node, name, 'store');
}

function emitClassBody(generator: CodeGenerator, node: ClassDef, firstLine: number): CodeObject {
  generator.enter('class', node.name, node, { firstLine, className: node.name });
  const { unit } = generator;
  const location = { line: firstLine, column: 0, endLine: firstLine, endColumn: 0 };
  emitName(generator, location, '__name__', 'load');
  emitName(generator, location, '__module__', 'store');
  generator.loadConstant(location, unit.qualifiedName);
  emitName(generator, location, '__qualname__', 'store');
  generator.loadConstant(location, unit.firstLine);
  emitName(generator, location, '__firstlineno__', 'store');
  if (node.typeParameters.length > 0) {
    emitName(generator, location, '.type_params', 'load');
    emitName(generator, location, '__type_params__', 'store');
  }
  if (unit.scope.needsClassDict) {
    generator.emit(location, op.LOAD_LOCALS);
    generator.emit(location, op.STORE_DEREF, cellOf(generator, '__classdict__'));
  }
  emitBody(generator, location, node.body);
  const attributes = [...unit.staticAttributes].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  generator.loadConstant(noLocation, { kind: 'tuple', items: attributes });
  emitName(generator, noLocation, '__static_attributes__', 'store');
  if (unit.scope.needsClassDict) {
    generator.emit(noLocation, LOAD_CLOSURE, cellOf(generator, '__classdict__'));
    emitName(generator, noLocation, '__classdictcell__', 'store');
  }
  if (unit.scope.needsClassClosure) {
    generator.emit(noLocation, LOAD_CLOSURE, cellOf(generator, '__class__'));
    generator.emit(noLocation, op.COPY, 1);
    emitName(generator, noLocation, '__classcell__', 'store');
  } else {
    generator.loadConstant(noLocation, null);
  }
  generator.emit(noLocation, op.RETURN_VALUE);
  return generator.leave(true);
}

function cellOf(generator: CodeGenerator, name: string): number {
  const index = generator.unit.cells.indexOf(name);
  assert(index !== null, `the class has a cell for ${name}`);
  return index;
}

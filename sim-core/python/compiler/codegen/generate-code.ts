/**
 * A syntax tree to its code object.
 * Models: CPython 3.13, Python/compile.c (`compiler_mod`).
 */
import type { Root } from '../../syntax/ast-statements.ts';
import { assemble } from '../assemble.ts';
import type { CodeObject } from '../code-object.ts';
import * as op from '../opcodes.ts';
import type { SymbolTable } from '../symbols/scope.ts';
import { CodeGenerator } from './code-generator.ts';
import type { CodeUnit } from './code-unit.ts';
import { emitBody, hasAnnotation } from './emit-body.ts';
import type { Location } from './instruction.ts';
import { visitExpression } from './visit-expression.ts';
import { visitStatement } from './visit-statement.ts';

export interface GenerateOptions {
  readonly symbols: SymbolTable;
  readonly fileName: string;
  readonly hasFutureAnnotations: boolean;
  readonly warn: (message: string, location: Location) => void;
}

export function generateCode(root: Root, options: GenerateOptions): CodeObject {
  const { fileName, hasFutureAnnotations } = options;
  const assembleUnit = (_: CodeGenerator, unit: CodeUnit, returnsNone: boolean): CodeObject =>
    assemble(unit, { fileName, hasFutureAnnotations, returnsNone, ...unit.variableParameters });
  const generator = new CodeGenerator({
    ...options,
    isInteractive: root.kind === 'Interactive',
    visitExpression,
    visitStatement,
    assemble: assembleUnit,
  });
  const start = { line: 1, column: 0, endLine: 1, endColumn: 0 };
  if (root.kind === 'Expression') {
    generator.expression(root.body);
  } else if (root.kind === 'Module') {
    emitBody(generator, start, root.body);
  } else {
    if (hasAnnotation(root.body)) generator.emit(start, op.SETUP_ANNOTATIONS);
    generator.statements(root.body);
  }
  return assembleUnit(generator, generator.unit, root.kind !== 'Expression');
}

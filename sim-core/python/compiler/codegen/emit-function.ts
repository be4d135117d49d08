/**
 * Functions and lambdas.
 * Models: CPython 3.13, Python/compile.c (`compiler_function`, `compiler_lambda`).
 */
import type { Expression, Lambda, Parameter, Parameters } from '../../syntax/ast.ts';
import type { FunctionDef } from '../../syntax/ast-statements.ts';
import * as op from '../opcodes.ts';
import { cleanDocstring, docstringOf } from './docstring.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitClosure, functionAttributes } from './emit-closure.ts';
import { emitName } from './emit-name.ts';
import { emitTypeParameters, genericName } from './emit-type-parameters.ts';
import type { Location } from './instruction.ts';
import { wrapInStopIteration } from './stop-iteration.ts';
import { unparse } from './unparse.ts';

export function emitFunction(generator: CodeGenerator, node: FunctionDef): void {
  const { name, parameters, typeParameters, decorators } = node;
  failOnDebug(generator, parameters);
  generator.expressions(decorators);
  const firstLine = decorators[0]?.line ?? node.line;
  let attributes = emitDefaults(generator, node, parameters);
  const isGeneric = typeParameters.length > 0;
  let passed = 0;
  if (isGeneric) {
    if ((attributes & functionAttributes.defaults) !== 0) passed += 1;
    if ((attributes & functionAttributes.keywordDefaults) !== 0) passed += 1;
    if (passed === 2) generator.emit(node, op.SWAP, 2);
    generator.enter('type-parameters', genericName(name), typeParameters, { firstLine });
    emitTypeParameters(generator, typeParameters);
    for (let index = 0; index < passed; index += 1) generator.emit(node, op.LOAD_FAST, index);
  }
  attributes |= emitAnnotations(generator, node);
  emitFunctionBody(generator, node, { firstLine, attributes });
  if (isGeneric) {
    generator.emit(node, op.SWAP, 2);
    generator.emit(node, op.CALL_INTRINSIC_2, 4);
    generator.unit.argumentCount = passed;
    emitClosure(generator, node, generator.leave(false), 0);
    if (passed > 0) {
      generator.emit(node, op.SWAP, passed + 1);
      generator.emit(node, op.CALL, passed - 1);
    } else {
      generator.emit(node, op.PUSH_NULL);
      generator.emit(node, op.CALL, 0);
    }
  }
  emitDecorators(generator, decorators);
  emitName(generator, node, name, 'store');
}

export function emitDecorators(generator: CodeGenerator, decorators: readonly Expression[]): void {
  for (const decorator of decorators.toReversed()) generator.emit(decorator, op.CALL, 0);
}

function failOnDebug(generator: CodeGenerator, parameters: Parameters): void {
  const { positionalOnly, positional, varArgs, keywordOnly, varKeywords } = parameters;
  for (const parameter of [...positionalOnly, ...positional, varArgs, ...keywordOnly, varKeywords]) {
    if (parameter?.name === '__debug__') generator.fail('cannot assign to __debug__', parameter);
  }
}

function emitFunctionBody(
  generator: CodeGenerator,
  node: FunctionDef,
  { firstLine, attributes }: { readonly firstLine: number; readonly attributes: number },
): void {
  const { body, name } = node;
  generator.enter(node.kind === 'FunctionDef' ? 'function' : 'async-function', name, node, { firstLine });
  const docstring = docstringOf(body);
  generator.unit.constants.add(docstring === null ? null : cleanDocstring(docstring.text));
  countParameters(generator, node.parameters);
  const { scope } = generator.unit;
  const isGenerator = scope.isGenerator || scope.isCoroutine;
  const start = generator.label();
  generator.use(start);
  if (isGenerator) generator.push({ kind: 'stop-iteration', block: start, exit: null, location: node });
  generator.statements(docstring === null ? body : body.slice(1));
  if (isGenerator) {
    wrapInStopIteration(generator);
    generator.pop();
  }
  emitClosure(generator, node, generator.leave(true), attributes);
}

function countParameters(generator: CodeGenerator, parameters: Parameters): void {
  const { unit } = generator;
  unit.argumentCount = parameters.positional.length;
  unit.positionalOnlyCount = parameters.positionalOnly.length;
  unit.keywordOnlyCount = parameters.keywordOnly.length;
  unit.variableParameters = {
    hasVarArgs: parameters.varArgs !== null,
    hasVarKeywords: parameters.varKeywords !== null,
  };
}

export function emitLambda(generator: CodeGenerator, node: Lambda): void {
  failOnDebug(generator, node.parameters);
  const attributes = emitDefaults(generator, node, node.parameters);
  generator.enter('lambda', '<lambda>', node, { firstLine: node.line });
  // The first constant is None, so that a string cannot be taken for a docstring.
  generator.unit.constants.add(null);
  countParameters(generator, node.parameters);
  generator.expression(node.body);
  const { isGenerator } = generator.unit.scope;
  if (!isGenerator) generator.emit(node.body, op.RETURN_VALUE);
  emitClosure(generator, node, generator.leave(!isGenerator), attributes);
}

/** Pushes the defaults and tells which there are. */
function emitDefaults(generator: CodeGenerator, location: Location, parameters: Parameters): number {
  const { defaults, keywordOnly, keywordDefaults } = parameters;
  let attributes = 0;
  if (defaults.length > 0) {
    attributes |= functionAttributes.defaults;
    generator.expressions(defaults);
    generator.emit(location, op.BUILD_TUPLE, defaults.length);
  }
  const names: string[] = [];
  keywordOnly.forEach((parameter, index) => {
    const value = keywordDefaults[index] ?? null;
    if (value === null) return;
    names.push(generator.mangle(parameter.name));
    generator.expression(value);
  });
  if (names.length === 0) return attributes;
  generator.loadConstant(location, { kind: 'tuple', items: names });
  generator.emit(location, op.BUILD_CONST_KEY_MAP, names.length);
  return attributes | functionAttributes.keywordDefaults;
}

function emitAnnotations(generator: CodeGenerator, node: FunctionDef): number {
  const { positional, positionalOnly, varArgs, keywordOnly, varKeywords } = node.parameters;
  let count = 0;
  const emit = (name: string, annotation: Expression | null): void => {
    if (annotation === null) return;
    generator.loadConstant(node, generator.mangle(name));
    emitAnnotation(generator, node, annotation);
    count += 2;
  };
  const all: (Parameter | null)[] = [...positional, ...positionalOnly, varArgs, ...keywordOnly, varKeywords];
  for (const parameter of all) if (parameter !== null) emit(parameter.name, parameter.annotation);
  emit('return', node.returns);
  if (count === 0) return 0;
  generator.emit(node, op.BUILD_TUPLE, count);
  return functionAttributes.annotations;
}

/** The annotation's value, or its text under `from __future__ import annotations`. */
export function emitAnnotation(generator: CodeGenerator, location: Location, annotation: Expression): void {
  if (generator.options.hasFutureAnnotations) {
    generator.loadConstant(annotation, unparse(annotation));
  } else if (annotation.kind === 'Starred') {
    generator.expression(annotation.value);
    generator.emit(location, op.UNPACK_SEQUENCE, 1);
  } else {
    generator.expression(annotation);
  }
}

/**
 * Type parameters and type aliases.
 * Models: CPython 3.13, Python/compile.c (`compiler_type_params`, `compiler_typealias`), PEP 695 and 696.
 */
import type { Expression, TypeParameter } from '../../syntax/ast.ts';
import type { TypeAlias } from '../../syntax/ast-statements.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitClosure } from './emit-closure.ts';
import { emitName } from './emit-name.ts';

export function genericName(name: string): string {
  return `<generic parameters of ${name}>`;
}

const intrinsics = { TypeVar: 7, ParamSpec: 8, TypeVarTuple: 9 } as const;

/** Binds the type parameters and pushes a tuple of them. */
export function emitTypeParameters(generator: CodeGenerator, nodes: readonly TypeParameter[]): void {
  let hasDefault = false;
  for (const node of nodes) {
    generator.loadConstant(node, node.name);
    if (node.bound === null) {
      generator.emit(node, op.CALL_INTRINSIC_1, intrinsics[node.kind]);
    } else {
      emitLazily(generator, node.name, node.bound, false);
      generator.emit(node, op.CALL_INTRINSIC_2, node.bound.kind === 'Tuple' ? 3 : 2);
    }
    if (node.defaultValue !== null) {
      hasDefault = true;
      emitLazily(generator, node.name, node.defaultValue, node.kind === 'TypeVarTuple');
      generator.emit(node, op.CALL_INTRINSIC_2, 5);
    } else if (hasDefault) {
      generator.fail(`non-default type parameter '${node.name}' follows default type parameter`, node);
    }
    generator.emit(node, op.COPY, 1);
    emitName(generator, node, node.name, 'store');
  }
  const [first] = nodes;
  if (first !== undefined) generator.emit(first, op.BUILD_TUPLE, nodes.length);
}

/** A function that evaluates a bound or default when it is asked for. */
function emitLazily(generator: CodeGenerator, name: string, node: Expression, mayBeStarred: boolean): void {
  generator.enter('type-parameters', name, node, { firstLine: node.line });
  if (mayBeStarred && node.kind === 'Starred') {
    generator.expression(node.value);
    generator.emit(node, op.UNPACK_SEQUENCE, 1);
  } else {
    generator.expression(node);
  }
  generator.emit(node, op.RETURN_VALUE);
  emitClosure(generator, node, generator.leave(true), 0);
}

export function emitTypeAlias(generator: CodeGenerator, node: TypeAlias): void {
  const { name, typeParameters } = node;
  const isGeneric = typeParameters.length > 0;
  if (isGeneric) {
    generator.enter('type-parameters', genericName(name.id), typeParameters, { firstLine: node.line });
    generator.loadConstant(node, name.id);
    emitTypeParameters(generator, typeParameters);
  } else {
    generator.loadConstant(node, name.id);
    generator.loadConstant(node, null);
  }
  generator.enter('function', name.id, node, { firstLine: node.line });
  generator.unit.constants.add(null);
  generator.expression(node.value);
  generator.emit(node, op.RETURN_VALUE);
  emitClosure(generator, node, generator.leave(false), 0);
  generator.emit(node, op.BUILD_TUPLE, 3);
  generator.emit(node, op.CALL_INTRINSIC_1, 11);
  if (isGeneric) {
    emitClosure(generator, node, generator.leave(false), 0);
    generator.emit(node, op.PUSH_NULL);
    generator.emit(node, op.CALL, 0);
  }
  emitName(generator, node, name.id, 'store');
}

/**
 * `super().attribute` without making the super object.
 * Models: CPython 3.13, Python/compile.c (`can_optimize_super_call`, `load_args_for_superattr_opcode`).
 */
import type { Attribute, Call, Name } from '../../syntax/ast.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { cellIndex, emitName } from './emit-name.ts';
import { locationOfAttribute } from './location-of-attribute.ts';

interface SuperCall extends Call {
  callee: Name;
}

/** Loads the attribute, or the method with what it is bound to; false where it is no such call. */
export function emitSuperAttribute(generator: CodeGenerator, node: Attribute, isMethod: boolean): boolean {
  const call = node.value;
  if (node.attribute === '__class__' || !isSuperCall(call) || !canOptimize(generator, call)) return false;
  emitName(generator, call.callee, 'super', 'load');
  const [type, object] = call.args;
  if (type !== undefined && object !== undefined) {
    generator.expression(type);
    generator.expression(object);
  } else {
    generator.emit(call, op.LOAD_DEREF, cellIndex(generator, '__class__'));
    emitName(generator, call, generator.unit.locals.names[0] ?? '', 'load');
  }
  const index = generator.unit.names.add(generator.mangle(node.attribute));
  const argument = (index << 2) | (type === undefined ? 0 : 2) | (isMethod ? 1 : 0);
  generator.emit(node, op.LOAD_SUPER_ATTR, argument);
  generator.emit(locationOfAttribute(node, node), op.NOP);
  return true;
}

function isSuperCall(node: Attribute['value']): node is SuperCall {
  return (
    node.kind === 'Call' && node.callee.kind === 'Name' && node.callee.id === 'super' && node.keywords.length === 0
  );
}

function canOptimize(generator: CodeGenerator, call: SuperCall): boolean {
  const { unit, options } = generator;
  if (unit.scope.scopeOf('super') !== 'global-implicit') return false;
  if (options.symbols.module.scopeOf('super') !== null) return false;
  if (call.args.length === 2) return !call.args.some((argument) => argument.kind === 'Starred');
  if (call.args.length > 0 || unit.argumentCount + unit.positionalOnlyCount === 0) return false;
  return unit.scope.scopeOf('__class__') === 'free';
}

/**
 * Making a function of a code object, with the cells that it needs.
 * Models: CPython 3.13, Python/compile.c (`compiler_make_closure`).
 */
import { fastFree, type CodeObject } from '../code-object.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { cellIndex } from './emit-name.ts';
import type { Location } from './instruction.ts';
import { LOAD_CLOSURE } from './pseudo-opcodes.ts';

/** Attributes that are on the stack for SET_FUNCTION_ATTRIBUTE. */
export const functionAttributes = { defaults: 1, keywordDefaults: 2, annotations: 4, closure: 8 } as const;

export function emitClosure(generator: CodeGenerator, location: Location, code: CodeObject, attributes: number): void {
  let free = 0;
  code.localsPlusNames.forEach((name, index) => {
    if (((code.localsPlusKinds[index] ?? 0) & fastFree) === 0) return;
    generator.emit(location, LOAD_CLOSURE, closureIndex(generator, name));
    free += 1;
  });
  if (free > 0) generator.emit(location, op.BUILD_TUPLE, free);
  generator.loadConstant(location, code);
  generator.emit(location, op.MAKE_FUNCTION);
  const { closure, annotations, keywordDefaults, defaults } = functionAttributes;
  if (free > 0) generator.emit(location, op.SET_FUNCTION_ATTRIBUTE, closure);
  for (const attribute of [annotations, keywordDefaults, defaults]) {
    if ((attributes & attribute) !== 0) generator.emit(location, op.SET_FUNCTION_ATTRIBUTE, attribute);
  }
}

function closureIndex(generator: CodeGenerator, name: string): number {
  const { unit } = generator;
  const isOfClass = unit.kind === 'class' && (name === '__class__' || name === '__classdict__');
  if (!isOfClass) return cellIndex(generator, name);
  return unit.cells.indexOf(name) ?? cellIndex(generator, name);
}

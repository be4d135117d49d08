/**
 * Slices with two bounds, which need no slice object.
 * Models: CPython 3.13, Python/compile.c (`compiler_slice`, `is_two_element_slice`).
 */
import type { Expression, Slice } from '../../syntax/ast.ts';
import type { CodeGenerator } from './code-generator.ts';

export function isTwoPartSlice(node: Expression): node is Slice {
  return node.kind === 'Slice' && node.step === null;
}

/** Pushes the bounds of a slice. */
export function emitSliceParts(generator: CodeGenerator, node: Slice): void {
  for (const part of [node.lower, node.upper]) {
    if (part === null) generator.loadConstant(node, null);
    else generator.expression(part);
  }
}

/** Folds what is constant in a syntax tree. */
import type { Root } from '../../syntax/ast-statements.ts';

export function foldConstants(root: Root, hasFutureAnnotations: boolean): void {
  void root;
  void hasFutureAnnotations;
}

/** Expressions as text again, for annotations that are not evaluated. */
import type { Expression } from '../../syntax/ast.ts';

export function unparse(node: Expression): string {
  return node.kind === 'Name' ? node.id : '';
}

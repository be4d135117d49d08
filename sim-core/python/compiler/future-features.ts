/**
 * `from __future__ import …` at the beginning of a program.
 * Models: CPython 3.13, Python/future.c.
 */
import type { Located } from '../syntax/ast.ts';
import type { Root } from '../syntax/ast-statements.ts';
import { SyntaxFailure } from '../syntax/syntax-failure.ts';

const known: ReadonlySet<string> = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'barry_as_FLUFL',
  'generator_stop',
  'annotations',
]);

export interface FutureFeatures {
  readonly hasAnnotations: boolean;
}

export function futureFeatures(root: Root): FutureFeatures {
  let hasAnnotations = false;
  if (root.kind === 'Expression') return { hasAnnotations };
  let isAtStart = true;
  root.body.forEach((node, index) => {
    if (node.kind === 'ImportFrom' && node.module === '__future__' && node.level === 0) {
      if (!isAtStart) throw new SyntaxFailure('from __future__ imports must occur at the beginning of the file', node);
      for (const alias of node.names) {
        if (alias.name === 'braces') throw new SyntaxFailure('not a chance', startOf(node));
        if (!known.has(alias.name))
          throw new SyntaxFailure(`future feature ${alias.name} is not defined`, startOf(node));
        if (alias.name === 'annotations') hasAnnotations = true;
      }
      return;
    }
    const isDocstring =
      index === 0 && node.kind === 'Expr' && node.value.kind === 'Constant' && typeof node.value.value === 'string';
    if (!isDocstring) isAtStart = false;
  });
  return { hasAnnotations };
}

/** CPython tells only where the statement begins. */
function startOf(node: Located): Located {
  return { line: node.line, column: node.column, endLine: node.line, endColumn: -1 };
}

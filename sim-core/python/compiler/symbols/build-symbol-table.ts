/**
 * The symbol table of a program.
 * Models: CPython 3.13, Python/symtable.c.
 * Leaves out: the names in annotations under `from __future__ import annotations`, which mean nothing there either.
 */
import type { Root } from '../../syntax/ast-statements.ts';
import { analyzeScopes } from './analyze-scopes.ts';
import { collectExpression } from './collect-expression.ts';
import { collectStatement } from './collect-statement.ts';
import type { SymbolTable } from './scope.ts';
import { SymbolCollector } from './symbol-collector.ts';

export function buildSymbolTable(root: Root, hasFutureAnnotations: boolean): SymbolTable {
  const visitors = { expression: collectExpression, statement: collectStatement };
  const collector = new SymbolCollector(hasFutureAnnotations, visitors);
  if (root.kind === 'Expression') collector.expression(root.body);
  else for (const node of root.body) collector.statement(node);
  analyzeScopes(collector.module);
  return { module: collector.module, scopes: collector.scopes };
}

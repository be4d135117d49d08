/**
 * The names in statements and patterns.
 * Models: CPython 3.13, Python/symtable.c (`symtable_visit_stmt`, `symtable_visit_pattern`).
 */
import type { Expression } from '../../syntax/ast.ts';
import { childrenIn, statementFields, type NodeOfKind } from '../../syntax/child-nodes.ts';
import type {
  Alias,
  AnnAssign,
  ClassDef,
  FunctionDef,
  Import,
  ImportFrom,
  Match,
  Pattern,
  ScopeDeclaration,
  Statement,
  Try,
  TypeAlias,
  With,
} from '../../syntax/ast-statements.ts';
import { symbolFlags } from './scope.ts';
import type { SymbolCollector } from './symbol-collector.ts';

type Special =
  | 'FunctionDef'
  | 'AsyncFunctionDef'
  | 'ClassDef'
  | 'TypeAlias'
  | 'AnnAssign'
  | 'Global'
  | 'Nonlocal'
  | 'Import'
  | 'ImportFrom'
  | 'Try'
  | 'TryStar'
  | 'Match'
  | 'With'
  | 'AsyncWith';
type Visitor<Node> = (collector: SymbolCollector, node: Node) => void;

const special: { readonly [Kind in Special]: Visitor<NodeOfKind<Statement, Kind>> } = {
  FunctionDef: functionDefinition,
  AsyncFunctionDef: functionDefinition,
  ClassDef: classDefinition,
  TypeAlias: typeAlias,
  AnnAssign: annotatedAssignment,
  Global: scopeDeclaration,
  Nonlocal: scopeDeclaration,
  Import: importStatement,
  ImportFrom: importStatement,
  Try: tryStatement,
  TryStar: tryStatement,
  Match: matchStatement,
  With: withStatement,
  AsyncWith: withStatement,
};

export function collectStatement(collector: SymbolCollector, node: Statement): void {
  const visit = (special as Partial<Record<Statement['kind'], Visitor<never>>>)[node.kind];
  if (visit !== undefined) {
    (visit as Visitor<Statement>)(collector, node);
    return;
  }
  for (const child of childrenIn(node, statementFields[node.kind])) collector.expression(child);
  if ('body' in node) block(collector, node.body);
  if ('orElse' in node) block(collector, node.orElse);
}

function all(collector: SymbolCollector, nodes: readonly (Expression | null)[]): void {
  for (const node of nodes) if (node !== null) collector.expression(node);
}

function block(collector: SymbolCollector, nodes: readonly Statement[]): void {
  for (const node of nodes) collector.statement(node);
}

function withStatement(collector: SymbolCollector, node: With): void {
  for (const item of node.items) all(collector, [item.contextExpression, item.target]);
  block(collector, node.body);
}

function importStatement(collector: SymbolCollector, node: Import | ImportFrom): void {
  for (const alias of node.names) importAlias(collector, node, alias);
}

function functionDefinition(collector: SymbolCollector, node: FunctionDef): void {
  const { name, parameters, typeParameters } = node;
  collector.define(name, symbolFlags.local, node);
  collector.defaults(parameters);
  all(collector, node.decorators);
  if (typeParameters.length > 0) {
    collector.enterTypeParameters(name, typeParameters, { place: node, isClass: false, defaults: parameters });
  }
  collector.annotations(parameters, node.returns);
  const scope = collector.enter('function', name, node, node);
  scope.isAsyncFunction = node.kind === 'AsyncFunctionDef';
  scope.isCoroutine = scope.isAsyncFunction;
  collector.parameters(parameters);
  block(collector, node.body);
  collector.leave();
  if (typeParameters.length > 0) collector.leave();
}

function classDefinition(collector: SymbolCollector, node: ClassDef): void {
  const { name, typeParameters } = node;
  const isGeneric = typeParameters.length > 0;
  collector.define(name, symbolFlags.local, node);
  all(collector, node.decorators);
  const outerClassName = collector.className;
  if (isGeneric) collector.enterTypeParameters(name, typeParameters, { place: node, isClass: true, defaults: null });
  all(collector, node.bases);
  for (const keyword of node.keywords) collector.expression(keyword.value);
  collector.className = name;
  collector.enter('class', name, node, node);
  if (isGeneric) {
    collector.define('__type_params__', symbolFlags.local, node);
    collector.define('.type_params', symbolFlags.use, node);
  }
  block(collector, node.body);
  collector.leave();
  if (isGeneric) collector.leave();
  collector.className = outerClassName;
}

function typeAlias(collector: SymbolCollector, node: TypeAlias): void {
  const { name, typeParameters } = node;
  collector.expression(name);
  const isInClass = collector.current.kind === 'class';
  const isGeneric = typeParameters.length > 0;
  if (isGeneric) {
    collector.enterTypeParameters(name.id, typeParameters, { place: node, isClass: false, defaults: null });
  }
  collector.enter('type-alias', name.id, node, node);
  collector.seeClass(isInClass, node.value);
  collector.expression(node.value);
  collector.leave();
  if (isGeneric) collector.leave();
}

function annotatedAssignment(collector: SymbolCollector, node: AnnAssign): void {
  const { target, annotation, value } = node;
  collector.current.hasAnnotations = true;
  if (target.kind === 'Name') {
    const flags = collector.lookUp(target.id);
    const isDeclared = (flags & (symbolFlags.global | symbolFlags.nonlocal)) !== 0;
    if (isDeclared && node.isSimple && collector.current !== collector.module) {
      const kind = (flags & symbolFlags.global) === 0 ? 'nonlocal' : 'global';
      collector.fail(`annotated name '${target.id}' can't be ${kind}`, node);
    }
    if (node.isSimple) collector.define(target.id, symbolFlags.annotated | symbolFlags.local, target);
    else if (value !== null) collector.define(target.id, symbolFlags.local, target);
  } else {
    collector.expression(target);
  }
  collector.annotation(annotation);
  if (value !== null) collector.expression(value);
}

function scopeDeclaration(collector: SymbolCollector, node: ScopeDeclaration): void {
  const word = node.kind === 'Global' ? 'global' : 'nonlocal';
  for (const name of node.names) {
    const flags = collector.lookUp(name);
    if ((flags & symbolFlags.parameter) !== 0) collector.fail(`name '${name}' is parameter and ${word}`, node);
    if ((flags & symbolFlags.use) !== 0) collector.fail(`name '${name}' is used prior to ${word} declaration`, node);
    if ((flags & symbolFlags.annotated) !== 0) collector.fail(`annotated name '${name}' can't be ${word}`, node);
    if ((flags & symbolFlags.local) !== 0) {
      collector.fail(`name '${name}' is assigned to before ${word} declaration`, node);
    }
    collector.define(name, symbolFlags[word], node);
    collector.current.directives.set(collector.current.mangle(name), node);
  }
}

function importAlias(collector: SymbolCollector, node: Import | ImportFrom, alias: Alias): void {
  if (alias.name === '*') {
    if (collector.current.kind !== 'module') collector.fail('import * only allowed at module level', alias);
    return;
  }
  const [firstPart] = alias.name.split('.');
  collector.define(alias.asName ?? firstPart ?? alias.name, symbolFlags.import, alias);
}

function tryStatement(collector: SymbolCollector, node: Try): void {
  block(collector, node.body);
  for (const handler of node.handlers) {
    if (handler.type !== null) collector.expression(handler.type);
    if (handler.name !== null) collector.define(handler.name, symbolFlags.local, handler);
    block(collector, handler.body);
  }
  block(collector, node.orElse);
  block(collector, node.finalBody);
}

function matchStatement(collector: SymbolCollector, node: Match): void {
  collector.expression(node.subject);
  for (const { pattern, guard, body } of node.cases) {
    patternNames(collector, pattern);
    if (guard !== null) collector.expression(guard);
    block(collector, body);
  }
}

function patternNames(collector: SymbolCollector, node: Pattern): void {
  const bind = (name: string | null): void => {
    if (name !== null) collector.define(name, symbolFlags.local, node);
  };
  switch (node.kind) {
    case 'MatchValue':
      collector.expression(node.value);
      break;
    case 'MatchSingleton':
      break;
    case 'MatchSequence':
    case 'MatchOr':
      for (const part of node.patterns) patternNames(collector, part);
      break;
    case 'MatchStar':
      bind(node.name);
      break;
    case 'MatchMapping':
      all(collector, node.keys);
      for (const part of node.patterns) patternNames(collector, part);
      bind(node.rest);
      break;
    case 'MatchClass':
      collector.expression(node.type);
      for (const part of [...node.patterns, ...node.keywordPatterns]) patternNames(collector, part);
      break;
    case 'MatchAs':
      if (node.pattern !== null) patternNames(collector, node.pattern);
      bind(node.name);
      break;
  }
}

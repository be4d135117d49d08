/**
 * The names in expressions.
 * Models: CPython 3.13, Python/symtable.c (`symtable_visit_expr`, `symtable_handle_comprehension`).
 */
import { childrenIn, expressionFields, type NodeOfKind } from '../../syntax/child-nodes.ts';
import type {
  Await,
  Call,
  Comprehension,
  ComprehensionFor,
  DictComp,
  Expression,
  Lambda,
  Name,
  NamedExpr,
  Yield,
} from '../../syntax/ast.ts';
import { symbolFlags, type ComprehensionKind, type Scope } from './scope.ts';
import type { SymbolCollector } from './symbol-collector.ts';

type Special =
  | 'Name'
  | 'NamedExpr'
  | 'Lambda'
  | 'ListComp'
  | 'SetComp'
  | 'DictComp'
  | 'GeneratorExp'
  | 'Yield'
  | 'YieldFrom'
  | 'Await'
  | 'Call';
type Visitor<Node> = (collector: SymbolCollector, node: Node) => void;

const special: { readonly [Kind in Special]: Visitor<NodeOfKind<Expression, Kind>> } = {
  Name: name,
  NamedExpr: namedExpression,
  Lambda: lambda,
  ListComp: comprehension,
  SetComp: comprehension,
  DictComp: comprehension,
  GeneratorExp: comprehension,
  Yield: yieldExpression,
  YieldFrom: yieldExpression,
  Await: awaitExpression,
  Call: call,
};

export function collectExpression(collector: SymbolCollector, node: Expression): void {
  const visit = (special as Partial<Record<Expression['kind'], Visitor<never>>>)[node.kind];
  if (visit !== undefined) {
    (visit as Visitor<Expression>)(collector, node);
    return;
  }
  for (const child of childrenIn(node, expressionFields[node.kind])) collector.expression(child);
}

function call(collector: SymbolCollector, node: Call): void {
  for (const child of childrenIn(node, expressionFields.Call)) collector.expression(child);
  for (const keyword of node.keywords) collector.expression(keyword.value);
}

function name(collector: SymbolCollector, node: Name): void {
  collector.define(node.id, node.context === 'load' ? symbolFlags.use : symbolFlags.local, node);
  // `super()` without arguments needs the class.
  if (node.context === 'load' && node.id === 'super' && collector.current.isFunctionLike) {
    collector.define('__class__', symbolFlags.use, node);
  }
}

function lambda(collector: SymbolCollector, node: Lambda): void {
  collector.defaults(node.parameters);
  collector.enter('function', 'lambda', node, node);
  collector.parameters(node.parameters);
  collector.expression(node.body);
  collector.leave();
}

const comprehensionKinds = {
  ListComp: 'list',
  SetComp: 'set',
  DictComp: 'dict',
  GeneratorExp: 'generator',
} satisfies Record<(Comprehension | DictComp)['kind'], ComprehensionKind>;

function comprehension(collector: SymbolCollector, node: Comprehension | DictComp): void {
  const [outermost, ...rest] = node.generators;
  if (outermost === undefined) return;
  const outer = collector.current;
  outer.iterableDepth += 1;
  collector.expression(outermost.iterable);
  outer.iterableDepth -= 1;
  const isInClass = outer.canSeeClassScope;
  const scope = collector.enter('function', comprehensionNames[node.kind], node, node);
  collector.seeClass(isInClass, node);
  scope.comprehension = comprehensionKinds[node.kind];
  if (outermost.isAsync) scope.isCoroutine = true;
  collector.define('.0', symbolFlags.parameter, node);
  scope.isReadingTarget = true;
  collector.expression(outermost.target);
  scope.isReadingTarget = false;
  for (const condition of outermost.conditions) collector.expression(condition);
  for (const clause of rest) innerClause(collector, scope, clause);
  if (node.kind === 'DictComp') {
    collector.expression(node.value);
    collector.expression(node.key);
  } else {
    collector.expression(node.element);
  }
  const isGenerator = node.kind === 'GeneratorExp';
  scope.isGenerator = isGenerator;
  collector.leave();
  if (scope.isCoroutine && !isGenerator) collector.current.isCoroutine = true;
}

/** Also the names of the code objects. */
const comprehensionNames = {
  ListComp: '<listcomp>',
  SetComp: '<setcomp>',
  DictComp: '<dictcomp>',
  GeneratorExp: '<genexpr>',
} satisfies Record<(Comprehension | DictComp)['kind'], string>;

function innerClause(collector: SymbolCollector, scope: Scope, clause: ComprehensionFor): void {
  scope.isReadingTarget = true;
  collector.expression(clause.target);
  scope.isReadingTarget = false;
  scope.iterableDepth += 1;
  collector.expression(clause.iterable);
  scope.iterableDepth -= 1;
  for (const condition of clause.conditions) collector.expression(condition);
  if (clause.isAsync) scope.isCoroutine = true;
}

function namedExpression(collector: SymbolCollector, node: NamedExpr): void {
  const { current } = collector;
  failInTypeScope(collector, node, 'named expression');
  if (current.iterableDepth > 0) {
    collector.fail('assignment expression cannot be used in a comprehension iterable expression', node);
  }
  if (current.comprehension !== null) extendToFunction(collector, node.target);
  collector.expression(node.value);
  collector.expression(node.target);
}

/** In a comprehension the name is bound in the function around it. */
function extendToFunction(collector: SymbolCollector, target: Name): void {
  const { id } = target;
  for (let scope: Scope | null = collector.current; scope !== null; scope = scope.parent) {
    if (scope.comprehension !== null) {
      const flags = scope.flagsOf(scope.mangle(id));
      if ((flags & symbolFlags.comprehensionTarget) !== 0 && (flags & (symbolFlags.local | symbolFlags.global)) !== 0) {
        collector.fail(`assignment expression cannot rebind comprehension iteration variable '${id}'`, target);
      }
      continue;
    }
    if (scope.kind === 'function') {
      const isGlobal = (scope.flagsOf(scope.mangle(id)) & symbolFlags.global) !== 0;
      collector.define(id, isGlobal ? symbolFlags.global : symbolFlags.nonlocal, target);
      collector.current.directives.set(id, target);
      collector.defineIn(scope, id, { flag: symbolFlags.local, place: target });
      return;
    }
    if (scope.kind === 'module') {
      collector.define(id, symbolFlags.global, target);
      collector.current.directives.set(id, target);
      collector.defineIn(scope, id, { flag: symbolFlags.global, place: target });
      return;
    }
    collector.fail(walrusInComprehension[scope.kind], target);
  }
}

const walrusInComprehension = {
  class: 'assignment expression within a comprehension cannot be used in a class body',
  'type-parameters': 'assignment expression within a comprehension cannot be used within the definition of a generic',
  'type-alias': 'assignment expression within a comprehension cannot be used in a type alias',
  'type-variable': 'assignment expression within a comprehension cannot be used in a TypeVar bound',
} satisfies Record<Exclude<Scope['kind'], 'module' | 'function'>, string>;

const comprehensionWords = {
  list: 'list comprehension',
  set: 'set comprehension',
  dict: 'dict comprehension',
  generator: 'generator expression',
} satisfies Record<ComprehensionKind, string>;

function yieldExpression(collector: SymbolCollector, node: Yield | Await): void {
  failInTypeScope(collector, node, 'yield expression');
  if (node.value !== null) collector.expression(node.value);
  const { current } = collector;
  current.isGenerator = true;
  if (current.comprehension !== null)
    collector.fail(`'yield' inside ${comprehensionWords[current.comprehension]}`, node);
}

function awaitExpression(collector: SymbolCollector, node: Await): void {
  failInTypeScope(collector, node, 'await expression');
  const { current } = collector;
  if (!current.isFunctionLike) collector.fail("'await' outside function", node);
  if (!current.isAsyncFunction && current.comprehension === null) {
    collector.fail("'await' outside async function", node);
  }
  collector.expression(node.value);
  current.isCoroutine = true;
}

const typeScopeWords = {
  'type-parameters': 'the definition of a generic',
  'type-variable': 'a TypeVar bound',
  'type-alias': 'a type alias',
} as const;

function failInTypeScope(collector: SymbolCollector, node: Expression, words: string): void {
  const { kind } = collector.current;
  if (kind !== 'type-parameters' && kind !== 'type-variable' && kind !== 'type-alias') return;
  collector.fail(`${words} cannot be used within ${typeScopeWords[kind]}`, node);
}

/**
 * The names in expressions.
 * Models: CPython 3.13, Python/symtable.c (`symtable_visit_expr`, `symtable_handle_comprehension`).
 */
import type {
  Await,
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

export function collectExpression(collector: SymbolCollector, node: Expression): void {
  switch (node.kind) {
    case 'Name':
      name(collector, node);
      break;
    case 'Constant':
      break;
    case 'NamedExpr':
      namedExpression(collector, node);
      break;
    case 'Lambda':
      lambda(collector, node);
      break;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      comprehension(collector, node, node.element, null);
      break;
    case 'DictComp':
      comprehension(collector, node, node.key, node.value);
      break;
    case 'Yield':
    case 'YieldFrom':
      yieldExpression(collector, node);
      break;
    case 'Await':
      awaitExpression(collector, node);
      break;
    default:
      for (const child of childrenOf(node)) if (child !== null) collector.expression(child);
  }
}

type Plain = Exclude<
  Expression,
  {
    kind:
      | 'Name'
      | 'Constant'
      | 'NamedExpr'
      | 'Lambda'
      | 'ListComp'
      | 'SetComp'
      | 'GeneratorExp'
      | 'DictComp'
      | 'Yield'
      | 'YieldFrom'
      | 'Await';
  }
>;

const noChildren: readonly Expression[] = [];

/** The parts of an expression in the order in which they are looked at. */
function childrenOf(node: Expression): readonly (Expression | null)[] {
  const plain = node as Plain;
  switch (plain.kind) {
    case 'BoolOp':
    case 'JoinedStr':
      return plain.values;
    case 'BinOp':
      return [plain.left, plain.right];
    case 'UnaryOp':
      return [plain.operand];
    case 'IfExp':
      return [plain.test, plain.body, plain.orElse];
    case 'Dict':
      return [...plain.keys, ...plain.values];
    case 'Set':
    case 'List':
    case 'Tuple':
      return plain.elements;
    case 'Compare':
      return [plain.left, ...plain.comparators];
    case 'Call':
      return [plain.callee, ...plain.args, ...plain.keywords.map((keyword) => keyword.value)];
    case 'FormattedValue':
      return [plain.value, plain.formatSpec];
    case 'Attribute':
    case 'Starred':
      return [plain.value];
    case 'Subscript':
      return [plain.value, plain.slice];
    case 'Slice':
      return [plain.lower, plain.upper, plain.step];
    default:
      return noChildren;
  }
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

function comprehension(
  collector: SymbolCollector,
  node: Comprehension | DictComp,
  element: Expression,
  value: Expression | null,
): void {
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
  if (value !== null) collector.expression(value);
  collector.expression(element);
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

/**
 * Works out at compile time what is constant, in place.
 * Models: CPython 3.13, Python/ast_opt.c.
 */
import type {
  ComprehensionFor,
  ConstantExpression,
  Expression,
  JoinedStr,
  Parameters,
  TypeParameter,
} from '../../syntax/ast.ts';
import type {
  ClassDef,
  FunctionDef,
  MatchCase,
  Pattern,
  Root,
  Statement,
  Try,
  WithItem,
} from '../../syntax/ast-statements.ts';
import { SyntaxFailure } from '../../syntax/syntax-failure.ts';
import { expressionFields, patternFields, statementFields } from '../../syntax/child-nodes.ts';
import { foldExpression, foldIterable } from './fold-expression.ts';

export function foldConstants(root: Root, hasFutureAnnotations: boolean): void {
  const folder = new Folder(hasFutureAnnotations);
  if (root.kind === 'Expression') root.body = folder.expression(root.body);
  else folder.body(root.body);
}

/** Trees as deep as this would need too much of the machine's own stack in the passes to come. */
const deepest = 1000;

type Fields = Record<string, Expression | (Expression | null)[] | null>;

class Folder {
  readonly #hasFutureAnnotations: boolean;
  #depth = 0;

  constructor(hasFutureAnnotations: boolean) {
    this.#hasFutureAnnotations = hasFutureAnnotations;
  }

  expression(node: Expression): Expression {
    this.#depth += 1;
    if (this.#depth > deepest) {
      throw new SyntaxFailure('maximum recursion depth exceeded during compilation', node);
    }
    this.#fields(node as unknown as Fields, expressionFields[node.kind]);
    if (node.kind === 'Lambda') this.#parameters(node.parameters);
    else if (node.kind === 'Call') for (const keyword of node.keywords) keyword.value = this.expression(keyword.value);
    else if ('generators' in node) for (const clause of node.generators) this.#clause(clause);
    this.#depth -= 1;
    return foldExpression(node);
  }

  #fields(node: Fields, names: readonly string[]): void {
    for (const name of names) {
      const value = node[name];
      if (Array.isArray(value)) {
        value.forEach((item, index) => {
          if (item !== null) value[index] = this.expression(item);
        });
      } else if (value !== null && value !== undefined) {
        node[name] = this.expression(value);
      }
    }
  }

  #clause(clause: ComprehensionFor): void {
    clause.target = this.expression(clause.target);
    clause.iterable = foldIterable(this.expression(clause.iterable));
    clause.conditions = clause.conditions.map((condition) => this.expression(condition));
  }

  #parameters(parameters: Parameters): void {
    const { positionalOnly, positional, varArgs, keywordOnly, varKeywords } = parameters;
    for (const parameter of [...positionalOnly, ...positional, varArgs, ...keywordOnly, varKeywords]) {
      if (parameter?.annotation != null) parameter.annotation = this.#annotation(parameter.annotation);
    }
    parameters.defaults = parameters.defaults.map((node) => this.expression(node));
    parameters.keywordDefaults = parameters.keywordDefaults.map((node) =>
      node === null ? null : this.expression(node),
    );
  }

  #annotation(node: Expression): Expression {
    return this.#hasFutureAnnotations ? node : this.expression(node);
  }

  #typeParameters(nodes: readonly TypeParameter[]): void {
    for (const node of nodes) {
      if (node.bound !== null) node.bound = this.expression(node.bound);
      if (node.defaultValue !== null) node.defaultValue = this.expression(node.defaultValue);
    }
  }

  /** A body must not get a docstring by folding. */
  body(nodes: Statement[]): void {
    const hadDocstring = startsWithText(nodes) !== null;
    this.#statements(nodes);
    const text = startsWithText(nodes);
    if (hadDocstring || text === null) return;
    const { line, column, endLine, endColumn } = text;
    const joined: JoinedStr = { kind: 'JoinedStr', values: [text], line, column, endLine, endColumn };
    const [first] = nodes;
    if (first?.kind === 'Expr') first.value = joined;
  }

  #statements(nodes: readonly Statement[]): void {
    for (const node of nodes) this.#statement(node);
  }

  #statement(node: Statement): void {
    this.#depth += 1;
    if (this.#depth > deepest) {
      throw new SyntaxFailure('maximum recursion depth exceeded during compilation', node);
    }
    this.#fields(node as unknown as Fields, statementFields[node.kind]);
    if ('orElse' in node) this.#statements(node.orElse);
    if ('body' in node && !isDefinition(node)) this.#statements(node.body);
    this.#parts(node);
    this.#depth -= 1;
  }

  #parts(node: Statement): void {
    if (node.kind === 'FunctionDef' || node.kind === 'AsyncFunctionDef') this.#function(node);
    else if (node.kind === 'ClassDef') this.#class(node);
    else if (node.kind === 'TypeAlias') this.#typeParameters(node.typeParameters);
    else if (node.kind === 'AnnAssign') node.annotation = this.#annotation(node.annotation);
    else if (node.kind === 'For') node.iterable = foldIterable(node.iterable);
    else if (node.kind === 'Match') this.#cases(node.cases);
    else if ('items' in node) for (const item of node.items) this.#withItem(item);
    else if ('handlers' in node) this.#try(node);
  }

  #function(node: FunctionDef): void {
    this.#typeParameters(node.typeParameters);
    this.#parameters(node.parameters);
    this.body(node.body);
    if (node.returns !== null) node.returns = this.#annotation(node.returns);
  }

  #class(node: ClassDef): void {
    this.#typeParameters(node.typeParameters);
    for (const keyword of node.keywords) keyword.value = this.expression(keyword.value);
    this.body(node.body);
  }

  #withItem(item: WithItem): void {
    item.contextExpression = this.expression(item.contextExpression);
    if (item.target !== null) item.target = this.expression(item.target);
  }

  #cases(cases: readonly MatchCase[]): void {
    for (const matchCase of cases) {
      this.#pattern(matchCase.pattern);
      if (matchCase.guard !== null) matchCase.guard = this.expression(matchCase.guard);
      this.#statements(matchCase.body);
    }
  }

  #try(node: Try): void {
    this.#statements(node.finalBody);
    for (const handler of node.handlers) {
      if (handler.type !== null) handler.type = this.expression(handler.type);
      this.#statements(handler.body);
    }
  }

  #pattern(node: Pattern): void {
    this.#fields(node as unknown as Fields, patternFields[node.kind]);
    if ('patterns' in node) for (const part of node.patterns) this.#pattern(part);
    if (node.kind === 'MatchClass') for (const part of node.keywordPatterns) this.#pattern(part);
    if (node.kind === 'MatchAs' && node.pattern !== null) this.#pattern(node.pattern);
  }
}

function isDefinition(node: Statement): boolean {
  return node.kind === 'FunctionDef' || node.kind === 'AsyncFunctionDef' || node.kind === 'ClassDef';
}

function startsWithText(nodes: readonly Statement[]): ConstantExpression | null {
  const [first] = nodes;
  const isText = first?.kind === 'Expr' && first.value.kind === 'Constant' && typeof first.value.value === 'string';
  return isText ? (first.value as ConstantExpression) : null;
}

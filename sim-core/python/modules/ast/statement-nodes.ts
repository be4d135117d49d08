/** Statements and patterns of the parser's tree as nodes of `ast`. */
import { PyList } from '../../objects/py-list.ts';
import type { Value } from '../../objects/value.ts';
import type { Expression } from '../../syntax/ast.ts';
import type {
  Alias,
  ExceptHandler,
  MatchCase,
  Pattern,
  Root,
  Statement,
  WithItem,
} from '../../syntax/ast-statements.ts';
import {
  binaryNames,
  expressionNode,
  expressionOrNone,
  keywordNode,
  operatorNode,
  parametersNode,
  typeParameterNode,
} from './expression-nodes.ts';
import { listOf, optional, treeNode } from './tree-node.ts';

const body = (statements: readonly Statement[]): Value => listOf(statements, statementNode);
const expressions = (items: readonly Expression[]): Value => listOf(items, expressionNode);
const texts = (items: readonly string[]): Value => new PyList([...items]);
const patterns = (items: readonly Pattern[]): Value => listOf(items, patternNode);

export function rootNode(root: Root): Value {
  if (root.kind === 'Expression') return treeNode('Expression', [expressionNode(root.body)]);
  return treeNode(root.kind, root.kind === 'Module' ? [body(root.body), new PyList([])] : [body(root.body)]);
}

function aliasNode(alias: Alias): Value {
  return treeNode('alias', [alias.name, alias.asName], alias);
}

function handlerNode(handler: ExceptHandler): Value {
  return treeNode('ExceptHandler', [expressionOrNone(handler.type), handler.name, body(handler.body)], handler);
}

function withItemNode(item: WithItem): Value {
  return treeNode('withitem', [expressionNode(item.contextExpression), expressionOrNone(item.target)]);
}

function caseNode(one: MatchCase): Value {
  return treeNode('match_case', [patternNode(one.pattern), expressionOrNone(one.guard), body(one.body)]);
}

function patternNode(pattern: Pattern): Value {
  return treeNode(pattern.kind, patternFields(pattern), pattern);
}

function patternFields(node: Pattern): Value[] {
  switch (node.kind) {
    case 'MatchValue':
      return [expressionNode(node.value)];
    case 'MatchSingleton':
      return [node.value];
    case 'MatchSequence':
    case 'MatchOr':
      return [patterns(node.patterns)];
    case 'MatchMapping':
      return [expressions(node.keys), patterns(node.patterns), node.rest];
    case 'MatchClass':
      return [
        expressionNode(node.type),
        patterns(node.patterns),
        texts(node.keywordNames),
        patterns(node.keywordPatterns),
      ];
    case 'MatchStar':
      return [node.name];
    case 'MatchAs':
      return [optional(node.pattern, patternNode), node.name];
  }
}

function statementNode(node: Statement): Value {
  return treeNode(node.kind, fieldsOf(node), node);
}

// oxlint-disable-next-line max-lines-per-function, complexity -- one table of all statements
function fieldsOf(node: Statement): Value[] {
  switch (node.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return [
        node.name,
        parametersNode(node.parameters),
        body(node.body),
        expressions(node.decorators),
        expressionOrNone(node.returns),
        null,
        listOf(node.typeParameters, typeParameterNode),
      ];
    case 'ClassDef':
      return [
        node.name,
        expressions(node.bases),
        listOf(node.keywords, keywordNode),
        body(node.body),
        expressions(node.decorators),
        listOf(node.typeParameters, typeParameterNode),
      ];
    case 'Return':
      return [expressionOrNone(node.value)];
    case 'Delete':
      return [expressions(node.targets)];
    case 'Assign':
      return [expressions(node.targets), expressionNode(node.value), null];
    case 'TypeAlias':
      return [expressionNode(node.name), listOf(node.typeParameters, typeParameterNode), expressionNode(node.value)];
    case 'AugAssign':
      return [expressionNode(node.target), operatorNode(binaryNames[node.operator]), expressionNode(node.value)];
    case 'AnnAssign':
      return [
        expressionNode(node.target),
        expressionNode(node.annotation),
        expressionOrNone(node.value),
        Number(node.isSimple),
      ];
    case 'For':
    case 'AsyncFor':
      return [expressionNode(node.target), expressionNode(node.iterable), body(node.body), body(node.orElse), null];
    case 'While':
    case 'If':
      return [expressionNode(node.test), body(node.body), body(node.orElse)];
    case 'With':
    case 'AsyncWith':
      return [listOf(node.items, withItemNode), body(node.body), null];
    case 'Match':
      return [expressionNode(node.subject), listOf(node.cases, caseNode)];
    case 'Raise':
      return [expressionOrNone(node.exception), expressionOrNone(node.cause)];
    case 'Try':
    case 'TryStar':
      return [body(node.body), listOf(node.handlers, handlerNode), body(node.orElse), body(node.finalBody)];
    case 'Assert':
      return [expressionNode(node.test), expressionOrNone(node.message)];
    case 'Import':
      return [listOf(node.names, aliasNode)];
    case 'ImportFrom':
      return [node.module, listOf(node.names, aliasNode), node.level];
    case 'Global':
    case 'Nonlocal':
      return [texts(node.names)];
    case 'Expr':
      return [expressionNode(node.value)];
    case 'Pass':
    case 'Break':
    case 'Continue':
      return [];
  }
}

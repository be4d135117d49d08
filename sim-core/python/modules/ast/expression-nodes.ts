/** Expressions of the parser's tree as nodes of `ast`. */
import type { Value } from '../../objects/value.ts';
import type {
  BinaryOperator,
  ComparisonOperator,
  ComprehensionFor,
  Context,
  Expression,
  Keyword,
  Parameter,
  Parameters,
  TypeParameter,
  UnaryOperator,
} from '../../syntax/ast.ts';
import { constantValue, listOf, optional, treeNode } from './tree-node.ts';

export const binaryNames: Readonly<Record<BinaryOperator, string>> = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mult',
  '@': 'MatMult',
  '/': 'Div',
  '%': 'Mod',
  '**': 'Pow',
  '<<': 'LShift',
  '>>': 'RShift',
  '|': 'BitOr',
  '^': 'BitXor',
  '&': 'BitAnd',
  '//': 'FloorDiv',
};
const unaryNames: Readonly<Record<UnaryOperator, string>> = { '~': 'Invert', not: 'Not', '+': 'UAdd', '-': 'USub' };
const comparisonNames: Readonly<Record<ComparisonOperator, string>> = {
  '==': 'Eq',
  '!=': 'NotEq',
  '<': 'Lt',
  '<=': 'LtE',
  '>': 'Gt',
  '>=': 'GtE',
  is: 'Is',
  'is not': 'IsNot',
  in: 'In',
  'not in': 'NotIn',
};
const contextNames: Readonly<Record<Context, string>> = { load: 'Load', store: 'Store', delete: 'Del' };
const conversions = { s: 115, r: 114, a: 97 } as const;

export const operatorNode = (name: string): Value => treeNode(name, []);
const contextNode = (context: Context): Value => treeNode(contextNames[context], []);
const expressions = (items: readonly Expression[]): Value => listOf(items, expressionNode);
export const expressionOrNone = (item: Expression | null): Value => optional(item, expressionNode);

function generatorNode(generator: ComprehensionFor): Value {
  const { target, iterable, conditions, isAsync } = generator;
  return treeNode('comprehension', [
    expressionNode(target),
    expressionNode(iterable),
    expressions(conditions),
    Number(isAsync),
  ]);
}

export function keywordNode(keyword: Keyword): Value {
  return treeNode('keyword', [keyword.name, expressionNode(keyword.value)], keyword);
}

function parameterNode(parameter: Parameter): Value {
  return treeNode('arg', [parameter.name, expressionOrNone(parameter.annotation), null], parameter);
}

export function parametersNode(given: Parameters): Value {
  return treeNode('arguments', [
    listOf(given.positionalOnly, parameterNode),
    listOf(given.positional, parameterNode),
    optional(given.varArgs, parameterNode),
    listOf(given.keywordOnly, parameterNode),
    listOf(given.keywordDefaults, expressionOrNone),
    optional(given.varKeywords, parameterNode),
    expressions(given.defaults),
  ]);
}

export function typeParameterNode(given: TypeParameter): Value {
  const bound = given.kind === 'TypeVar' ? [expressionOrNone(given.bound)] : [];
  return treeNode(given.kind, [given.name, ...bound, expressionOrNone(given.defaultValue)], given);
}

export function expressionNode(node: Expression): Value {
  return treeNode(node.kind, fieldsOf(node), node);
}

// oxlint-disable-next-line max-lines-per-function, complexity -- one table of all expressions
function fieldsOf(node: Expression): Value[] {
  switch (node.kind) {
    case 'BoolOp':
      return [operatorNode(node.operator === 'and' ? 'And' : 'Or'), expressions(node.values)];
    case 'NamedExpr':
      return [expressionNode(node.target), expressionNode(node.value)];
    case 'BinOp':
      return [expressionNode(node.left), operatorNode(binaryNames[node.operator]), expressionNode(node.right)];
    case 'UnaryOp':
      return [operatorNode(unaryNames[node.operator]), expressionNode(node.operand)];
    case 'Lambda':
      return [parametersNode(node.parameters), expressionNode(node.body)];
    case 'IfExp':
      return [expressionNode(node.test), expressionNode(node.body), expressionNode(node.orElse)];
    case 'Dict':
      return [listOf(node.keys, expressionOrNone), expressions(node.values)];
    case 'Set':
      return [expressions(node.elements)];
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return [expressionNode(node.element), listOf(node.generators, generatorNode)];
    case 'DictComp':
      return [expressionNode(node.key), expressionNode(node.value), listOf(node.generators, generatorNode)];
    case 'Await':
    case 'YieldFrom':
      return [expressionNode(node.value)];
    case 'Yield':
      return [expressionOrNone(node.value)];
    case 'Compare':
      return [
        expressionNode(node.left),
        listOf(node.operators, (operator) => operatorNode(comparisonNames[operator])),
        expressions(node.comparators),
      ];
    case 'Call':
      return [expressionNode(node.callee), expressions(node.args), listOf(node.keywords, keywordNode)];
    case 'FormattedValue':
      return [
        expressionNode(node.value),
        node.conversion === null ? -1 : conversions[node.conversion],
        expressionOrNone(node.formatSpec),
      ];
    case 'JoinedStr':
      return [expressions(node.values)];
    case 'Constant':
      return [constantValue(node.value), node.unicodePrefix === true ? 'u' : null];
    case 'Attribute':
      return [expressionNode(node.value), node.attribute, contextNode(node.context)];
    case 'Subscript':
      return [expressionNode(node.value), expressionNode(node.slice), contextNode(node.context)];
    case 'Starred':
      return [expressionNode(node.value), contextNode(node.context)];
    case 'Name':
      return [node.id, contextNode(node.context)];
    case 'List':
    case 'Tuple':
      return [expressions(node.elements), contextNode(node.context)];
    case 'Slice':
      return [expressionOrNone(node.lower), expressionOrNone(node.upper), expressionOrNone(node.step)];
  }
}

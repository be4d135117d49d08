/**
 * Expressions as text again, for annotations that are not evaluated.
 * Models: CPython 3.13, Python/ast_unparse.c.
 */
import type { NodeOfKind } from '../../syntax/child-nodes.ts';
import type {
  Attribute,
  BinaryOperator,
  BinOp,
  BoolOp,
  Call,
  ComprehensionFor,
  Dict,
  Expression,
  FormattedValue,
  JoinedStr,
  Lambda,
  Parameter,
  Parameters,
  Sequence,
  Slice,
  UnaryOp,
} from '../../syntax/ast.ts';
import type { Constant } from '../code-object.ts';
import { constantRepr, stringRepr } from '../constant-repr.ts';

/** How tightly things bind, from the loosest. */
const level = {
  tuple: 0,
  test: 1,
  or: 2,
  and: 3,
  not: 4,
  compare: 5,
  bitOr: 6,
  bitXor: 7,
  bitAnd: 8,
  shift: 9,
  arithmetic: 10,
  term: 11,
  factor: 12,
  power: 13,
  await: 14,
  atom: 15,
} as const;

const binaryLevels: Readonly<Record<BinaryOperator, number>> = {
  '|': level.bitOr,
  '^': level.bitXor,
  '&': level.bitAnd,
  '<<': level.shift,
  '>>': level.shift,
  '+': level.arithmetic,
  '-': level.arithmetic,
  '*': level.term,
  '/': level.term,
  '//': level.term,
  '%': level.term,
  '@': level.term,
  '**': level.power,
};

type Writers = {
  readonly [Kind in Expression['kind']]: (node: NodeOfKind<Expression, Kind>, around: number) => string;
};

const writers: Writers = {
  BoolOp: boolOp,
  NamedExpr: (node, around) =>
    paren(`${write(node.target, level.atom)} := ${write(node.value, level.atom)}`, around > level.tuple),
  BinOp: binOp,
  UnaryOp: unaryOp,
  Lambda: lambda,
  IfExp: (node, around) => {
    const [body, test] = [write(node.body, level.test + 1), write(node.test, level.test + 1)];
    return paren(`${body} if ${test} else ${write(node.orElse, level.test)}`, around > level.test);
  },
  Dict: dict,
  Set: (node) => `{${list(node.elements)}}`,
  ListComp: (node) => `[${write(node.element, level.test)}${clauses(node.generators)}]`,
  SetComp: (node) => `{${write(node.element, level.test)}${clauses(node.generators)}}`,
  GeneratorExp: (node) => `(${write(node.element, level.test)}${clauses(node.generators)})`,
  DictComp: (node) => `{${write(node.key, level.test)}: ${write(node.value, level.test)}${clauses(node.generators)}}`,
  Await: (node, around) => paren(`await ${write(node.value, level.atom)}`, around > level.await),
  Yield: (node) => (node.value === null ? '(yield)' : `(yield ${write(node.value, level.tuple)})`),
  YieldFrom: (node) => `(yield from ${write(node.value, level.test)})`,
  Compare: (node, around) => {
    const rest = node.operators.map((operator, index) => {
      const comparator = node.comparators[index];
      return ` ${operator} ${comparator === undefined ? '' : write(comparator, level.compare + 1)}`;
    });
    return paren(`${write(node.left, level.compare + 1)}${rest.join('')}`, around > level.compare);
  },
  Call: call,
  FormattedValue: (node) => `f${stringRepr(replacementField(node))}`,
  JoinedStr: (node) => `f${stringRepr(formatText(node))}`,
  Constant: (node) => (node.unicodePrefix === true ? 'u' : '') + constant(node.value),
  Attribute: attribute,
  Subscript: (node) => `${write(node.value, level.atom)}[${write(node.slice, level.tuple)}]`,
  Starred: (node) => `*${write(node.value, level.bitOr)}`,
  Name: (node) => node.id,
  List: (node) => `[${list(node.elements)}]`,
  Tuple: tuple,
  Slice: slice,
};

export function unparse(node: Expression): string {
  return write(node, level.test);
}

function write(node: Expression, around: number): string {
  const writer = writers[node.kind] as (node: Expression, around: number) => string;
  return writer(node, around);
}

function paren(text: string, isNeeded: boolean): string {
  return isNeeded ? `(${text})` : text;
}

function list(nodes: readonly Expression[]): string {
  return nodes.map((node) => write(node, level.test)).join(', ');
}

function boolOp(node: BoolOp, around: number): string {
  const own = node.operator === 'and' ? level.and : level.or;
  const text = node.values.map((value) => write(value, own + 1)).join(` ${node.operator} `);
  return paren(text, around > own);
}

function binOp({ left, operator, right }: BinOp, around: number): string {
  const own = binaryLevels[operator];
  const isRight = operator === '**';
  const text = `${write(left, own + (isRight ? 1 : 0))} ${operator} ${write(right, own + (isRight ? 0 : 1))}`;
  return paren(text, around > own);
}

function unaryOp({ operator, operand }: UnaryOp, around: number): string {
  const own = operator === 'not' ? level.not : level.factor;
  return paren(`${operator === 'not' ? 'not ' : operator}${write(operand, own)}`, around > own);
}

function lambda({ parameters, body }: Lambda, around: number): string {
  const shown = parameterList(parameters);
  return paren(`lambda${shown === '' ? '' : ` ${shown}`}: ${write(body, level.test)}`, around > level.test);
}

function parameterList(parameters: Parameters): string {
  const { positionalOnly, positional, varArgs, keywordOnly, keywordDefaults, varKeywords, defaults } = parameters;
  const plain = [...positionalOnly, ...positional];
  const withoutDefault = plain.length - defaults.length;
  const shown: string[] = [];
  plain.forEach((parameter, index) => {
    shown.push(withDefault(parameter, defaults[index - withoutDefault] ?? null));
    if (index === positionalOnly.length - 1) shown.push('/');
  });
  if (varArgs !== null || keywordOnly.length > 0) shown.push(`*${varArgs?.name ?? ''}`);
  keywordOnly.forEach((parameter, index) => shown.push(withDefault(parameter, keywordDefaults[index] ?? null)));
  if (varKeywords !== null) shown.push(`**${varKeywords.name}`);
  return shown.join(', ');
}

function withDefault(parameter: Parameter, value: Expression | null): string {
  return value === null ? parameter.name : `${parameter.name}=${write(value, level.test)}`;
}

function dict({ keys, values }: Dict): string {
  const items = values.map((value, index) => {
    const key = keys[index] ?? null;
    return key === null ? `**${write(value, level.bitOr)}` : `${write(key, level.test)}: ${write(value, level.test)}`;
  });
  return `{${items.join(', ')}}`;
}

function clauses(generators: readonly ComprehensionFor[]): string {
  return generators
    .map(({ isAsync, target, iterable, conditions }) => {
      const tests = conditions.map((condition) => ` if ${write(condition, level.test + 1)}`).join('');
      const loop = ` for ${write(target, level.tuple)} in ${write(iterable, level.test + 1)}`;
      return `${isAsync ? ' async' : ''}${loop}${tests}`;
    })
    .join('');
}

function call({ callee, args, keywords }: Call): string {
  const [only] = args;
  const shownCallee = write(callee, level.atom);
  if (args.length === 1 && keywords.length === 0 && only?.kind === 'GeneratorExp') {
    return `${shownCallee}${write(only, level.test)}`;
  }
  const shown = args.map((argument) => write(argument, level.test));
  for (const { name, value } of keywords) shown.push(`${name === null ? '**' : `${name}=`}${write(value, level.test)}`);
  return `${shownCallee}(${shown.join(', ')})`;
}

function attribute(node: Attribute): string {
  const { value } = node;
  const isInteger = value.kind === 'Constant' && (typeof value.value === 'number' || typeof value.value === 'bigint');
  return `${write(value, level.atom)}${isInteger ? ' .' : '.'}${node.attribute}`;
}

function tuple({ elements }: Sequence, around: number): string {
  if (elements.length === 0) return '()';
  return paren(`${list(elements)}${elements.length === 1 ? ',' : ''}`, around > level.tuple);
}

function slice({ lower, upper, step }: Slice): string {
  const part = (node: Expression | null): string => (node === null ? '' : write(node, level.test));
  return `${part(lower)}:${part(upper)}${step === null ? '' : `:${part(step)}`}`;
}

function constant(value: Constant): string {
  if (typeof value === 'object' && value?.kind === 'ellipsis') return '...';
  const shown = constantRepr(value);
  const isNumber = typeof value === 'object' && (value?.kind === 'float' || value?.kind === 'complex');
  return isNumber ? shown.replace('inf', '1e309') : shown;
}

function formatText(node: JoinedStr): string {
  return node.values.map(formatPart).join('');
}

function formatPart(node: Expression): string {
  if (node.kind === 'FormattedValue') return replacementField(node);
  if (node.kind === 'JoinedStr') return formatText(node);
  if (node.kind !== 'Constant' || typeof node.value !== 'string') return write(node, level.test);
  return node.value.replaceAll('{', '{{').replaceAll('}', '}}');
}

function replacementField({ value, conversion, formatSpec }: FormattedValue): string {
  const shown = write(value, level.test + 1);
  const space = shown.startsWith('{') ? ' ' : '';
  const spec = formatSpec === null ? '' : `:${formatPart(formatSpec)}`;
  return `{${space}${shown}${conversion === null ? '' : `!${conversion}`}${spec}}`;
}

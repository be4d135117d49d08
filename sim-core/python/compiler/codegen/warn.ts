/**
 * What is allowed but looks like a mistake.
 * Models: CPython 3.13, Python/compile.c (`check_compare`, `check_caller`, `check_subscripter`, `check_index`).
 */
import type { Call, Compare, Expression, Subscript } from '../../syntax/ast.ts';
import type { CodeGenerator } from './code-generator.ts';

/** `x is 1` */
export function warnAboutIdentity(generator: CodeGenerator, node: Compare): void {
  let left = node.left;
  node.operators.forEach((operator, index) => {
    const right = node.comparators[index] ?? left;
    if (operator === 'is' || operator === 'is not') {
      const literal = literalType(right) ?? literalType(left);
      const meant = operator === 'is' ? '==' : '!=';
      if (literal !== null) {
        generator.options.warn(`"${operator}" with '${literal}' literal. Did you mean "${meant}"?`, node);
      }
    }
    left = right;
  });
}

/** The type of a literal that identity says nothing about. */
function literalType(node: Expression): string | null {
  if (node.kind === 'Tuple') return 'tuple';
  if (node.kind !== 'Constant') return null;
  const { value } = node;
  if (value === null || typeof value === 'boolean') return null;
  return typeof value === 'object' && value.kind === 'ellipsis' ? null : typeNameOf(node);
}

const notCallable: ReadonlySet<Expression['kind']> = new Set([
  'Constant',
  'Tuple',
  'List',
  'ListComp',
  'Dict',
  'DictComp',
  'Set',
  'SetComp',
  'GeneratorExp',
  'JoinedStr',
  'FormattedValue',
]);

export function warnAboutCall(generator: CodeGenerator, node: Call): void {
  if (!notCallable.has(node.callee.kind)) return;
  const type = typeNameOf(node.callee);
  generator.options.warn(`'${type}' object is not callable; perhaps you missed a comma?`, node);
}

const notSubscriptable: ReadonlySet<Expression['kind']> = new Set(['Set', 'SetComp', 'GeneratorExp', 'Lambda']);
const notIndexable: ReadonlySet<Expression['kind']> = new Set([
  'Tuple',
  'List',
  'ListComp',
  'JoinedStr',
  'FormattedValue',
]);

export function warnAboutSubscript(generator: CodeGenerator, node: Subscript): void {
  const { value, slice } = node;
  const type = typeNameOf(value);
  const isPlainConstant = value.kind === 'Constant' && !['str', 'bytes', 'tuple'].includes(type);
  if (notSubscriptable.has(value.kind) || isPlainConstant) {
    generator.options.warn(`'${type}' object is not subscriptable; perhaps you missed a comma?`, node);
    return;
  }
  if (!notIndexable.has(value.kind) && value.kind !== 'Constant') return;
  const index = indexType(slice);
  if (index === null) return;
  const message = `${type} indices must be integers or slices, not ${index}; perhaps you missed a comma?`;
  generator.options.warn(message, node);
}

/** The type of an index that is surely no integer. */
function indexType(slice: Expression): string | null {
  if (slice.kind === 'Slice' || slice.kind === 'Name') return null;
  const type = typeNameOf(slice);
  return type === '' || type === 'int' || type === 'bool' ? null : type;
}

/** What an expression that shows its type would be; empty where it does not. */
function typeNameOf(node: Expression): string {
  const shown: Partial<Record<Expression['kind'], string>> = {
    Tuple: 'tuple',
    List: 'list',
    ListComp: 'list',
    Dict: 'dict',
    DictComp: 'dict',
    Set: 'set',
    SetComp: 'set',
    GeneratorExp: 'generator',
    Lambda: 'function',
    JoinedStr: 'str',
    FormattedValue: 'str',
  };
  if (node.kind !== 'Constant') return shown[node.kind] ?? '';
  const { value } = node;
  if (value === null) return 'NoneType';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'object' ? value.kind : 'int';
}

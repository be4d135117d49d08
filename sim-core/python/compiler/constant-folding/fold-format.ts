/**
 * `'…%s…' % (a, b)` as an f-string.
 * Models: CPython 3.13, Python/ast_opt.c (`optimize_format`).
 */
import type { BinOp, ConstantExpression, Expression, FormattedValue } from '../../syntax/ast.ts';

const specification = /%(%|(?<flags>[-+ #0]*)(?<width>\d*)(?:\.(?<precision>\d*))?(?<letter>[^]))/y;
const longestNumber = 2;

/** The node itself where the format asks for more than can be said in an f-string. */
export function foldFormat(node: BinOp, format: string, elements: readonly Expression[]): Expression {
  if (elements.some((element) => element.kind === 'Starred')) return node;
  const values: Expression[] = [];
  let text = '';
  let used = 0;
  const flush = (): void => {
    if (text !== '') values.push(literal(text));
    text = '';
  };
  for (let at = 0; at < format.length;) {
    const percent = format.indexOf('%', at);
    if (percent < 0) {
      text += format.slice(at);
      break;
    }
    text += format.slice(at, percent);
    specification.lastIndex = percent;
    const match = specification.exec(format);
    if (match === null) return node;
    at = specification.lastIndex;
    if (match[0] === '%%') {
      text += '%';
      continue;
    }
    flush();
    const element = elements[used];
    const value = element === undefined ? null : formatted(element, match.groups ?? {});
    if (value === null) return node;
    values.push(value);
    used += 1;
  }
  flush();
  if (used < elements.length) return node;
  const { line, column, endLine, endColumn } = node;
  return { kind: 'JoinedStr', values, line, column, endLine, endColumn };
}

/** Text of a format comes from nowhere in particular. */
function literal(value: string): ConstantExpression {
  return { kind: 'Constant', value, line: -1, column: -1, endLine: -1, endColumn: -1 };
}

function formatted(value: Expression, groups: Readonly<Record<string, string | undefined>>): FormattedValue | null {
  const { flags = '', width = '', precision, letter } = groups;
  if (letter !== 's' && letter !== 'r' && letter !== 'a') return null;
  if (width.length > longestNumber || (precision ?? '').length > longestNumber) return null;
  const { line, column, endLine, endColumn } = value;
  const place = { line, column, endLine, endColumn };
  const isAligned = !flags.includes('-') && Number(width) > 0;
  const size = width === '' ? '' : String(Number(width));
  const limit = precision === undefined ? '' : `.${Number(precision === '' ? 0 : precision)}`;
  const spec = `${isAligned ? '>' : ''}${size}${limit}`;
  const formatSpec: Expression | null = spec === '' ? null : { kind: 'Constant', value: spec, ...place };
  return { kind: 'FormattedValue', value, conversion: letter, formatSpec, ...place };
}

/**
 * The format-spec mini-language: `[[fill]align][sign][z][#][0][width][,_][.precision][type]`.
 * Models: CPython 3.13, parse_internal_render_format_spec in Python/formatter_unicode.c.
 */
import { ValueFault } from '../value-fault.ts';

/** A parsed format spec; null stands for what was not said. */
export interface FormatSpec {
  readonly fill: string;
  readonly align: '<' | '>' | '=' | '^';
  readonly sign: '+' | '-' | ' ' | null;
  readonly coercesNegativeZero: boolean;
  readonly alternate: boolean;
  readonly width: number | null;
  readonly grouping: ',' | '_' | null;
  readonly precision: number | null;
  readonly type: string | null;
}

/** What a type of object brings to the parsing: its name for messages, its alignment and type when none is said. */
export interface FormatTarget {
  readonly typeName: string;
  readonly align: '<' | '>';
  readonly type: string | null;
}

const syntax = /^(?:(.)?([<>=^]))?([ +-])?(z)?(#)?(0)?(\d*)(,?)(_?)(.*)$/su;

type Parts = readonly (string | undefined)[];

/** Programs format with few different specs, again and again. */
const parsedSpecs = new Map<string, FormatSpec>();
const mostParsedSpecs = 256;

export function parseFormatSpec(spec: string, target: FormatTarget): FormatSpec {
  const key = `${target.typeName} ${spec}`;
  const known = parsedSpecs.get(key);
  if (known !== undefined) return known;
  const parsed = readFormatSpec(spec, target);
  if (parsedSpecs.size >= mostParsedSpecs) parsedSpecs.clear();
  parsedSpecs.set(key, parsed);
  return parsed;
}

function readFormatSpec(spec: string, target: FormatTarget): FormatSpec {
  const parts = syntax.exec(spec) as unknown as Parts;
  const [, , , sign, zeroCoercion, alternate, , , comma, underscore, rest = ''] = parts;
  const padding = parsePadding(parts, target);
  if (underscore && (comma || rest.startsWith(','))) throw bothGroupings();
  const { precision, type } = parseTail(rest, spec, target);
  const grouping = comma ? ',' : underscore ? '_' : null;
  if (grouping !== null) checkGrouping(grouping, type);
  return {
    ...padding,
    sign: (sign as FormatSpec['sign'] | undefined) ?? null,
    coercesNegativeZero: zeroCoercion !== undefined,
    alternate: alternate !== undefined,
    grouping,
    precision,
    type,
  };
}

/** A zero before the width pads with zeros, unless a fill is said: then it is a digit of the width. */
function parsePadding(parts: Parts, target: FormatTarget): Pick<FormatSpec, 'fill' | 'align' | 'width'> {
  const [, fill, align, , , , zero = '', width = ''] = parts;
  const padsZeros = fill === undefined && zero !== '';
  const digits = padsZeros ? width : zero + width;
  const defaultAlign = padsZeros && target.align === '>' ? '=' : target.align;
  return {
    fill: padsZeros ? '0' : (fill ?? ' '),
    align: (align as FormatSpec['align'] | undefined) ?? defaultAlign,
    width: digits === '' ? null : checkedCount(digits),
  };
}

function parseTail(rest: string, spec: string, target: FormatTarget): Pick<FormatSpec, 'precision' | 'type'> {
  const [, dot, digits, type] = /^(\.(\d*))?(.*)$/su.exec(rest) as unknown as Parts;
  if (dot !== undefined && digits === '') throw new ValueFault('ValueError', 'Format specifier missing precision');
  const precision = dot === undefined ? null : checkedCount(digits ?? '');
  const typeText = type ?? '';
  if (Array.from(typeText).length > 1) {
    throw new ValueFault('ValueError', `Invalid format specifier '${spec}' for object of type '${target.typeName}'`);
  }
  return { precision, type: typeText === '' ? target.type : typeText };
}

/** A width or precision, which must fit a machine word. */
function checkedCount(digits: string): number {
  if (digits.length > 18 && BigInt(digits) > 9223372036854775807n) {
    throw new ValueFault('ValueError', 'Too many decimal digits in format string');
  }
  return Number(digits);
}

function bothGroupings(): ValueFault {
  return new ValueFault('ValueError', "Cannot specify both ',' and '_'.");
}

function checkGrouping(grouping: ',' | '_', type: string | null): void {
  if (type === null || 'deEfFgG%'.includes(type)) return;
  if (grouping === '_' && 'boxX'.includes(type)) return;
  throw new ValueFault('ValueError', `Cannot specify '${grouping}' with '${shownType(type)}'.`);
}

/** The fault of a type character that the object does not know. */
export function unknownFormatCode(type: string | null, typeName: string): ValueFault {
  return new ValueFault(
    'ValueError',
    `Unknown format code '${shownType(type ?? '')}' for object of type '${typeName}'`,
  );
}

function shownType(type: string): string {
  const code = type.codePointAt(0) ?? 0;
  return code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
}

/**
 * The parser of `text % values`. The machine walks the pieces, fetches the values and renders them.
 * Models: CPython 3.13, unicode_format_arg_parse in Objects/unicodeobject.c.
 */
import { codePointIndex } from '../text/code-points.ts';
import { ValueFault } from '../value-fault.ts';

export type PercentPiece =
  | { readonly kind: 'literal'; readonly text: string }
  | PercentConversion
  /** Raised when the rendering comes to it. */
  | { readonly kind: 'fault'; readonly fault: ValueFault };

/** One `%…x`. A width or precision of `'*'` is taken from the values, before the value itself. */
export interface PercentConversion {
  readonly kind: 'conversion';
  /** The key in parentheses, which asks for a mapping; null for none. */
  readonly key: string | null;
  readonly left: boolean;
  readonly plus: boolean;
  readonly space: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number | '*' | null;
  readonly precision: number | '*' | null;
  /** The letter, whether it is a known one or not. */
  readonly conversion: string;
  /** Where the letter stands in the format, for messages. */
  readonly index: number;
}

export function parsePercentFormat(format: string): readonly PercentPiece[] {
  const pieces: PercentPiece[] = [];
  let from = 0;
  for (;;) {
    const mark = format.indexOf('%', from);
    if (mark < 0) {
      if (from < format.length) pieces.push({ kind: 'literal', text: format.slice(from) });
      return pieces;
    }
    if (mark > from) pieces.push({ kind: 'literal', text: format.slice(from, mark) });
    if (format.charAt(mark + 1) === '%') {
      pieces.push({ kind: 'literal', text: '%' });
      from = mark + 2;
      continue;
    }
    const [piece, end] = parseConversion(format, mark + 1);
    pieces.push(piece);
    if (piece.kind === 'fault') return pieces;
    from = end;
  }
}

const rest = /([-+ #0]*)(\*|\d*)(?:(\.)(\*|\d*))?[hlL]?(.?)/suy;

function parseConversion(format: string, start: number): readonly [PercentPiece, number] {
  const keyEnd = format.charAt(start) === '(' ? closingParenthesis(format, start) : start;
  if (keyEnd === null) return [valueError('incomplete format key'), format.length];
  rest.lastIndex = keyEnd;
  const match = rest.exec(format) as RegExpExecArray;
  const [, flags = '', width = '', dot, precision = '', conversion = ''] = match;
  if (isTooBig(width)) return [valueError('width too big'), format.length];
  if (isTooBig(precision)) return [valueError('precision too big'), format.length];
  if (conversion === '') return [valueError('incomplete format'), format.length];
  const end = rest.lastIndex;
  const piece: PercentConversion = {
    kind: 'conversion',
    key: keyEnd > start ? format.slice(start + 1, keyEnd - 1) : null,
    left: flags.includes('-'),
    plus: flags.includes('+'),
    space: flags.includes(' '),
    alternate: flags.includes('#'),
    zero: flags.includes('0'),
    width: width === '*' ? '*' : width === '' ? null : Number(width),
    precision: dot === undefined ? null : precision === '*' ? '*' : Number(precision),
    conversion,
    index: codePointIndex(format, end - conversion.length),
  };
  return [piece, end];
}

/** Behind the parenthesis that closes the key, or null; parentheses within must be paired. */
function closingParenthesis(format: string, start: number): number | null {
  let depth = 0;
  for (let index = start; index < format.length; index++) {
    const character = format.charAt(index);
    if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return index + 1;
  }
  return null;
}

function isTooBig(digits: string): boolean {
  return digits.length > 9 && Number(digits) > 0x7fffffff;
}

function valueError(message: string): PercentPiece {
  return { kind: 'fault', fault: new ValueFault('ValueError', message) };
}

/** The conversion with a width that came from the values; a negative one aligns to the left. */
export function withWidth(conversion: PercentConversion, width: number): PercentConversion {
  return { ...conversion, width: Math.abs(width), left: conversion.left || width < 0 };
}

/** The conversion with a precision that came from the values. */
export function withPrecision(conversion: PercentConversion, precision: number): PercentConversion {
  return { ...conversion, precision: Math.max(precision, 0) };
}

/** The fault of a letter that means nothing. */
export function unsupportedConversion({ conversion, index }: PercentConversion): ValueFault {
  const code = conversion.codePointAt(0) ?? 0;
  const shown = code >= 31 && code <= 126 ? conversion : '?';
  return new ValueFault(
    'ValueError',
    `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${index}`,
  );
}

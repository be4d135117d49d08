/**
 * `format(value, spec)` for ints, floats, complex numbers and texts. An empty spec is the caller's: it means `str(value)`.
 * Models: CPython 3.13, Python/formatter_unicode.c.
 * Leaves out: locales other than C, so that `n` groups nothing.
 */
import { hasSignBit } from '../float/float-bits.ts';
import { intToFloat } from '../int/int-float.ts';
import { intToText } from '../int/int-text.ts';
import { absoluteInt, type Int } from '../int/int.ts';
import { textBetween, textLength } from '../text/code-points.ts';
import { ValueFault } from '../value-fault.ts';
import { floatMagnitudeText, type FloatStyle } from './float-digits.ts';
import { parseFormatSpec, unknownFormatCode, type FormatSpec } from './format-spec.ts';
import { alignText, layOutNumber } from './number-layout.ts';

export function formatText(text: string, spec: string, typeName: string = 'str'): string {
  const parsed = parseFormatSpec(spec, { typeName, align: '<', type: 's' });
  if (parsed.type !== 's') throw unknownFormatCode(parsed.type, typeName);
  if (parsed.sign !== null) throw notAllowed(parsed.sign === ' ' ? 'Space' : 'Sign', 'string');
  if (parsed.coercesNegativeZero) throw notAllowed('Negative zero coercion (z)', 'string');
  if (parsed.alternate) throw notAllowed('Alternate form (#)', 'string');
  if (parsed.align === '=') throw notAllowed("'=' alignment", 'string');
  const { precision } = parsed;
  const isCut = precision !== null && precision < textLength(text);
  return alignText(isCut ? textBetween(text, 0, precision) : text, parsed);
}

function notAllowed(what: string, kind: string): ValueFault {
  return new ValueFault('ValueError', `${what} not allowed in ${kind} format specifier`);
}

const bases: ReadonlyMap<string, { readonly base: number; readonly prefix: string }> = new Map([
  ['b', { base: 2, prefix: '0b' }],
  ['o', { base: 8, prefix: '0o' }],
  ['x', { base: 16, prefix: '0x' }],
  ['X', { base: 16, prefix: '0X' }],
]);

/** The type name is `bool` for True and False. */
export function formatInt(value: Int, spec: string, typeName: string = 'int'): string {
  const parsed = parseFormatSpec(spec, { typeName, align: '>', type: 'd' });
  const type = parsed.type ?? 'd';
  if ('eEfFgG%'.includes(type)) return layOutFloat(intToFloat(value), parsed);
  if (!'bcdoxXn'.includes(type)) throw unknownFormatCode(type, typeName);
  if (parsed.precision !== null) throw notAllowed('Precision', 'integer');
  if (parsed.coercesNegativeZero) throw notAllowed('Negative zero coercion (z)', 'integer');
  if (type === 'c') return formatCharacter(value, parsed);
  const numeral = bases.get(type);
  const magnitude = absoluteInt(value);
  const digits = numeral === undefined ? intToText(magnitude) : magnitude.toString(numeral.base);
  const prefix = parsed.alternate && numeral !== undefined ? numeral.prefix : '';
  const parts = { negative: value < 0, prefix, digits: type === 'X' ? digits.toUpperCase() : digits, rest: '' };
  return layOutNumber(parts, parsed, numeral === undefined ? 3 : 4);
}

function formatCharacter(value: Int, spec: FormatSpec): string {
  if (spec.sign !== null) {
    throw new ValueFault('ValueError', "Sign not allowed with integer format specifier 'c'");
  }
  if (spec.alternate) {
    throw new ValueFault('ValueError', "Alternate form (#) not allowed with integer format specifier 'c'");
  }
  if (value < -(2n ** 63n) || value >= 2n ** 63n) {
    throw new ValueFault('OverflowError', 'Python int too large to convert to C long');
  }
  if (value < 0 || value > 0x10ffff) throw new ValueFault('OverflowError', '%c arg not in range(0x110000)');
  return alignText(String.fromCodePoint(Number(value)), spec.align === '=' ? { ...spec, align: '>' } : spec);
}

export function formatFloat(value: number, spec: string, typeName: string = 'float'): string {
  const parsed = parseFormatSpec(spec, { typeName, align: '>', type: null });
  if (parsed.type !== null && !'eEfFgGn%'.includes(parsed.type)) throw unknownFormatCode(parsed.type, typeName);
  return layOutFloat(value, parsed);
}

function layOutFloat(value: number, spec: FormatSpec): string {
  const style = floatStyle(spec, true);
  const isPercent = spec.type === '%';
  const magnitude = floatMagnitudeText(isPercent ? value * 100 : value, style) + (isPercent ? '%' : '');
  return layOutFloatText(isNegative(value, magnitude, spec), magnitude, spec);
}

function layOutFloatText(negative: boolean, magnitude: string, spec: FormatSpec): string {
  const digits = (/^\d*/.exec(magnitude) as RegExpExecArray)[0];
  return layOutNumber({ negative, prefix: '', digits, rest: magnitude.slice(digits.length) }, spec);
}

/** Whether a minus is written: `z` takes it from what is rounded to zero. */
function isNegative(value: number, magnitude: string, spec: FormatSpec): boolean {
  if (Number.isNaN(value) || !hasSignBit(value)) return false;
  return !spec.coercesNegativeZero || /^[^eE]*[1-9inIN]/.test(magnitude);
}

function floatStyle(spec: FormatSpec, addsPointZero: boolean): FloatStyle {
  const { precision, type, alternate } = spec;
  if (precision !== null && precision > 0x7fffffff) throw new ValueFault('ValueError', 'precision too big');
  const upperCase = type !== null && 'EFG'.includes(type);
  if (type === null) {
    return {
      conversion: precision === null ? 'r' : 'g',
      precision: precision ?? 0,
      alternate,
      addsPointZero,
      upperCase,
    };
  }
  const letter = type.toLowerCase();
  const conversion = letter === 'e' ? 'e' : letter === 'g' || letter === 'n' ? 'g' : 'f';
  return { conversion, precision: precision ?? 6, alternate, addsPointZero: false, upperCase };
}

export function formatComplex(real: number, imaginary: number, spec: string): string {
  const parsed = parseFormatSpec(spec, { typeName: 'complex', align: '>', type: null });
  if (parsed.type !== null && !'eEfFgGn'.includes(parsed.type)) throw unknownFormatCode(parsed.type, 'complex');
  if (parsed.fill === '0')
    throw new ValueFault('ValueError', 'Zero padding is not allowed in complex format specifier');
  if (parsed.align === '=') {
    throw new ValueFault('ValueError', "'=' alignment flag is not allowed in complex format specifier");
  }
  const skipsReal = parsed.type === null && Object.is(real, 0);
  const partSpec: FormatSpec = { ...parsed, width: null };
  const realText = skipsReal ? '' : complexPart(real, partSpec);
  const imaginaryText = complexPart(imaginary, skipsReal ? partSpec : { ...partSpec, sign: '+' });
  const isParenthesised = parsed.type === null && !skipsReal;
  const body = `${realText}${imaginaryText}j`;
  return alignText(isParenthesised ? `(${body})` : body, parsed);
}

function complexPart(value: number, spec: FormatSpec): string {
  const magnitude = floatMagnitudeText(value, floatStyle(spec, false));
  return layOutFloatText(isNegative(value, magnitude, spec), magnitude, spec);
}

/** `repr(complex)`. */
export function reprComplex(real: number, imaginary: number): string {
  return formatComplex(real, imaginary, '');
}

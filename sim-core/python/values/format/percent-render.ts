/** Renders one `%` conversion of a value that the machine has fetched (CPython: unicode_format_arg_format). */
import { hasSignBit } from '../float/float-bits.ts';
import { intToText } from '../int/int-text.ts';
import { absoluteInt, type Int } from '../int/int.ts';
import { textBetween, textLength } from '../text/code-points.ts';
import { checkedTextLength, repeatText } from '../text/text-limit.ts';
import { ValueFault } from '../value-fault.ts';
import { floatMagnitudeText } from './float-digits.ts';
import { layOutNumber } from './number-layout.ts';
import type { PercentConversion } from './percent-format.ts';

/** `%s`, `%r` and `%a`: the text is already `str(value)`, `repr(value)` or `ascii(value)`. */
export function renderPercentText(conversion: PercentConversion, text: string): string {
  const precision = countOf(conversion.precision);
  const isCut = precision !== null && precision < textLength(text);
  return pad(conversion, isCut ? textBetween(text, 0, precision) : text);
}

/** `%c` of an int. */
export function renderPercentCharacter(conversion: PercentConversion, codePoint: Int): string {
  if (codePoint < 0 || codePoint > 0x10ffff) {
    throw new ValueFault('OverflowError', '%c arg not in range(0x110000)');
  }
  return pad(conversion, String.fromCodePoint(Number(codePoint)));
}

/** `%d`, `%i`, `%u`, `%x`, `%X` and `%o`. */
export function renderPercentInt(conversion: PercentConversion, value: Int): string {
  const letter = conversion.conversion;
  const base = letter === 'x' || letter === 'X' ? 16 : letter === 'o' ? 8 : 10;
  const magnitude = absoluteInt(value);
  const digits = base === 10 ? intToText(magnitude) : magnitude.toString(base);
  const prefix = base === 10 || !conversion.alternate ? '' : `0${letter}`;
  const padded = digits.padStart(checkedTextLength(countOf(conversion.precision) ?? 0), '0');
  return layOut(conversion, {
    negative: value < 0,
    prefix,
    digits: letter === 'X' ? padded.toUpperCase() : padded,
    rest: '',
  });
}

/** `%e`, `%f`, `%g` and their capitals. */
export function renderPercentFloat(conversion: PercentConversion, value: number): string {
  const letter = conversion.conversion.toLowerCase() as 'e' | 'f' | 'g';
  const magnitude = floatMagnitudeText(value, {
    conversion: letter,
    precision: countOf(conversion.precision) ?? 6,
    alternate: conversion.alternate,
    addsPointZero: false,
    upperCase: conversion.conversion !== letter,
  });
  const negative = !Number.isNaN(value) && hasSignBit(value);
  return layOut(conversion, { negative, prefix: '', digits: '', rest: magnitude });
}

function layOut(conversion: PercentConversion, parts: Parameters<typeof layOutNumber>[0]): string {
  const { left, zero, plus, space, width } = conversion;
  return layOutNumber(parts, {
    fill: zero && !left ? '0' : ' ',
    align: left ? '<' : zero ? '=' : '>',
    sign: plus ? '+' : space ? ' ' : null,
    width: countOf(width),
    coercesNegativeZero: false,
    alternate: false,
    grouping: null,
    precision: null,
    type: null,
  });
}

function pad({ left, width }: PercentConversion, text: string): string {
  const padding = repeatText(' ', (countOf(width) ?? 0) - textLength(text));
  return left ? text + padding : padding + text;
}

function countOf(count: number | '*' | null): number | null {
  return count === '*' ? null : count;
}

/**
 * Puts sign, prefix, digits, grouping and padding of a number together.
 * Models: CPython 3.13, calc_number_widths and fill_number in Python/formatter_unicode.c.
 */
import { textLength } from '../text/code-points.ts';
import { checkedTextLength } from '../text/text-limit.ts';
import type { FormatSpec } from './format-spec.ts';

/** A number in parts: `sign`, then `prefix` such as `0x`, the digits before the point and the rest from the point on. */
export interface NumberParts {
  readonly negative: boolean;
  readonly prefix: string;
  readonly digits: string;
  readonly rest: string;
}

export function layOutNumber(parts: NumberParts, spec: FormatSpec, groupSize: number = 3): string {
  const sign = signText(parts.negative, spec.sign);
  const width = spec.width ?? 0;
  checkedTextLength(width);
  const fixedWidth = sign.length + parts.prefix.length + parts.rest.length;
  const minimumDigits = spec.fill === '0' && spec.align === '=' ? width - fixedWidth : 0;
  const digits = parts.digits === '' ? '' : groupDigits(parts.digits, minimumDigits, spec.grouping, groupSize);
  const padding = Math.max(width - fixedWidth - digits.length, 0);
  const head = sign + parts.prefix;
  const tail = digits + parts.rest;
  if (spec.align === '=') return head + spec.fill.repeat(padding) + tail;
  return padded(head + tail, padding, spec);
}

function signText(negative: boolean, sign: FormatSpec['sign']): string {
  if (negative) return '-';
  return sign === '+' || sign === ' ' ? sign : '';
}

/** Fills a text up to the width of the spec. */
export function alignText(text: string, spec: FormatSpec): string {
  const width = spec.width ?? 0;
  checkedTextLength(width);
  const padding = width - textLength(text);
  return padding > 0 ? padded(text, padding, spec) : text;
}

function padded(text: string, padding: number, spec: FormatSpec): string {
  const left = spec.align === '>' ? padding : spec.align === '^' ? padding >> 1 : 0;
  return spec.fill.repeat(left) + text + spec.fill.repeat(padding - left);
}

/** Groups from the right; zeros fill up to the minimum width, and never a separator comes first. */
function groupDigits(digits: string, minimumWidth: number, separator: string | null, size: number): string {
  if (separator === null) return digits.padStart(minimumWidth, '0');
  const groups: string[] = [];
  let remaining = digits.length;
  let width = minimumWidth;
  for (;;) {
    const length = Math.min(size, Math.max(remaining, width, 1));
    groups.push(digits.slice(Math.max(remaining - length, 0), Math.max(remaining, 0)).padStart(length, '0'));
    remaining -= length;
    width -= length;
    if (remaining <= 0 && width <= 0) return groups.reverse().join(separator);
    width -= separator.length;
  }
}

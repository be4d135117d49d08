/**
 * A float's magnitude as text in one of C's conversions.
 * Models: CPython 3.13, format_float_short in Python/pystrtod.c.
 */
import { fixedDigits, shortestDigits, significantDigits, type DecimalDigits } from '../float/exact-decimal.ts';

/** How the magnitude is to be written; `r` is the shortest text that reads back the same. */
export interface FloatStyle {
  readonly conversion: 'e' | 'f' | 'g' | 'r';
  readonly precision: number;
  /** `#`: keep the point and, with `g`, trailing zeros. */
  readonly alternate: boolean;
  /** Ends with `.0` where else it would look like an int. */
  readonly addsPointZero: boolean;
  readonly upperCase: boolean;
}

/** The text without a sign. */
export function floatMagnitudeText(value: number, style: FloatStyle): string {
  const text = Number.isFinite(value) ? finiteText(value, style) : Number.isNaN(value) ? 'nan' : 'inf';
  return style.upperCase ? text.toUpperCase() : text;
}

function finiteText(value: number, style: FloatStyle): string {
  const { conversion, precision, alternate } = style;
  switch (conversion) {
    case 'f': {
      const text = fixedDigits(value, precision);
      return alternate && precision === 0 ? `${text}.` : text;
    }
    case 'e': {
      return exponentText(significantDigits(value, precision + 1), style);
    }
    case 'g': {
      const count = Math.max(precision, 1);
      const decimal = significantDigits(value, count);
      const kept = alternate ? decimal : withoutTrailingZeros(decimal);
      const { pointPosition } = decimal;
      const usesExponent = pointPosition <= -4 || pointPosition > count - (style.addsPointZero ? 1 : 0);
      return usesExponent ? exponentText(kept, style) : positionalText(kept, style);
    }
    case 'r': {
      const decimal = shortestDigits(value);
      const usesExponent = decimal.pointPosition <= -4 || decimal.pointPosition > 16;
      return usesExponent ? exponentText(decimal, style) : positionalText(decimal, style);
    }
  }
}

function withoutTrailingZeros({ digits, pointPosition }: DecimalDigits): DecimalDigits {
  return { digits: digits.replace(/0+$/, '') || '0', pointPosition };
}

function exponentText({ digits, pointPosition }: DecimalDigits, style: FloatStyle): string {
  const exponent = pointPosition - 1;
  const fraction = digits.slice(1);
  const point = fraction !== '' || style.alternate ? '.' : '';
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits.charAt(0)}${point}${fraction}e${exponent < 0 ? '-' : '+'}${power}`;
}

function positionalText({ digits, pointPosition }: DecimalDigits, style: FloatStyle): string {
  const whole = pointPosition > 0 ? digits.slice(0, pointPosition).padEnd(pointPosition, '0') : '0';
  const fraction = pointPosition > 0 ? digits.slice(pointPosition) : '0'.repeat(-pointPosition) + digits;
  if (fraction === '' || fraction === '0') {
    if (style.addsPointZero) return `${whole}.0`;
    if (fraction === '') return style.alternate ? `${whole}.` : whole;
  }
  return `${whole}.${fraction}`;
}

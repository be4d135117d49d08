/** format() of decimals. Models: mpd_qformat_spec of libmpdec, __format__ of Lib/_pydecimal.py. */
import type { FormatSpec } from '../format/format-spec.ts';
import { layOutNumber } from '../format/number-layout.ts';
import { finite } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import type { DecimalSettings, Rounding } from './decimal-context.ts';
import { rescaled } from './decimal-rounding.ts';
import { decimalText } from './decimal-text.ts';

export function formatDecimal(given: Decimal, spec: FormatSpec, settings: DecimalSettings): string {
  const letter = spec.type ?? (settings.capitals === 0 ? 'g' : 'G');
  if (!given.isFinite) return formatSpecial(given, spec, letter === '%');
  const percent = letter === '%' ? finite(given.isNegative, given.coefficient, given.exponent + 2) : given;
  const type = letter.toLowerCase();
  const isFixed = type === 'f' || type === '%';
  const value = roundedFor(percent, spec.precision, { type, isFixed, rounding: settings.rounding });
  const digits = value.coefficient.toString();
  const point = value.exponent + digits.length;
  let place = 1;
  if (isFixed) place = point;
  else if (type === 'e') place = value.isZero && spec.precision !== null ? 1 - spec.precision : 1;
  else if (value.exponent <= 0 && point > -6) place = point;
  const whole = place <= 0 ? '0' : digits.slice(0, place) + '0'.repeat(Math.max(0, place - digits.length));
  const fraction = place <= 0 ? '0'.repeat(-place) + digits : digits.slice(place);
  const power = point - place;
  const hasPower = power !== 0 || type === 'e';
  const powerText = hasPower
    ? `${letter === letter.toUpperCase() ? 'E' : 'e'}${power < 0 ? '-' : '+'}${Math.abs(power)}`
    : '';
  const isPlainZero = spec.coercesNegativeZero && value.coefficient === 0n;
  const rest = (fraction === '' && !spec.alternate ? '' : `.${fraction}`) + powerText + (type === '%' ? '%' : '');
  return layOutNumber({ negative: value.isNegative && !isPlainZero, prefix: '', digits: whole, rest }, spec);
}

interface Style {
  readonly type: string;
  readonly isFixed: boolean;
  readonly rounding: Rounding;
}

function roundedFor(value: Decimal, precision: number | null, { type, isFixed, rounding }: Style): Decimal {
  let result = value;
  if (precision !== null) {
    if (type === 'e') result = toDigits(value, precision + 1, rounding);
    else if (isFixed) result = rescaled(value, -precision, rounding);
    else if (value.digitCount > precision) result = toDigits(value, Math.max(1, precision), rounding);
  }
  return result.isZero && result.exponent > 0 && isFixed ? rescaled(result, 0, rounding) : result;
}

/** With so many digits. */
function toDigits(value: Decimal, count: number, rounding: Rounding): Decimal {
  if (value.isZero) return value;
  const result = rescaled(value, value.adjusted + 1 - count, rounding);
  // 9.99 may have become 10.0.
  return result.adjusted === value.adjusted ? result : rescaled(result, result.adjusted + 1 - count, rounding);
}

function formatSpecial(value: Decimal, spec: FormatSpec, isPercent: boolean): string {
  const text = decimalText(value.withSign(false), false, 1);
  // Zeros do not fill up what is no number.
  const plain = spec.align === '=' && spec.fill === '0' ? { ...spec, align: '>' as const, fill: ' ' } : spec;
  const parts = { negative: value.isNegative, prefix: '', digits: '', rest: text + (isPercent ? '%' : '') };
  return layOutNumber(parts, { ...plain, grouping: null });
}

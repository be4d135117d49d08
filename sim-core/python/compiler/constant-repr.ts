/**
 * Constants as `repr` shows them.
 * Models: CPython 3.13, Objects/*object.c (`…_repr`), Python/pystrtod.c (`format_float_short` with 'r').
 */
import type { CodeObject, Constant } from './code-object.ts';

export function constantRepr(value: Constant): string {
  if (typeof value === 'string') return stringRepr(value);
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === null ? 'None' : boxedRepr(value);
}

function boxedRepr(value: Exclude<Constant, null | string | number | bigint | boolean>): string {
  switch (value.kind) {
    case 'float':
      return floatRepr(value.value);
    case 'complex':
      return complexRepr(value.real, value.imag);
    case 'bytes':
      return bytesRepr(value.value);
    case 'ellipsis':
      return 'Ellipsis';
    case 'tuple': {
      const items = value.items.map(constantRepr);
      return items.length === 1 ? `(${items[0] ?? ''},)` : `(${items.join(', ')})`;
    }
    case 'frozenset':
      return `frozenset({${value.items.map(constantRepr).join(', ')}})`;
    case 'code':
      return codeRepr(value);
  }
}

export function codeRepr(code: CodeObject): string {
  return `<code object ${code.name} at 0x0, file "${code.fileName}", line ${code.firstLineNumber}>`;
}

const namedEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

export function stringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let shown = '';
  for (const character of text) shown += character === quote ? `\\${quote}` : shownCharacter(character);
  return `${quote}${shown}${quote}`;
}

function shownCharacter(character: string): string {
  const escape = namedEscapes[character];
  if (escape !== undefined) return escape;
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0x20 && point < 0x7f) return character;
  if (point > 0x7f && !/[\p{C}\p{Z}]/u.test(character)) return character;
  const hex = point.toString(16);
  if (point <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return point <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}

function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  let shown = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === quote) shown += `\\${quote}`;
    else if (namedEscapes[character] !== undefined) shown += namedEscapes[character];
    else shown += byte >= 0x20 && byte < 0x7f ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
  }
  return `b${quote}${shown}${quote}`;
}

function floatRepr(value: number): string {
  const shown = floatText(value);
  return /^-?\d+$/.test(shown) ? `${shown}.0` : shown;
}

/** As in a complex number: without `.0`. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa = '', exponentText = '0'] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 16) return plainText(mantissa, exponent);
  const sign = exponent < 0 ? '-' : '+';
  return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** The digits with the point where the exponent puts it. */
function plainText(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function complexRepr(real: number, imag: number): string {
  if (Object.is(real, 0)) return `${floatText(imag)}j`;
  const shown = floatText(imag);
  return `(${floatText(real)}${/^[-]/.test(shown) ? '' : '+'}${shown}j)`;
}

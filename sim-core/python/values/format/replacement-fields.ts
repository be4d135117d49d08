/**
 * The parser of `str.format`: literal texts and replacement fields.
 * Models: CPython 3.13, MarkupIterator_next, parse_field and FieldNameIterator_next in Objects/stringlib/unicode_format.h.
 */
import { ValueFault } from '../value-fault.ts';

export type FormatPiece =
  | { readonly kind: 'literal'; readonly text: string }
  | ReplacementField
  /** Raised when the rendering comes to it. */
  | { readonly kind: 'fault'; readonly fault: ValueFault };

/** One `{first.path[…]!conversion:spec}`. */
export interface ReplacementField {
  readonly kind: 'field';
  /** The position of an argument, counted automatically where the name is empty, or the name of one. */
  readonly argument: number | string;
  readonly path: readonly PathStep[];
  /** One character, whether it is a known one or not; null for none. */
  readonly conversion: string | null;
  /** Rendered first where it holds fields of its own. */
  readonly spec: readonly FormatPiece[];
  /** As written, for `string.Formatter`. */
  readonly fieldName: string;
  readonly specText: string;
}

export type PathStep =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'item'; readonly key: number | string }
  | { readonly kind: 'fault'; readonly fault: ValueFault };

/** The whole of a format string; fields without a name are numbered from left to right, nested ones too. */
export function parseFormatString(format: string): readonly FormatPiece[] {
  return parsePieces(format, { mode: 'unknown', next: 0 }, 2);
}

/** Whether fields are numbered by hand or not: a format may not do both. */
interface Numbering {
  mode: 'unknown' | 'automatic' | 'manual';
  next: number;
}

function parsePieces(format: string, numbering: Numbering, depth: number): readonly FormatPiece[] {
  const pieces: FormatPiece[] = [];
  if (depth <= 0) return [faultPiece('Max string recursion exceeded')];
  let from = 0;
  while (from < format.length) {
    const brace = nextBrace(format, from);
    if (brace < 0) {
      pieces.push({ kind: 'literal', text: format.slice(from) });
      break;
    }
    const character = format.charAt(brace);
    const isDoubled = format.charAt(brace + 1) === character;
    if (brace > from || isDoubled) {
      pieces.push({ kind: 'literal', text: format.slice(from, isDoubled ? brace + 1 : brace) });
    }
    if (isDoubled) {
      from = brace + 2;
      continue;
    }
    if (character === '}' || brace + 1 === format.length) {
      pieces.push(faultPiece(`Single '${character}' encountered in format string`));
      break;
    }
    const markup = splitField(format, brace + 1);
    if (markup instanceof ValueFault) {
      pieces.push({ kind: 'fault', fault: markup });
      break;
    }
    pieces.push(parseField(markup, numbering, depth));
    from = markup.end;
  }
  return pieces;
}

function nextBrace(format: string, from: number): number {
  const open = format.indexOf('{', from);
  const close = format.indexOf('}', from);
  return open < 0 || (close >= 0 && close < open) ? close : open;
}

/** The raw parts of a field and where the text behind it begins. */
interface FieldMarkup {
  readonly fieldName: string;
  readonly conversion: string | null;
  readonly specText: string;
  readonly end: number;
}

function splitField(format: string, start: number): FieldMarkup | ValueFault {
  const nameEnd = fieldNameEnd(format, start);
  if (nameEnd instanceof ValueFault) return nameEnd;
  const fieldName = format.slice(start, nameEnd);
  if (format.charAt(nameEnd) === '}') return { fieldName, conversion: null, specText: '', end: nameEnd + 1 };
  if (format.charAt(nameEnd) === ':') return splitSpec(format, nameEnd + 1, { fieldName, conversion: null });
  const conversion = String.fromCodePoint(format.codePointAt(nameEnd + 1) ?? 0);
  if (nameEnd + 1 >= format.length) {
    return valueError('end of string while looking for conversion specifier');
  }
  const behind = nameEnd + 1 + conversion.length;
  const next = format.charAt(behind);
  if (next === '}') return { fieldName, conversion, specText: '', end: behind + 1 };
  if (next !== ':' && next !== '') return valueError("expected ':' after conversion specifier");
  return splitSpec(format, behind + 1, { fieldName, conversion });
}

/** Where the name ends; a key in brackets may hold anything but a closing bracket. */
function fieldNameEnd(format: string, start: number): number | ValueFault {
  for (let index = start; index < format.length; index++) {
    const character = format.charAt(index);
    if (character === '{') return valueError("unexpected '{' in field name");
    if (character === '}' || character === ':' || character === '!') return index;
    if (character === '[') {
      const close = format.indexOf(']', index);
      if (close < 0) break;
      index = close;
    }
  }
  return valueError("expected '}' before end of string");
}

function splitSpec(
  format: string,
  start: number,
  head: Pick<FieldMarkup, 'fieldName' | 'conversion'>,
): FieldMarkup | ValueFault {
  let open = 1;
  for (let index = start; index < format.length; index++) {
    const character = format.charAt(index);
    if (character === '{') open++;
    else if (character === '}' && --open === 0) {
      return { ...head, specText: format.slice(start, index), end: index + 1 };
    }
  }
  return valueError("unmatched '{' in format spec");
}

function parseField(markup: FieldMarkup, numbering: Numbering, depth: number): FormatPiece {
  const { fieldName, conversion, specText } = markup;
  const first = (/^[^.[]*/.exec(fieldName) as RegExpExecArray)[0];
  const argument = numberField(first, numbering);
  if (argument instanceof ValueFault) return { kind: 'fault', fault: argument };
  const path = parsePath(fieldName.slice(first.length));
  const isNested = specText.includes('{');
  const plain: readonly FormatPiece[] = specText === '' ? [] : [{ kind: 'literal', text: specText }];
  const spec = isNested ? parsePieces(specText, numbering, depth - 1) : plain;
  return { kind: 'field', argument, path, conversion, spec, fieldName, specText };
}

function numberField(name: string, numbering: Numbering): number | string | ValueFault {
  const isNumber = /^\d+$/.test(name);
  if (name !== '' && !isNumber) return name;
  if (isNumber && isTooBig(name)) return valueError('Too many decimal digits in format string');
  const mode = name === '' ? 'automatic' : 'manual';
  if (numbering.mode !== 'unknown' && numbering.mode !== mode) {
    return valueError(
      mode === 'manual'
        ? 'cannot switch from automatic field numbering to manual field specification'
        : 'cannot switch from manual field specification to automatic field numbering',
    );
  }
  numbering.mode = mode;
  return mode === 'automatic' ? numbering.next++ : Number(name);
}

/** The attributes and keys behind the first name, such as `.real[0]`. */
export function parsePath(path: string): readonly PathStep[] {
  const steps: PathStep[] = [];
  let rest = path;
  while (rest !== '') {
    const [step, length] = nextStep(rest);
    steps.push(step);
    if (step.kind === 'fault') break;
    rest = rest.slice(length);
  }
  return steps;
}

function nextStep(path: string): readonly [PathStep, number] {
  if (path.startsWith('.')) {
    const name = (/^[^.[]*/.exec(path.slice(1)) as RegExpExecArray)[0];
    if (name === '') return [faultPiece('Empty attribute in format string'), 0];
    return [{ kind: 'attribute', name }, name.length + 1];
  }
  if (!path.startsWith('[')) {
    return [faultPiece("Only '.' or '[' may follow ']' in format field specifier"), 0];
  }
  const close = path.indexOf(']');
  if (close < 0) return [faultPiece("Missing ']' in format string"), 0];
  const key = path.slice(1, close);
  if (key === '') return [faultPiece('Empty attribute in format string'), 0];
  if (!/^\d+$/.test(key)) return [{ kind: 'item', key }, close + 1];
  if (isTooBig(key)) return [faultPiece('Too many decimal digits in format string'), 0];
  return [{ kind: 'item', key: Number(key) }, close + 1];
}

function isTooBig(digits: string): boolean {
  return digits.length > 18 && BigInt(digits) > 9223372036854775807n;
}

function valueError(message: string): ValueFault {
  return new ValueFault('ValueError', message);
}

function faultPiece(message: string): { readonly kind: 'fault'; readonly fault: ValueFault } {
  return { kind: 'fault', fault: valueError(message) };
}

/** The fault of a conversion other than `!r`, `!s` and `!a`. */
export function unknownConversion(conversion: string): ValueFault {
  const code = conversion.codePointAt(0) ?? 0;
  const shown = code > 32 && code < 127 ? conversion : `\\x${code.toString(16)}`;
  return valueError(`Unknown conversion specifier ${shown}`);
}

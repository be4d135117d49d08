/**
 * Adjacent strings and f-strings, joined into one expression.
 * Models: CPython 3.13, Parser/action_helpers.c (`_PyPegen_concatenate_strings`), PEP 701.
 */
import type { ConstantExpression, Expression, FormattedValue, JoinedStr, Located } from './ast.ts';
import type { ParserState } from './parser-state.ts';
import { decodeEscapes } from './string-literal.ts';
import type { Token } from './token.ts';

export function strings(state: ParserState): Expression {
  const start = state.current;
  if (start.kind !== 'string' && start.kind !== 'fstring-start') state.fail();
  const parts: Expression[] = [];
  while (state.current.kind === 'string' || state.current.kind === 'fstring-start') {
    parts.push(state.current.kind === 'string' ? plainString(state) : formatString(state));
  }
  const place = state.spanFrom(start);
  const [first] = parts;
  const isBytes = (part: Expression): boolean => part.kind === 'Constant' && typeof part.value !== 'string';
  const bytesCount = parts.filter(isBytes).length;
  if (bytesCount > 0 && bytesCount < parts.length) state.failAt('cannot mix bytes and nonbytes literals', place);
  if (first?.kind === 'Constant' && parts.every((part) => part.kind === 'Constant')) {
    if (parts.length === 1) return first;
    const node: ConstantExpression = {
      kind: 'Constant',
      value: bytesCount > 0 ? joinBytes(parts) : joinText(parts),
      ...place,
    };
    if (first.unicodePrefix === true) node.unicodePrefix = true;
    return node;
  }
  return { kind: 'JoinedStr', values: mergeConstants(parts.flatMap(valuesOf)), ...place };
}

function joinText(parts: readonly Expression[]): string {
  return parts.map((part) => (part.kind === 'Constant' && typeof part.value === 'string' ? part.value : '')).join('');
}

function joinBytes(parts: readonly Expression[]): ConstantExpression['value'] {
  const bytes: number[] = [];
  for (const part of parts) {
    const value = part.kind === 'Constant' ? part.value : null;
    if (typeof value === 'object' && value?.kind === 'bytes') for (const byte of value.value) bytes.push(byte);
  }
  return { kind: 'bytes', value: Uint8Array.from(bytes) };
}

function valuesOf(part: Expression): Expression[] {
  return part.kind === 'JoinedStr' ? part.values.flatMap(valuesOf) : [part];
}

/** Text beside text becomes one constant, and empty text nothing. */
function mergeConstants(values: readonly Expression[]): Expression[] {
  const merged: Expression[] = [];
  for (const value of values) {
    const last = merged.at(-1);
    if (value.kind !== 'Constant') merged.push(value);
    else if (value.value === '') continue;
    else if (last?.kind !== 'Constant') merged.push(value);
    else {
      const joined: ConstantExpression = {
        ...last,
        value: joinText([last, value]),
        endLine: value.endLine,
        endColumn: value.endColumn,
      };
      merged[merged.length - 1] = joined;
    }
  }
  return merged;
}

function plainString(state: ParserState): ConstantExpression {
  const token = state.next();
  const text = state.textOf(token);
  const open = text.search(/['"]/);
  const prefix = text.slice(0, open).toLowerCase();
  const quoteLength = text.startsWith(text.charAt(open).repeat(3), open) && text.length >= open + 6 ? 3 : 1;
  const body = text.slice(open + quoteLength, -quoteLength);
  const place = state.placeOf(token);
  const isBytes = prefix.includes('b');
  // eslint-disable-next-line no-control-regex
  if (isBytes && !/^[\0-\x7f]*$/.test(body)) state.failAt('bytes can only contain ASCII literal characters', place);
  const piece = { token, from: open + quoteLength, place };
  const value = prefix.includes('r') ? body : decoded(state, piece, { body, isBytes });
  if (isBytes) {
    return {
      kind: 'Constant',
      value: { kind: 'bytes', value: Uint8Array.from(value, (c) => c.charCodeAt(0)) },
      ...place,
    };
  }
  return { kind: 'Constant', value, ...(prefix === 'u' ? { unicodePrefix: true } : {}), ...place };
}

interface Piece {
  readonly token: Token;
  /** Where the text starts within the token. */
  readonly from: number;
  readonly place: Located;
}

function decoded(state: ParserState, piece: Piece, text: { readonly body: string; readonly isBytes: boolean }): string {
  const { value, warning, error } = decodeEscapes(text.body, text.isBytes);
  if (error !== null) state.failAt(error.message, piece.place);
  if (warning !== null) {
    const before = text.body.slice(0, warning.at);
    const line = piece.token.line + before.split('\n').length - 1;
    const column = state.source.byteColumn(piece.token.start + piece.from + warning.at, line);
    state.warnings.push({ message: warning.message, place: { line, column, endLine: line, endColumn: column + 2 } });
  }
  return value;
}

function formatString(state: ParserState): JoinedStr {
  const start = state.next();
  const isRaw =
    state.textOf(start).toLowerCase().startsWith('r') || state.textOf(start).charAt(1).toLowerCase() === 'r';
  const values: Expression[] = [];
  while (state.current.kind !== 'fstring-end') values.push(formatPiece(state, isRaw));
  state.next();
  return { kind: 'JoinedStr', values, ...state.spanFrom(start) };
}

function formatPiece(state: ParserState, isRaw: boolean): Expression {
  const { current } = state;
  if (current.kind === 'fstring-middle') {
    state.next();
    const text = state.textOf(current);
    // A doubled brace, which only stands at the end of a piece, means one.
    const body = text.endsWith('{{') || text.endsWith('}}') ? text.slice(0, -1) : text;
    const place = state.placeOf(current);
    const value = isRaw ? body : decoded(state, { token: current, from: 0, place }, { body, isBytes: false });
    return { kind: 'Constant', value, ...place };
  }
  if (!state.is('{')) {
    if (current.kind === 'error') state.fail();
    state.failAtToken("f-string: expecting '}'");
  }
  return state.nested(() => replacementField(state, isRaw));
}

function replacementField(state: ParserState, isRaw: boolean): Expression {
  const open = state.next();
  failOnEmptyField(state);
  const value = fieldValue(state);
  const equals = state.is('=') ? state.next() : null;
  const textEnd = state.current;
  const conversion = state.is('!') ? fieldConversion(state) : null;
  const formatSpec = state.is(':') ? formatSpecification(state, isRaw) : null;
  if (!state.is('}')) failInField(state, { equals, conversion, formatSpec });
  state.next();
  const place = state.spanFrom(open);
  const shown = conversion ?? (equals !== null && formatSpec === null ? 'r' : null);
  const node: FormattedValue = { kind: 'FormattedValue', value, conversion: shown, formatSpec, ...place };
  if (equals === null) return node;
  return debugField(state, node, { open, textEnd });
}

/** `{x = }`: the source text of the expression comes before its value. */
function debugField(
  state: ParserState,
  node: FormattedValue,
  between: { readonly open: Token; readonly textEnd: Token },
): Expression {
  const { open, textEnd } = between;
  const text: ConstantExpression = {
    kind: 'Constant',
    value: state.source.text.slice(open.end, textEnd.start),
    line: open.line,
    column: state.source.byteColumn(open.end, open.line),
    endLine: textEnd.line,
    endColumn: state.source.byteColumn(textEnd.start, textEnd.line),
  };
  return { kind: 'JoinedStr', values: [text, node], ...state.spanFrom(open) };
}

function failOnEmptyField(state: ParserState): void {
  const { symbol } = state.current;
  if (symbol === '}' || symbol === '!' || symbol === ':' || symbol === '=') {
    const what =
      symbol === '}' ? "valid expression required before '}'" : `valid expression required before '${symbol}'`;
    state.failAtToken(`f-string: ${what}`);
  }
}

function fieldValue(state: ParserState): Expression {
  const { rules } = state;
  const { position } = state;
  if (state.current.kind === 'name' && state.peek().symbol === ':=') state.moveTo(position);
  try {
    return rules.yieldOrStarExpressions(state);
  } catch (error) {
    if (state.position === position && state.current.kind !== 'error') {
      state.failAtToken("f-string: expecting a valid expression after '{'");
    }
    throw error;
  }
}

function fieldConversion(state: ParserState): 's' | 'r' | 'a' {
  const mark = state.next();
  const { current } = state;
  if (state.is('}') || state.is(':')) state.failAtToken('f-string: missing conversion character');
  if (current.kind !== 'name') state.failAtToken('f-string: invalid conversion character');
  if (current.start !== mark.end) {
    state.failAt('f-string: conversion type must come right after the exclamation mark', state.placeOf(mark, current));
  }
  state.next();
  const letter = state.textOf(current);
  if (letter === 's' || letter === 'r' || letter === 'a') return letter;
  return state.failAt(
    `f-string: invalid conversion character '${letter}': expected 's', 'r', or 'a'`,
    state.placeOf(current),
  );
}

function formatSpecification(state: ParserState, isRaw: boolean): Expression {
  const colon = state.next();
  const values: Expression[] = [];
  while (state.current.kind === 'fstring-middle' || state.is('{')) values.push(formatPiece(state, isRaw));
  return { kind: 'JoinedStr', values: mergeConstants(values.flatMap(valuesOf)), ...state.spanFrom(colon) };
}

function failInField(
  state: ParserState,
  seen: { readonly equals: Token | null; readonly conversion: string | null; readonly formatSpec: Expression | null },
): never {
  if (state.current.kind === 'error') state.fail();
  if (seen.formatSpec !== null) state.failAtToken("f-string: expecting '}', or format specs");
  if (seen.conversion !== null) state.failAtToken("f-string: expecting ':' or '}'");
  if (seen.equals !== null) state.failAtToken("f-string: expecting '!', or ':', or '}'");
  state.failAtToken("f-string: expecting '=', or '!', or ':', or '}'");
}

/**
 * Finds better words for "invalid syntax", as CPython's second pass does.
 * Models: CPython 3.13, Parser/pegen_errors.c and the `invalid_…` rules of Grammar/python.gram.
 */
import type { Expression } from './ast.ts';
import type { ParseMode } from './parse-mode.ts';
import type { ParserState } from './parser-state.ts';
import { SyntaxFailure } from './syntax-failure.ts';

/** The parser has failed at its current token. */
export function explain(state: ParserState, failure: SyntaxFailure, mode: ParseMode): SyntaxFailure {
  if (failure === state.cut.failure) return failure;
  // `eval('x = 1')`: where only an expression may stand, nothing is guessed about an assignment.
  if (mode === 'eval' && state.is('=') && state.current.level === 0) return failure;
  const { line } = state.current;
  const better = betterThan(state, failure);
  return errorFurtherOn(state, Math.max(line, better.place.endLine)) ?? better;
}

function betterThan(state: ParserState, failure: SyntaxFailure): SyntaxFailure {
  if (failure.message === 'invalid syntax') return betterWords(state);
  return (failure.message.startsWith(expectingMore) ? forgottenComma(state, state.position) : null) ?? failure;
}

const expectingMore = "f-string: expecting '='";

function betterWords(state: ParserState): SyntaxFailure {
  const { position, current } = state;
  const generic = new SyntaxFailure('invalid syntax', state.placeOf(current));
  if (current.kind === 'end' && state.cut.openBracket !== null) return unclosed(state) ?? generic;
  const found = misplacedEquals(state, position) ?? oddStatement(state, position) ?? forgottenComma(state, position);
  if (found !== null) return found;
  if (current.kind === 'indent') {
    // CPython points at the last column of the indentation, and at no end.
    const place = state.placeOf(current);
    return new SyntaxFailure(
      'unexpected indent',
      { ...place, column: place.column - 1, endColumn: -2 },
      'IndentationError',
    );
  }
  return generic;
}

/** What the tokenizer finds in the rest of the text is told rather than what the parser found. */
function errorFurtherOn(state: ParserState, line: number): SyntaxFailure | null {
  const { cut } = state;
  if (cut.failure !== null) return cut.failure;
  const open = cut.openBracket;
  return open !== null && line > open.line ? unclosed(state) : null;
}

function unclosed(state: ParserState): SyntaxFailure | null {
  const open = state.cut.openBracket;
  if (open === null) return null;
  const column = state.source.byteColumn(open.offset, open.line);
  // CPython leaves its end open: columns count from 1, and it says 0.
  const place = { line: open.line, column, endLine: open.line, endColumn: -1 };
  return new SyntaxFailure(`'${open.symbol}' was never closed`, place);
}

/** Reads an expression again that ended just before the failure. */
function reread(state: ParserState, from: number, position: number, rule: () => Expression): Expression | null {
  if (from >= position) return null;
  state.moveTo(from);
  const node = state.attempt(rule);
  const isSame = node !== null && state.position === position;
  return isSame ? node : null;
}

/** `if x = 3:` */
function misplacedEquals(state: ParserState, position: number): SyntaxFailure | null {
  if (state.current.symbol !== '=' || state.lastBitwise.to !== position) return null;
  // Only at the beginning of an expression: not in `a and b = c`.
  if (state.lastBitwise.from !== state.lastDisjunction.from) return null;
  const left = reread(state, state.lastBitwise.from, position, () => state.rules.bitwiseOr(state));
  if (left === null) return null;
  state.moveTo(position + 1);
  const right = state.attempt(() => state.rules.bitwiseOr(state));
  if (right === null || state.is('=') || state.is(':=')) return null;
  const place = state.spanFrom(left);
  if (left.kind === 'Name')
    return new SyntaxFailure("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", place);
  const isKeyword = left.kind === 'Constant' && (left.value === null || typeof left.value === 'boolean');
  if (isKeyword || left.kind === 'List' || left.kind === 'Tuple' || left.kind === 'GeneratorExp') return null;
  const message = `cannot assign to ${state.rules.describe(left)} here. Maybe you meant '==' instead of '='?`;
  return new SyntaxFailure(message, left);
}

/** `print x`, as in Python 2; `match x` without a colon. */
function oddStatement(state: ParserState, position: number): SyntaxFailure | null {
  const word = state.tokens[position - 1];
  if (word?.kind !== 'name') return null;
  const name = state.textOf(word);
  if (name !== 'print' && name !== 'exec' && name !== 'match') return null;
  state.moveTo(position);
  if (state.attempt(() => state.rules.starExpressions(state)) === null) return null;
  if (name === 'match') {
    return state.isKind('newline') ? new SyntaxFailure("expected ':'", state.placeOf(state.current)) : null;
  }
  const message = `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`;
  return new SyntaxFailure(message, state.spanFrom(word));
}

/** Two expressions side by side within brackets. */
function forgottenComma(state: ParserState, position: number): SyntaxFailure | null {
  const { from, to } = state.lastDisjunction;
  if (to !== position) return null;
  const first = state.tokens[from];
  const failing = state.tokens[position];
  if (first === undefined || failing === undefined) return null;
  if (first.kind === 'name') {
    const isString = failing.kind === 'string' || failing.kind === 'fstring-start';
    const second = state.tokens[from + 1];
    if (second?.kind === 'string' || (isString && position === from + 1)) return null;
    if (['match', 'case', '_', 'type'].includes(state.textOf(first))) return null;
  }
  state.moveTo(position);
  const right = state.attempt(() => state.rules.expression(state));
  if (right === null || (state.tokens[state.position - 1]?.level ?? 0) === 0) return null;
  return new SyntaxFailure('invalid syntax. Perhaps you forgot a comma?', state.spanFrom(first));
}

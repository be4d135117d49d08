/**
 * Imports.
 * Models: CPython 3.13, Grammar/python.gram, "Import statements".
 */
import type { Alias, Statement } from './ast-statements.ts';
import type { ParserState } from './parser-state.ts';

export function importNames(state: ParserState): Statement {
  const start = state.next();
  if (state.isKind('newline')) state.failAtToken("Expected one or more names after 'import'");
  const names: Alias[] = [];
  do {
    names.push(alias(state, dottedName));
  } while (state.accept(','));
  if (state.is('from')) {
    state.failAt("Did you mean to use 'from ... import ...' instead?", state.placeOf(start, state.current));
  }
  return { kind: 'Import', names, ...state.spanFrom(start) };
}

function dottedName(state: ParserState): string {
  let name = state.nameOf(state.expectName());
  while (state.accept('.')) name += `.${state.nameOf(state.expectName())}`;
  return name;
}

function alias(state: ParserState, readName: (state: ParserState) => string): Alias {
  const start = state.current;
  const name = readName(state);
  let asName: string | null = null;
  if (state.accept('as')) asName = state.nameOf(state.expectName());
  return { name, asName, ...state.spanFrom(start) };
}

export function importFrom(state: ParserState): Statement {
  const start = state.next();
  let level = 0;
  while (state.is('.') || state.is('...')) level += state.next().symbol.length;
  const module = level > 0 && state.is('import') ? null : dottedName(state);
  state.expect('import');
  const names = importedNames(state);
  return { kind: 'ImportFrom', module, names, level, ...state.spanFrom(start) };
}

function importedNames(state: ParserState): Alias[] {
  const { current } = state;
  if (current.kind === 'newline') state.failAtToken("Expected one or more names after 'import'");
  if (state.accept('*')) return [{ name: '*', asName: null, ...state.placeOf(current) }];
  const isParenthesized = state.accept('(');
  const names: Alias[] = [];
  const readName = (from: ParserState): string => from.nameOf(from.expectName());
  do {
    if (isParenthesized && names.length > 0 && state.is(')')) break;
    if (!isParenthesized && names.length > 0 && state.isKind('newline')) {
      state.failAtToken('trailing comma not allowed without surrounding parentheses');
    }
    names.push(alias(state, readName));
  } while (state.accept(','));
  if (isParenthesized) state.expect(')');
  return names;
}

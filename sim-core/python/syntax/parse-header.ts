/** What the headers of compound statements share. */
import type { Statement } from './ast-statements.ts';
import type { ParserState } from './parser-state.ts';

/** The colon of a header: a line that ends before it has words of its own. */
export function expectColon(state: ParserState): void {
  if (state.is(':')) state.next();
  else if (state.isKind('newline')) state.failAtToken("expected ':'");
  else state.fail();
}

export function elseBlock(state: ParserState): Statement[] {
  if (!state.is('else')) return [];
  const start = state.next();
  state.expectForced(':');
  return state.rules.block(state, { words: "'else' statement", line: start.line });
}

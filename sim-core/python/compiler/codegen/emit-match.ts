/**
 * `match` statements.
 * Models: CPython 3.13, Python/compile.c (`compiler_match_inner`), PEP 634.
 */
import type { Match, MatchCase, Pattern } from '../../syntax/ast-statements.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitJumpIf } from './emit-jump-if.ts';
import { emitName } from './emit-name.ts';
import { emitPattern } from './emit-pattern.ts';
import { noLocation, type Label } from './instruction.ts';
import { failureAt, MatchState, receiveFailures } from './match-state.ts';
import { JUMP } from './pseudo-opcodes.ts';

export function emitMatch(generator: CodeGenerator, node: Match): void {
  const end = generator.label();
  const { cases } = node;
  const last = cases.at(-1);
  const fallback = last !== undefined && cases.length > 1 && isWildcard(last.pattern) ? last : null;
  const tried = fallback === null ? cases : cases.slice(0, -1);
  generator.expression(node.subject);
  tried.forEach((matchCase, index) => {
    emitCase(generator, matchCase, {
      end,
      keepsSubject: index < tried.length - 1,
      mayBeIrrefutable: matchCase.guard !== null || index === cases.length - 1,
    });
  });
  if (fallback !== null) {
    generator.emit(fallback.pattern, op.NOP);
    if (fallback.guard !== null) {
      emitJumpIf(generator, fallback.pattern, fallback.guard, { to: end, when: false });
    }
    generator.statements(fallback.body);
  }
  generator.use(end);
}

function isWildcard(pattern: Pattern): boolean {
  return pattern.kind === 'MatchAs' && pattern.name === null;
}

function emitCase(
  generator: CodeGenerator,
  { pattern, guard, body }: MatchCase,
  place: { readonly end: Label; readonly keepsSubject: boolean; readonly mayBeIrrefutable: boolean },
): void {
  if (place.keepsSubject) generator.emit(pattern, op.COPY, 1);
  const state = new MatchState(place.mayBeIrrefutable);
  emitPattern(generator, pattern, state);
  for (const name of state.stores) emitName(generator, pattern, name, 'store');
  if (guard !== null) {
    emitJumpIf(generator, pattern, guard, { to: failureAt(generator, state, 0), when: false });
  }
  if (place.keepsSubject) generator.emit(pattern, op.POP_TOP);
  generator.statements(body);
  generator.emitJump(noLocation, JUMP, place.end);
  receiveFailures(generator, pattern, state);
}

/**
 * Patterns: the subject is on the stack and is consumed.
 * Models: CPython 3.13, Python/compile.c (`compiler_pattern`), PEP 634.
 */
import type { MatchAs, MatchClass, MatchOr, MatchSingleton, MatchValue, Pattern } from '../../syntax/ast-statements.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitComparison } from './emit-jump-if.ts';
import { emitMapping, emitSequencePattern, type PatternEmitter } from './emit-collection-pattern.ts';
import { addStore, capture, jumpToFailure, MatchState, rotate, receiveFailures } from './match-state.ts';
import { JUMP } from './pseudo-opcodes.ts';

export const emitPattern: PatternEmitter = (generator, node, state) => {
  switch (node.kind) {
    case 'MatchValue':
      emitValue(generator, node, state);
      break;
    case 'MatchSingleton':
      emitSingleton(generator, node, state);
      break;
    case 'MatchSequence':
      emitSequencePattern(generator, node, state, emitSubpattern);
      break;
    case 'MatchMapping':
      emitMapping(generator, node, state, emitSubpattern);
      break;
    case 'MatchClass':
      emitClassPattern(generator, node, state);
      break;
    case 'MatchStar':
      capture(generator, node, state, node.name);
      break;
    case 'MatchAs':
      emitAs(generator, node, state);
      break;
    case 'MatchOr':
      emitOr(generator, node, state);
      break;
  }
};

/** Within another pattern an irrefutable one is always allowed. */
const emitSubpattern: PatternEmitter = (generator, node, state) => {
  const before = state.mayBeIrrefutable;
  state.mayBeIrrefutable = true;
  emitPattern(generator, node, state);
  state.mayBeIrrefutable = before;
};

function emitValue(generator: CodeGenerator, node: MatchValue, state: MatchState): void {
  generator.expression(node.value);
  emitComparison(generator, node, '==');
  generator.emit(node, op.TO_BOOL);
  jumpToFailure(generator, node, state, op.POP_JUMP_IF_FALSE);
}

function emitSingleton(generator: CodeGenerator, node: MatchSingleton, state: MatchState): void {
  generator.loadConstant(node, node.value);
  emitComparison(generator, node, 'is');
  jumpToFailure(generator, node, state, op.POP_JUMP_IF_FALSE);
}

function emitAs(generator: CodeGenerator, node: MatchAs, state: MatchState): void {
  if (node.pattern === null) {
    if (!state.mayBeIrrefutable) {
      const what = node.name === null ? 'wildcard' : `name capture '${node.name}'`;
      generator.fail(`${what} makes remaining patterns unreachable`, node);
    }
    capture(generator, node, state, node.name);
    return;
  }
  state.onTop += 1;
  generator.emit(node, op.COPY, 1);
  emitPattern(generator, node.pattern, state);
  state.onTop -= 1;
  capture(generator, node, state, node.name);
}

function emitClassPattern(generator: CodeGenerator, node: MatchClass, state: MatchState): void {
  const { keywordNames } = node;
  keywordNames.forEach((name, index) => {
    if (keywordNames.indexOf(name) === index) return;
    generator.fail(`attribute name repeated in class pattern: ${name}`, node.keywordPatterns[index] ?? node);
  });
  const parts = [...node.patterns, ...node.keywordPatterns];
  generator.expression(node.type);
  generator.loadConstant(node, { kind: 'tuple', items: keywordNames });
  generator.emit(node, op.MATCH_CLASS, node.patterns.length);
  generator.emit(node, op.COPY, 1);
  generator.loadConstant(node, null);
  generator.emit(node, op.IS_OP, 1);
  // On top is a tuple of the attributes, or None.
  state.onTop += 1;
  jumpToFailure(generator, node, state, op.POP_JUMP_IF_FALSE);
  generator.emit(node, op.UNPACK_SEQUENCE, parts.length);
  state.onTop += parts.length - 1;
  for (const part of parts) {
    state.onTop -= 1;
    if (part.kind === 'MatchAs' && part.name === null) generator.emit(node, op.POP_TOP);
    else emitSubpattern(generator, part, state);
  }
}

function emitOr(generator: CodeGenerator, node: MatchOr, state: MatchState): void {
  const end = generator.label();
  let control: string[] | null = null;
  node.patterns.forEach((alternative, index) => {
    const own = new MatchState(index === node.patterns.length - 1 && state.mayBeIrrefutable);
    generator.emit(alternative, op.COPY, 1);
    emitPattern(generator, alternative, own);
    if (control === null) control = own.stores;
    else reorder(generator, alternative, { control, stores: own.stores, whole: node });
    generator.emitJump(alternative, JUMP, end);
    receiveFailures(generator, alternative, own);
  });
  generator.emit(node, op.POP_TOP);
  jumpToFailure(generator, node, state, JUMP);
  generator.use(end);
  const captured: string[] = control ?? [];
  const depth = captured.length + 1 + state.onTop + state.stores.length;
  for (const name of captured) {
    rotate(generator, node, depth);
    addStore(generator, node, state, name);
  }
  generator.emit(node, op.POP_TOP);
}

interface Order {
  /** The names in the order of the first alternative. */
  readonly control: readonly string[];
  readonly stores: string[];
  readonly whole: MatchOr;
}

/** Brings what an alternative has captured into the order of the first. */
function reorder(generator: CodeGenerator, alternative: Pattern, { control, stores, whole }: Order): void {
  const message = 'alternative patterns bind different names';
  if (control.length !== stores.length) generator.fail(message, whole);
  for (let wanted = control.length - 1; wanted >= 0; wanted -= 1) {
    const found = stores.indexOf(control[wanted] ?? '');
    if (found < 0) generator.fail(message, whole);
    if (found === wanted) continue;
    const rotations = found + 1;
    const rotated = stores.splice(0, rotations);
    stores.splice(wanted - found, 0, ...rotated);
    for (let turn = 0; turn < rotations; turn += 1) rotate(generator, alternative, wanted + 1);
  }
}

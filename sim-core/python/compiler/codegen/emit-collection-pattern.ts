/**
 * Sequence and mapping patterns.
 * Models: CPython 3.13, Python/compile.c (`compiler_pattern_sequence`, `compiler_pattern_mapping`), PEP 634.
 */
import type { ConstantExpression } from '../../syntax/ast.ts';
import type { MatchMapping, MatchSequence, Pattern } from '../../syntax/ast-statements.ts';
import { binaryOperators } from '../opcode-operands.ts';
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import { emitComparison } from './emit-jump-if.ts';
import type { Location } from './instruction.ts';
import { capture, jumpToFailure, type MatchState } from './match-state.ts';

export type PatternEmitter = (generator: CodeGenerator, node: Pattern, state: MatchState) => void;

export function emitSequencePattern(
  generator: CodeGenerator,
  node: MatchSequence,
  state: MatchState,
  emitSubpattern: PatternEmitter,
): void {
  const { patterns } = node;
  const star = patterns.findIndex((pattern) => pattern.kind === 'MatchStar');
  if (star >= 0 && patterns.slice(star + 1).some((pattern) => pattern.kind === 'MatchStar')) {
    generator.fail('multiple starred names in sequence pattern', node);
  }
  state.onTop += 1;
  generator.emit(node, op.MATCH_SEQUENCE);
  jumpToFailure(generator, node, state, op.POP_JUMP_IF_FALSE);
  if (star < 0) checkLength(generator, node, state, { operator: '==', length: patterns.length });
  else if (patterns.length > 1) checkLength(generator, node, state, { operator: '>=', length: patterns.length - 1 });
  state.onTop -= 1;
  if (patterns.every(bindsNothing)) generator.emit(node, op.POP_TOP);
  else if (star >= 0 && patterns[star]?.kind === 'MatchStar' && bindsNothing(patterns[star])) {
    emitBySubscript(generator, node, state, { star, emitSubpattern });
  } else {
    emitByUnpacking(generator, node, state, { star, emitSubpattern });
  }
}

/** `_` or `*_` */
function bindsNothing(pattern: Pattern): boolean {
  return (pattern.kind === 'MatchAs' || pattern.kind === 'MatchStar') && pattern.name === null;
}

function checkLength(
  generator: CodeGenerator,
  location: Location,
  state: MatchState,
  { operator, length }: { readonly operator: '==' | '>='; readonly length: number },
): void {
  generator.emit(location, op.GET_LEN);
  generator.loadConstant(location, length);
  emitComparison(generator, location, operator);
  jumpToFailure(generator, location, state, op.POP_JUMP_IF_FALSE);
}

interface Elements {
  readonly star: number;
  readonly emitSubpattern: PatternEmitter;
}

function emitByUnpacking(generator: CodeGenerator, node: MatchSequence, state: MatchState, elements: Elements): void {
  const { patterns } = node;
  const { star, emitSubpattern } = elements;
  if (star < 0) generator.emit(node, op.UNPACK_SEQUENCE, patterns.length);
  else {
    if (star >= 1 << 8) generator.fail('too many expressions in star-unpacking sequence pattern', node);
    generator.emit(node, op.UNPACK_EX, star + ((patterns.length - star - 1) << 8));
  }
  state.onTop += patterns.length;
  for (const pattern of patterns) {
    state.onTop -= 1;
    emitSubpattern(generator, pattern, state);
  }
}

/** Around `*_` only the elements that matter are fetched. */
function emitBySubscript(generator: CodeGenerator, node: MatchSequence, state: MatchState, elements: Elements): void {
  const { patterns } = node;
  const { star, emitSubpattern } = elements;
  state.onTop += 1;
  patterns.forEach((pattern, index) => {
    if (bindsNothing(pattern)) return;
    generator.emit(node, op.COPY, 1);
    if (index < star) {
      generator.loadConstant(node, index);
    } else {
      generator.emit(node, op.GET_LEN);
      generator.loadConstant(node, patterns.length - index);
      generator.emit(node, op.BINARY_OP, binaryOperators.indexOf('-'));
    }
    generator.emit(node, op.BINARY_SUBSCR);
    emitSubpattern(generator, pattern, state);
  });
  state.onTop -= 1;
  generator.emit(node, op.POP_TOP);
}

export function emitMapping(
  generator: CodeGenerator,
  node: MatchMapping,
  state: MatchState,
  emitSubpattern: PatternEmitter,
): void {
  const { keys, patterns, rest } = node;
  const size = keys.length;
  state.onTop += 1;
  generator.emit(node, op.MATCH_MAPPING);
  jumpToFailure(generator, node, state, op.POP_JUMP_IF_FALSE);
  if (size === 0 && rest === null) {
    state.onTop -= 1;
    generator.emit(node, op.POP_TOP);
    return;
  }
  if (size > 0) checkLength(generator, node, state, { operator: '>=', length: size });
  emitKeys(generator, node);
  // On top are the keys and the values, or None.
  state.onTop += 2;
  generator.emit(node, op.COPY, 1);
  generator.loadConstant(node, null);
  generator.emit(node, op.IS_OP, 1);
  jumpToFailure(generator, node, state, op.POP_JUMP_IF_FALSE);
  generator.emit(node, op.UNPACK_SEQUENCE, size);
  state.onTop += size - 1;
  for (const pattern of patterns) {
    state.onTop -= 1;
    emitSubpattern(generator, pattern, state);
  }
  state.onTop -= 2;
  if (rest === null) {
    generator.emit(node, op.POP_TOP);
    generator.emit(node, op.POP_TOP);
  } else {
    emitRest(generator, node, size);
    capture(generator, node, state, rest);
  }
}

function emitKeys(generator: CodeGenerator, node: MatchMapping): void {
  const seen = new Set<string>();
  for (const key of node.keys) {
    if (key.kind === 'Constant') {
      const shown = keyOf(key);
      if (seen.has(shown)) generator.fail(`mapping pattern checks duplicate key (${shown})`, node);
      seen.add(shown);
    } else if (key.kind !== 'Attribute') {
      generator.fail('mapping pattern keys may only match literals and attribute lookups', node);
    }
    generator.expression(key);
  }
  generator.emit(node, op.BUILD_TUPLE, node.keys.length);
  generator.emit(node, op.MATCH_KEYS);
}

function keyOf({ value }: ConstantExpression): string {
  if (typeof value === 'string') return `'${value}'`;
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A copy of the mapping without the keys that were matched. */
function emitRest(generator: CodeGenerator, node: MatchMapping, size: number): void {
  generator.emit(node, op.BUILD_MAP, 0);
  generator.emit(node, op.SWAP, 3);
  generator.emit(node, op.DICT_UPDATE, 2);
  generator.emit(node, op.UNPACK_SEQUENCE, size);
  for (let left = size; left > 0; left -= 1) {
    generator.emit(node, op.COPY, 1 + left);
    generator.emit(node, op.SWAP, 2);
    generator.emit(node, op.DELETE_SUBSCR);
  }
}

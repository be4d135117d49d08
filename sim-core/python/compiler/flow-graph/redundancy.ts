/**
 * Takes out what does nothing: NOPs whose line shows elsewhere, jumps to the next instruction, values pushed only to be popped.
 * Models: CPython 3.13, Python/flowgraph.c (`remove_redundant_nops_and_pairs`, `remove_redundant_jumps`, `inline_small_or_no_lineno_blocks`).
 */
import { JUMP, JUMP_NO_INTERRUPT } from '../codegen/pseudo-opcodes.ts';
import type { BlockInstruction } from './basic-block.ts';
import * as op from '../opcodes.ts';
import {
  blocksFrom,
  endsScope,
  fallsThrough,
  hasNoLine,
  isJump,
  isUnconditionalJump,
  lastOf,
  makeNop,
  nonEmpty,
  type BasicBlock,
} from './basic-block.ts';

export function removeRedundantNops(entry: BasicBlock): number {
  let removed = 0;
  for (const block of blocksFrom(entry)) removed += removeNopsOf(block);
  return removed;
}

function removeNopsOf(block: BasicBlock): number {
  const { instructions } = block;
  const kept: BlockInstruction[] = [];
  let lineBefore = -1;
  instructions.forEach((instruction, index) => {
    const { line } = instruction.location;
    if (instruction.opcode === op.NOP && isRedundantNop(block, index, lineBefore)) return;
    kept.push(instruction);
    lineBefore = line;
  });
  block.instructions = kept;
  return instructions.length - kept.length;
}

function isRedundantNop(block: BasicBlock, index: number, lineBefore: number): boolean {
  const { instructions } = block;
  const location = instructions[index]?.location;
  if (location === undefined || location.line < 0 || location.line === lineBefore) return true;
  const after = instructions[index + 1];
  if (after === undefined) return firstLineAfter(block) === location.line;
  if (after.location.line === location.line) return true;
  if (after.location.line >= 0) return false;
  after.location = location;
  return true;
}

/** The line with which control goes on after the block. */
function firstLineAfter(block: BasicBlock): number | null {
  const next = nonEmpty(block.next);
  if (next === null) return null;
  const first = next.instructions.find(({ opcode, location }) => opcode !== op.NOP || location.line >= 0);
  return first?.location.line ?? -1;
}

function removeRedundantJumps(entry: BasicBlock): number {
  let removed = 0;
  for (const block of blocksFrom(entry)) {
    const last = lastOf(block);
    if (last === null || !isUnconditionalJump(last.opcode)) continue;
    const target = nonEmpty(last.target);
    if (target === null || target !== nonEmpty(block.next)) continue;
    makeNop(last);
    removed += 1;
  }
  return removed;
}

export function removeRedundantNopsAndJumps(entry: BasicBlock): void {
  let removed: number;
  do {
    removed = removeRedundantNops(entry) + removeRedundantJumps(entry);
  } while (removed > 0);
}

/** A constant or a copy that is popped at once need not be pushed. */
export function removeRedundantNopsAndPairs(entry: BasicBlock): void {
  let isDone: boolean;
  do {
    isDone = true;
    let before: BlockInstruction | null = null;
    let current: BlockInstruction | null = null;
    for (const block of blocksFrom(entry)) {
      removeNopsOf(block);
      if (block.isLabelled) current = null;
      for (const instruction of block.instructions) {
        before = current;
        current = instruction;
        if (before === null || instruction.opcode !== op.POP_TOP) continue;
        if (before.opcode !== op.LOAD_CONST && !(before.opcode === op.COPY && before.argument === 1)) continue;
        makeNop(before);
        makeNop(instruction);
        isDone = false;
      }
      if ((current !== null && isJump(current.opcode)) || !fallsThrough(block)) current = null;
    }
  } while (!isDone);
}

/** Exits of so few instructions are copied to where a jump leads to them. */
const smallExit = 4;

export function inlineSmallBlocks(entry: BasicBlock): void {
  let hasChanged: boolean;
  do {
    hasChanged = false;
    for (const block of blocksFrom(entry)) if (inlineInto(block)) hasChanged = true;
  } while (hasChanged);
}

function inlineInto(block: BasicBlock): boolean {
  const last = lastOf(block);
  if (last === null || !isUnconditionalJump(last.opcode) || last.target === null) return false;
  const { opcode, target } = last;
  const isSmallExit = endsScope(target) && target.instructions.length <= smallExit;
  if (!isSmallExit && !(hasNoLine(target) && !fallsThrough(target))) return false;
  makeNop(last);
  block.instructions.push(...target.instructions.map((instruction) => ({ ...instruction })));
  // A jump that could be interrupted stays one.
  const newLast = lastOf(block);
  if (opcode === JUMP && newLast?.opcode === JUMP_NO_INTERRUPT) newLast.opcode = JUMP;
  return true;
}

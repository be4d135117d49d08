/**
 * From blocks to instructions that the machine has: no pseudo opcodes, and conditional jumps go forward only.
 * Models: CPython 3.13, Python/flowgraph.c (`convert_pseudo_ops`, `normalize_jumps`).
 */
import { isBlockPush, JUMP, LOAD_CLOSURE, STORE_FAST_MAYBE_NULL } from '../codegen/pseudo-opcodes.ts';
import * as op from '../opcodes.ts';
import {
  blocksFrom,
  clearVisits,
  isConditionalJump,
  lastOf,
  makeNop,
  newBlock,
  type BasicBlock,
} from './basic-block.ts';
import { removeRedundantNops } from './redundancy.ts';

export function finishBlocks(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) {
    for (const instruction of block.instructions) {
      if (isBlockPush(instruction.opcode)) makeNop(instruction);
      else if (instruction.opcode === LOAD_CLOSURE) instruction.opcode = op.LOAD_FAST;
      else if (instruction.opcode === STORE_FAST_MAYBE_NULL) instruction.opcode = op.STORE_FAST;
    }
  }
  removeRedundantNops(entry);
  normalizeJumps(entry);
}

const opposites: Readonly<Record<number, number>> = {
  [op.POP_JUMP_IF_FALSE]: op.POP_JUMP_IF_TRUE,
  [op.POP_JUMP_IF_TRUE]: op.POP_JUMP_IF_FALSE,
  [op.POP_JUMP_IF_NONE]: op.POP_JUMP_IF_NOT_NONE,
  [op.POP_JUMP_IF_NOT_NONE]: op.POP_JUMP_IF_NONE,
};

/** A conditional jump backward becomes the opposite one over a jump backward. */
function normalizeJumps(entry: BasicBlock): void {
  clearVisits(entry);
  for (const block of blocksFrom(entry)) {
    block.isVisited = true;
    const last = lastOf(block);
    if (last === null || !isConditionalJump(last.opcode)) continue;
    const { target, location } = last;
    if (target === null || !target.isVisited) continue;
    const backward = newBlock();
    backward.instructions.push({ opcode: JUMP, argument: 0, target, location, handler: null });
    backward.isCold = block.isCold;
    backward.isVisited = true;
    backward.startDepth = target.startDepth;
    backward.next = block.next;
    last.opcode = opposites[last.opcode] ?? last.opcode;
    last.target = block.next;
    block.next = backward;
  }
}

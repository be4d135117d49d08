/**
 * Cuts a unit's instructions into basic blocks.
 * Models: CPython 3.13, Python/flowgraph.c (`_PyCfg_FromInstructionSequence`, `mark_except_handlers`, `label_exception_targets`).
 */
import { assert } from '../../../base/assert.ts';
import type { CodeUnit } from '../codegen/code-unit.ts';
import { isBlockPush, POP_BLOCK, SETUP_CLEANUP, SETUP_WITH } from '../codegen/pseudo-opcodes.ts';
import * as op from '../opcodes.ts';
import {
  exitsScope,
  fallsThrough,
  isJump,
  lastOf,
  makeNop,
  newBlock,
  type BasicBlock,
  type BlockInstruction,
} from './basic-block.ts';

export function buildBlocks(unit: CodeUnit): BasicBlock {
  const { instructions, labelPositions } = unit;
  const isStart = new Uint8Array(instructions.length + 1);
  for (const { target } of instructions) {
    if (target !== null) isStart[labelPositions[target] ?? 0] = 1;
  }
  const entry = newBlock();
  const blockAt = new Map<number, BasicBlock>();
  let block = entry;
  const startBlock = (isLabelled: boolean): void => {
    const next = newBlock(isLabelled);
    block.next = next;
    block = next;
  };
  instructions.forEach((instruction, index) => {
    const last = lastOf(block);
    const isEnded = last !== null && (isJump(last.opcode) || exitsScope(last.opcode));
    const isLabelled = isStart[index] === 1;
    if (isEnded || (isLabelled && last !== null)) startBlock(isLabelled);
    if (isLabelled) {
      block.isLabelled = true;
      blockAt.set(index, block);
    }
    const { opcode, argument, location } = instruction;
    block.instructions.push({ opcode, argument, location, target: null, handler: null });
  });
  if (isStart[instructions.length] === 1) {
    startBlock(true);
    blockAt.set(instructions.length, block);
  }
  setTargets(unit, entry, blockAt);
  return entry;
}

function setTargets(unit: CodeUnit, entry: BasicBlock, blockAt: ReadonlyMap<number, BasicBlock>): void {
  let index = 0;
  for (let block: BasicBlock | null = entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      const label = unit.instructions[index]?.target ?? null;
      index += 1;
      if (label === null) continue;
      const target = blockAt.get(unit.labelPositions[label] ?? -1);
      assert(target !== undefined, 'every jump has a target');
      instruction.target = target;
      if (isBlockPush(instruction.opcode)) target.isExceptHandler = true;
    }
  }
}

/** Tells each instruction where its exceptions go; POP_BLOCKs have then done their work. */
export function setHandlers(entry: BasicBlock): void {
  const stacks = new Map<BasicBlock, readonly BasicBlock[]>([[entry, []]]);
  const waiting = [entry];
  const visit = (block: BasicBlock, stack: readonly BasicBlock[]): void => {
    if (stacks.has(block)) return;
    stacks.set(block, stack);
    waiting.push(block);
  };
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    let stack = stacks.get(block) ?? [];
    let yieldDepth = -1;
    for (const instruction of block.instructions) {
      const { opcode, target } = instruction;
      if (isBlockPush(opcode) && target !== null) {
        visit(target, stack);
        if (opcode === SETUP_WITH || opcode === SETUP_CLEANUP) target.preservesLasti = true;
        stack = [...stack, target];
        continue;
      }
      if (opcode === POP_BLOCK) {
        stack = stack.slice(0, -1);
        makeNop(instruction);
        continue;
      }
      instruction.handler = stack.at(-1) ?? null;
      if (isJump(opcode) && target !== null) visit(target, stack);
      yieldDepth = yieldDepthAfter(instruction, yieldDepth, stack.length);
    }
    if (fallsThrough(block) && block.next !== null) visit(block.next, stack);
  }
}

/** RESUME tells the debugger whether only the handler of StopIteration is around the `yield` before it. */
function yieldDepthAfter(instruction: BlockInstruction, yieldDepth: number, depth: number): number {
  if (instruction.opcode === op.YIELD_VALUE) return depth;
  if (instruction.opcode !== op.RESUME) return yieldDepth;
  if (instruction.argument !== 0 && yieldDepth === 1) instruction.argument |= 4;
  return -1;
}

/**
 * Code that runs only after an exception goes to the end.
 * Models: CPython 3.13, Python/flowgraph.c (`push_cold_blocks_to_end`).
 */
import { noLocation } from '../codegen/instruction.ts';
import { JUMP_NO_INTERRUPT } from '../codegen/pseudo-opcodes.ts';
import { blocksFrom, clearVisits, fallsThrough, isJump, newBlock, type BasicBlock } from './basic-block.ts';
import { removeRedundantNopsAndJumps } from './redundancy.ts';

export function pushColdBlocksToEnd(entry: BasicBlock): void {
  if (entry.next === null) return;
  markWarm(entry);
  markCold(entry);
  addExplicitJumps(entry);
  const cold: BasicBlock[] = [];
  let lastWarm = entry;
  for (const block of [...blocksFrom(entry)].slice(1)) {
    if (block.isCold) {
      cold.push(block);
    } else {
      lastWarm.next = block;
      lastWarm = block;
    }
  }
  for (const block of cold) {
    lastWarm.next = block;
    lastWarm = block;
  }
  lastWarm.next = null;
  if (cold.length > 0) removeRedundantNopsAndJumps(entry);
}

function markWarm(entry: BasicBlock): void {
  clearVisits(entry);
  spread([entry], (block) => {
    block.isWarm = true;
  });
}

function markCold(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) block.isVisited = block.isWarm;
  const handlers = [...blocksFrom(entry)].filter((block) => block.isExceptHandler && !block.isWarm);
  spread(handlers, (block) => {
    block.isCold = true;
  });
}

/** Visits what can be reached without an exception. */
function spread(from: readonly BasicBlock[], mark: (block: BasicBlock) => void): void {
  const waiting: BasicBlock[] = [];
  const reach = (block: BasicBlock | null): void => {
    if (block === null || block.isVisited) return;
    block.isVisited = true;
    waiting.push(block);
  };
  for (const block of from) reach(block);
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    mark(block);
    if (fallsThrough(block)) reach(block.next);
    for (const { opcode, target } of block.instructions) if (isJump(opcode)) reach(target);
  }
}

/** A cold block that ran on into a warm one must jump there from the end. */
function addExplicitJumps(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) {
    const { next } = block;
    if (!block.isCold || next === null || !next.isWarm || !fallsThrough(block)) continue;
    const jump = newBlock();
    jump.instructions.push({
      opcode: JUMP_NO_INTERRUPT,
      argument: 0,
      target: next,
      location: noLocation,
      handler: null,
    });
    jump.isCold = true;
    jump.predecessors = 1;
    jump.next = next;
    next.isLabelled = true;
    block.next = jump;
  }
}

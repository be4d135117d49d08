/**
 * Blocks that nothing leads to are emptied; the others learn how many ways lead to them.
 * Models: CPython 3.13, Python/flowgraph.c (`remove_unreachable`).
 */
import { blocksFrom, clearVisits, fallsThrough, hasTarget, type BasicBlock } from './basic-block.ts';

export function removeUnreachable(entry: BasicBlock): void {
  clearVisits(entry);
  for (const block of blocksFrom(entry)) block.predecessors = 0;
  const waiting = [entry];
  const reach = (block: BasicBlock): void => {
    block.predecessors += 1;
    if (block.isVisited) return;
    block.isVisited = true;
    waiting.push(block);
  };
  entry.predecessors = 1;
  entry.isVisited = true;
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    if (block.next !== null && fallsThrough(block)) reach(block.next);
    for (const { opcode, target } of block.instructions) {
      if (target !== null && hasTarget(opcode)) reach(target);
    }
  }
  for (const block of blocksFrom(entry)) {
    if (block.predecessors > 0) continue;
    block.instructions = [];
    block.isExceptHandler = false;
  }
}

/**
 * How deep the stack gets, and how deep it is where each block begins.
 * Models: CPython 3.13, Python/flowgraph.c (`calculate_stackdepth`).
 */
import { exitsScope, hasTarget, isUnconditionalJump, type BasicBlock } from './basic-block.ts';
import { jumpEffect, stackEffect } from './stack-effect.ts';

export function stackDepth(entry: BasicBlock): number {
  const waiting: BasicBlock[] = [];
  let deepest = 0;
  const reach = (block: BasicBlock | null, depth: number): void => {
    if (block === null || block.startDepth >= 0) return;
    block.startDepth = depth;
    waiting.push(block);
  };
  reach(entry, 0);
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    let depth = block.startDepth;
    let goesOn = true;
    for (const { opcode, argument, target } of block.instructions) {
      if (hasTarget(opcode)) {
        const targetDepth = depth + jumpEffect(opcode, argument);
        deepest = Math.max(deepest, targetDepth);
        reach(target, targetDepth);
      }
      depth += stackEffect(opcode, argument);
      deepest = Math.max(deepest, depth);
      goesOn = !isUnconditionalJump(opcode) && !exitsScope(opcode);
      if (!goesOn) break;
    }
    if (goesOn) reach(block.next, depth);
  }
  return deepest;
}

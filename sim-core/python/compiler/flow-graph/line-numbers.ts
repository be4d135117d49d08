/**
 * Lines for instructions that come from nowhere in the source.
 * Models: CPython 3.13, Python/flowgraph.c (`resolve_line_numbers`, `duplicate_exits_without_lineno`, `propagate_line_numbers`).
 */
import { noLocation } from '../codegen/instruction.ts';
import { JUMP } from '../codegen/pseudo-opcodes.ts';
import * as op from '../opcodes.ts';
import {
  blocksFrom,
  endsScope,
  fallsThrough,
  hasNoLine,
  isJump,
  lastOf,
  newBlock,
  nonEmpty,
  type BasicBlock,
} from './basic-block.ts';

export function resolveLineNumbers(entry: BasicBlock): void {
  duplicateExits(entry);
  propagateLines(entry);
}

/** An exit without a line of its own gets one copy for each jump that leads to it. */
function duplicateExits(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) {
    const last = lastOf(block);
    if (last === null || !isJump(last.opcode)) continue;
    const target = nonEmpty(last.target);
    if (target === null || target.predecessors <= 1 || !isExitWithoutLine(target)) continue;
    const copy = newBlock(true);
    copy.instructions = target.instructions.map((instruction) => ({ ...instruction }));
    const [first] = copy.instructions;
    if (first !== undefined) first.location = last.location;
    copy.predecessors = 1;
    copy.isExceptHandler = target.isExceptHandler;
    copy.next = target.next;
    target.next = copy;
    target.predecessors -= 1;
    last.target = copy;
  }
  for (const block of blocksFrom(entry)) {
    const { next } = block;
    const last = lastOf(block);
    if (next === null || last === null || !fallsThrough(block) || !isExitWithoutLine(next)) continue;
    const [first] = next.instructions;
    if (first !== undefined) first.location = last.location;
  }
}

function isExitWithoutLine(block: BasicBlock): boolean {
  return (endsScope(block) || checksForBreak(block)) && hasNoLine(block);
}

/** Where the machine looks whether another thread should run. */
const breakChecks: ReadonlySet<number> = new Set([JUMP, op.RESUME, op.CALL, op.CALL_KW, op.CALL_FUNCTION_EX]);

function checksForBreak(block: BasicBlock): boolean {
  return block.instructions.some((instruction) => breakChecks.has(instruction.opcode));
}

function propagateLines(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) {
    const last = lastOf(block);
    if (last === null) continue;
    let location = noLocation;
    for (const instruction of block.instructions) {
      if (instruction.location.line < 0) instruction.location = location;
      else location = instruction.location;
    }
    if (fallsThrough(block) && block.next !== null) passOn(block.next, location);
    if (isJump(last.opcode) && last.target !== null) passOn(last.target, location);
  }
}

function passOn(block: BasicBlock, location: typeof noLocation): void {
  const [first] = block.instructions;
  if (block.predecessors === 1 && first !== undefined && first.location.line < 0) first.location = location;
}

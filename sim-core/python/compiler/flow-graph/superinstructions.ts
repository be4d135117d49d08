/**
 * Pairs of loads and stores of locals in one instruction.
 * Models: CPython 3.13, Python/flowgraph.c (`insert_superinstructions`).
 */
import * as op from '../opcodes.ts';
import { blocksFrom, makeNop, setInstruction, type BasicBlock, type BlockInstruction } from './basic-block.ts';
import { removeRedundantNops } from './redundancy.ts';

export function insertSuperinstructions(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) {
    block.instructions.forEach((instruction, index) => {
      const next = block.instructions[index + 1];
      if (next !== undefined) combine(instruction, next);
    });
  }
  removeRedundantNops(entry);
}

function combine(first: BlockInstruction, second: BlockInstruction): void {
  const opcode = combined(first.opcode, second.opcode);
  if (opcode === null || first.argument >= 16 || second.argument >= 16) return;
  const [line, nextLine] = [first.location.line, second.location.line];
  if (line >= 0 && nextLine >= 0 && line !== nextLine) return;
  setInstruction(first, opcode, (first.argument << 4) | second.argument);
  makeNop(second);
}

function combined(first: number, second: number): number | null {
  if (first === op.LOAD_FAST) return second === op.LOAD_FAST ? op.LOAD_FAST_LOAD_FAST : null;
  if (first !== op.STORE_FAST) return null;
  if (second === op.LOAD_FAST) return op.STORE_FAST_LOAD_FAST;
  return second === op.STORE_FAST ? op.STORE_FAST_STORE_FAST : null;
}

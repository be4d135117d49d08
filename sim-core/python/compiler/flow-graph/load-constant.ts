/**
 * Decisions on constants are made at once.
 * Models: CPython 3.13, Python/flowgraph.c (`basicblock_optimize_load_const`).
 */
import type { Constant } from '../code-object.ts';
import { JUMP } from '../codegen/pseudo-opcodes.ts';
import { isTrue } from '../constant-folding/truth.ts';
import type { ConstantTable } from '../constant-table.ts';
import * as op from '../opcodes.ts';
import { makeNop, setInstruction, type BasicBlock, type BlockInstruction } from './basic-block.ts';

export function optimizeLoadConstant(block: BasicBlock, constants: ConstantTable): void {
  let loaded: number | null = null;
  for (let index = 0; index < block.instructions.length; index += 1) {
    const instruction = block.instructions[index];
    if (instruction === undefined) break;
    const isCopy = loaded !== null && instruction.opcode === op.COPY && instruction.argument === 1;
    if (!isCopy) loaded = instruction.opcode === op.LOAD_CONST ? instruction.argument : null;
    const next = block.instructions[index + 1];
    if (loaded === null || next === undefined) continue;
    const value = constants.items[loaded] ?? null;
    if (next.opcode === op.RETURN_VALUE) {
      makeNop(instruction);
      setInstruction(next, op.RETURN_CONST, loaded);
      index += 1;
      loaded = null;
    } else {
      optimizeUse(block, index, { value, constants });
    }
  }
}

function optimizeUse(
  block: BasicBlock,
  index: number,
  { value, constants }: { readonly value: Constant; readonly constants: ConstantTable },
): void {
  const instruction = block.instructions[index];
  const next = block.instructions[index + 1];
  if (instruction === undefined || next === undefined) return;
  if (next.opcode === op.POP_JUMP_IF_FALSE || next.opcode === op.POP_JUMP_IF_TRUE) {
    makeNop(instruction);
    if (isTrue(value) === (next.opcode === op.POP_JUMP_IF_TRUE)) next.opcode = JUMP;
    else makeNop(next);
  } else if (next.opcode === op.TO_BOOL) {
    makeNop(instruction);
    setInstruction(next, op.LOAD_CONST, constants.add(isTrue(value)));
  } else if (next.opcode === op.IS_OP && value === null) {
    optimizeNoneTest(instruction, next, block.instructions.slice(index + 2, index + 4));
  }
}

/** `is None` before a jump becomes part of the jump. */
function optimizeNoneTest(load: BlockInstruction, test: BlockInstruction, rest: readonly BlockInstruction[]): void {
  let [jump] = rest;
  if (jump?.opcode === op.TO_BOOL) {
    makeNop(jump);
    jump = rest[1];
  }
  if (jump === undefined) return;
  if (jump.opcode !== op.POP_JUMP_IF_FALSE && jump.opcode !== op.POP_JUMP_IF_TRUE) return;
  const isNot = (test.argument !== 0) !== (jump.opcode === op.POP_JUMP_IF_FALSE);
  makeNop(load);
  makeNop(test);
  jump.opcode = isNot ? op.POP_JUMP_IF_NOT_NONE : op.POP_JUMP_IF_NONE;
}

/**
 * Shorter ways to do the same within a block.
 * Models: CPython 3.13, Python/flowgraph.c (`optimize_basic_block`).
 */
import type { ConstantTable } from '../constant-table.ts';
import { JUMP, JUMP_NO_INTERRUPT } from '../codegen/pseudo-opcodes.ts';
import * as op from '../opcodes.ts';
import { makeNop, setInstruction, type BasicBlock, type BlockInstruction } from './basic-block.ts';
import { applyStaticSwaps, combineSwaps } from './swaps.ts';

export function optimizeBlock(block: BasicBlock, constants: ConstantTable): void {
  for (let index = 0; index < block.instructions.length; index += 1) {
    const instruction = block.instructions[index];
    if (instruction === undefined) break;
    index = optimizeAt(block, index, { instruction, constants });
  }
}

/** A value that is stored only to be overwritten at once need not be stored. */
export function dropDeadStores(block: BasicBlock): void {
  block.instructions.forEach((instruction, index) => {
    const next = block.instructions[index + 1];
    if (instruction.opcode !== op.STORE_FAST || next?.opcode !== op.STORE_FAST) return;
    if (next.argument !== instruction.argument || next.location.line !== instruction.location.line) return;
    setInstruction(instruction, op.POP_TOP, 0);
  });
}

/** Looks at one instruction and tells after which to go on. */
function optimizeAt(
  block: BasicBlock,
  index: number,
  { instruction, constants }: { readonly instruction: BlockInstruction; readonly constants: ConstantTable },
): number {
  const next = block.instructions[index + 1] ?? null;
  switch (instruction.opcode) {
    case op.BUILD_TUPLE:
      foldTuple(block, index, constants);
      return index;
    case op.POP_JUMP_IF_FALSE:
    case op.POP_JUMP_IF_TRUE:
    case op.POP_JUMP_IF_NONE:
    case op.POP_JUMP_IF_NOT_NONE:
      return firstOpcode(instruction) === JUMP ? threadJump(block, index, instruction.opcode) : index;
    case JUMP:
    case JUMP_NO_INTERRUPT:
      return optimizeJump(block, index, instruction);
    case op.SWAP:
      return optimizeSwap(block, index, instruction);
    default:
      if (next !== null) optimizePair(instruction, next);
      return index;
  }
}

function firstOpcode({ target }: BlockInstruction): number | null {
  return target?.instructions[0]?.opcode ?? null;
}

function optimizeJump(block: BasicBlock, index: number, instruction: BlockInstruction): number {
  const opcode = firstOpcode(instruction);
  if (opcode === JUMP) return threadJump(block, index, JUMP);
  return opcode === JUMP_NO_INTERRUPT ? threadJump(block, index, instruction.opcode) : index;
}

/** A jump to a jump goes where that one goes. */
function threadJump(block: BasicBlock, index: number, opcode: number): number {
  const instruction = block.instructions[index];
  const jump = instruction?.target?.instructions[0];
  if (instruction === undefined || jump === undefined || instruction.target === jump.target) return index;
  makeNop(instruction);
  block.instructions.push({ opcode, argument: 0, target: jump.target, location: jump.location, handler: null });
  return index - 1;
}

function optimizeSwap(block: BasicBlock, index: number, instruction: BlockInstruction): number {
  if (instruction.argument === 1) {
    makeNop(instruction);
    return index;
  }
  const last = combineSwaps(block, index);
  applyStaticSwaps(block, last);
  return last;
}

function optimizePair(instruction: BlockInstruction, next: BlockInstruction): void {
  const { opcode, argument } = instruction;
  switch (opcode) {
    case op.COMPARE_OP:
      if (next.opcode === op.TO_BOOL) moveInto(instruction, next, argument | 16);
      break;
    case op.CONTAINS_OP:
    case op.IS_OP:
      if (next.opcode === op.TO_BOOL) moveInto(instruction, next, argument);
      else if (next.opcode === op.UNARY_NOT) moveInto(instruction, next, argument ^ 1);
      break;
    case op.TO_BOOL:
      if (next.opcode === op.TO_BOOL) makeNop(instruction);
      break;
    case op.UNARY_NOT:
      if (next.opcode === op.TO_BOOL) moveInto(instruction, next, 0);
      else if (next.opcode === op.UNARY_NOT) {
        makeNop(instruction);
        makeNop(next);
      }
      break;
    case op.LOAD_GLOBAL:
      if (next.opcode === op.PUSH_NULL && (argument & 1) === 0) {
        setInstruction(instruction, op.LOAD_GLOBAL, argument | 1);
        makeNop(next);
      }
      break;
    default:
  }
}

/** The second instruction becomes the first with another argument. */
function moveInto(instruction: BlockInstruction, next: BlockInstruction, argument: number): void {
  setInstruction(next, instruction.opcode, argument);
  makeNop(instruction);
}

function foldTuple(block: BasicBlock, index: number, constants: ConstantTable): void {
  const { instructions } = block;
  const build = instructions[index];
  const next = instructions[index + 1];
  if (build === undefined) return;
  const size = build.argument;
  if (next?.opcode === op.UNPACK_SEQUENCE && next.argument === size && size >= 1 && size <= 3) {
    makeNop(build);
    if (size === 1) makeNop(next);
    else setInstruction(next, op.SWAP, size);
    return;
  }
  if (index < size) return;
  const loads = instructions.slice(index - size, index);
  if (!loads.every((load) => load.opcode === op.LOAD_CONST)) return;
  const items = loads.map((load) => constants.items[load.argument] ?? null);
  const folded = constants.add({ kind: 'tuple', items });
  for (const load of loads) makeNop(load);
  setInstruction(build, op.LOAD_CONST, folded);
}

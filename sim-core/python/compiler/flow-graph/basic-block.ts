/**
 * The control flow graph: basic blocks in the order of the code.
 * Models: CPython 3.13, Python/flowgraph.c (`basicblock`, `cfg_instr`).
 */
import type { Location } from '../codegen/instruction.ts';
import { isBlockPush, JUMP, JUMP_NO_INTERRUPT } from '../codegen/pseudo-opcodes.ts';
import * as op from '../opcodes.ts';

export interface BlockInstruction {
  opcode: number;
  argument: number;
  target: BasicBlock | null;
  location: Location;
  /** Where an exception of this instruction goes. */
  handler: BasicBlock | null;
}

export interface BasicBlock {
  instructions: BlockInstruction[];
  next: BasicBlock | null;
  /** Something jumps here. */
  isLabelled: boolean;
  predecessors: number;
  isExceptHandler: boolean;
  /** The handler wants the place of the error under the exception. */
  preservesLasti: boolean;
  /** How deep the stack is at the beginning; -1 until that is known. */
  startDepth: number;
  isWarm: boolean;
  isCold: boolean;
  isVisited: boolean;
  /** Locals that may be unbound at the beginning: bits 0 to 31 and 32 to 63. */
  unboundLow: number;
  unboundHigh: number;
}

export function newBlock(isLabelled = false): BasicBlock {
  return {
    instructions: [],
    next: null,
    isLabelled,
    predecessors: 0,
    isExceptHandler: false,
    preservesLasti: false,
    startDepth: -1,
    isWarm: false,
    isCold: false,
    isVisited: false,
    unboundLow: 0,
    unboundHigh: 0,
  };
}

export function* blocksFrom(entry: BasicBlock): Generator<BasicBlock> {
  for (let block: BasicBlock | null = entry; block !== null; block = block.next) yield block;
}

export function clearVisits(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) block.isVisited = false;
}

export function lastOf(block: BasicBlock): BlockInstruction | null {
  return block.instructions.at(-1) ?? null;
}

/** The instruction does nothing any more, but keeps its place. */
export function makeNop(instruction: BlockInstruction): void {
  instruction.opcode = op.NOP;
  instruction.argument = 0;
  instruction.target = null;
}

export function setInstruction(instruction: BlockInstruction, opcode: number, argument: number): void {
  instruction.opcode = opcode;
  instruction.argument = argument;
  instruction.target = null;
}

export function nonEmpty(block: BasicBlock | null): BasicBlock | null {
  let found = block;
  while (found !== null && found.instructions.length === 0) found = found.next;
  return found;
}

export function isUnconditionalJump(opcode: number): boolean {
  return opcode === JUMP || opcode === JUMP_NO_INTERRUPT;
}

export function isConditionalJump(opcode: number): boolean {
  return opcode >= op.POP_JUMP_IF_FALSE && opcode <= op.POP_JUMP_IF_TRUE;
}

export function isJump(opcode: number): boolean {
  return isUnconditionalJump(opcode) || isConditionalJump(opcode) || opcode === op.FOR_ITER || opcode === op.SEND;
}

export function hasTarget(opcode: number): boolean {
  return isJump(opcode) || isBlockPush(opcode);
}

export function exitsScope(opcode: number): boolean {
  return (
    opcode === op.RETURN_VALUE ||
    opcode === op.RETURN_CONST ||
    opcode === op.RAISE_VARARGS ||
    opcode === op.RERAISE ||
    opcode === op.INTERPRETER_EXIT
  );
}

export function endsScope(block: BasicBlock): boolean {
  const last = lastOf(block);
  return last !== null && exitsScope(last.opcode);
}

/** Whether control can run on into the next block. */
export function fallsThrough(block: BasicBlock): boolean {
  const last = lastOf(block);
  return last === null || !(exitsScope(last.opcode) || isUnconditionalJump(last.opcode));
}

export function hasNoLine(block: BasicBlock): boolean {
  return block.instructions.every((instruction) => instruction.location.line < 0);
}

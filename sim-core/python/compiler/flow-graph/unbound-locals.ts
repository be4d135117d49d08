/**
 * Loads of locals that may be unbound are checked.
 * Models: CPython 3.13, Python/flowgraph.c (`add_checks_for_loads_of_uninitialized_variables`).
 */
import { STORE_FAST_MAYBE_NULL } from '../codegen/pseudo-opcodes.ts';
import * as op from '../opcodes.ts';
import {
  blocksFrom,
  clearVisits,
  fallsThrough,
  isJump,
  lastOf,
  type BasicBlock,
  type BlockInstruction,
} from './basic-block.ts';

/** So many locals are followed from block to block. */
const followed = 64;

export function checkUnboundLocals(entry: BasicBlock, localCount: number, parameterCount: number): void {
  if (localCount === 0) return;
  if (localCount > followed) checkBlockwise(entry);
  clearVisits(entry);
  const waiting: BasicBlock[] = [];
  let low = 0;
  let high = 0;
  for (let local = parameterCount; local < Math.min(localCount, followed); local += 1) {
    if (local < 32) low |= 1 << local;
    else high |= 1 << (local - 32);
  }
  push(entry, low, high, waiting);
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    block.isVisited = false;
    scan(block, waiting);
  }
}

function push(block: BasicBlock, low: number, high: number, waiting: BasicBlock[]): void {
  const newLow = block.unboundLow | low;
  const newHigh = block.unboundHigh | high;
  if (newLow === block.unboundLow && newHigh === block.unboundHigh) return;
  block.unboundLow = newLow;
  block.unboundHigh = newHigh;
  if (block.isVisited) return;
  block.isVisited = true;
  waiting.push(block);
}

function unbinds(opcode: number): boolean {
  return opcode === op.DELETE_FAST || opcode === op.LOAD_FAST_AND_CLEAR || opcode === STORE_FAST_MAYBE_NULL;
}

function binds(opcode: number): boolean {
  return opcode === op.STORE_FAST || opcode === op.LOAD_FAST_CHECK || opcode === op.LOAD_FAST;
}

function scan(block: BasicBlock, waiting: BasicBlock[]): void {
  const unbound: Unbound = { low: block.unboundLow, high: block.unboundHigh };
  for (const instruction of block.instructions) {
    if (instruction.handler !== null) push(instruction.handler, unbound.low, unbound.high, waiting);
    if (instruction.argument < followed) step(instruction, unbound);
  }
  if (block.next !== null && fallsThrough(block)) push(block.next, unbound.low, unbound.high, waiting);
  const last = lastOf(block);
  if (last !== null && isJump(last.opcode) && last.target !== null) {
    push(last.target, unbound.low, unbound.high, waiting);
  }
}

interface Unbound {
  low: number;
  high: number;
}

function step(instruction: BlockInstruction, unbound: Unbound): void {
  const { opcode, argument } = instruction;
  const half = argument < 32 ? 'low' : 'high';
  const bit = 1 << (argument & 31);
  if (unbinds(opcode)) {
    unbound[half] |= bit;
  } else if (binds(opcode)) {
    if (opcode === op.LOAD_FAST && (unbound[half] & bit) !== 0) instruction.opcode = op.LOAD_FAST_CHECK;
    unbound[half] &= ~bit;
  }
}

/** Locals beyond those that are followed are only known to be bound within a block. */
function checkBlockwise(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) {
    const bound = new Set<number>();
    for (const instruction of block.instructions) if (instruction.argument >= followed) checkOne(instruction, bound);
  }
}

function checkOne(instruction: BlockInstruction, bound: Set<number>): void {
  const { opcode, argument } = instruction;
  if (unbinds(opcode)) bound.delete(argument);
  else if (opcode === op.STORE_FAST) bound.add(argument);
  else if (opcode === op.LOAD_FAST) {
    if (!bound.has(argument)) instruction.opcode = op.LOAD_FAST_CHECK;
    bound.add(argument);
  }
}

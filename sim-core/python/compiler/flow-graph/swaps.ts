/**
 * SWAPs: as few as possible, and none where the stores after them can change places instead.
 * Models: CPython 3.13, Python/flowgraph.c (`swaptimize`, `apply_static_swaps`).
 */
import { STORE_FAST_MAYBE_NULL } from '../codegen/pseudo-opcodes.ts';
import * as op from '../opcodes.ts';
import { makeNop, setInstruction, type BasicBlock, type BlockInstruction } from './basic-block.ts';

/** Rewrites the run of SWAPs that begins here with the fewest that do the same, and tells where the run ends. */
export function combineSwaps(block: BasicBlock, start: number): number {
  const run: BlockInstruction[] = [];
  let depth = 0;
  let swaps = 0;
  for (let index = start; index < block.instructions.length; index += 1) {
    const instruction = block.instructions[index];
    if (instruction === undefined) break;
    if (instruction.opcode === op.SWAP) {
      depth = Math.max(depth, instruction.argument);
      swaps += 1;
    } else if (instruction.opcode !== op.NOP) break;
    run.push(instruction);
  }
  // Only one that is not the first makes more than one.
  if (swaps < 2) return start;
  let current = run.length - 1;
  for (const argument of cyclesOf(permutationOf(run, depth))) {
    const instruction = run[current];
    if (instruction !== undefined) setInstruction(instruction, op.SWAP, argument);
    current -= 1;
  }
  for (; current >= 0; current -= 1) {
    const instruction = run[current];
    if (instruction !== undefined) makeNop(instruction);
  }
  return start + run.length - 1;
}

/** Where each value of the stack comes from after the run. */
function permutationOf(run: readonly BlockInstruction[], depth: number): number[] {
  const stack = Array.from({ length: depth }, (_, index) => index);
  for (const { opcode, argument } of run) {
    if (opcode !== op.SWAP) continue;
    const top = stack[0] ?? 0;
    stack[0] = stack[argument - 1] ?? 0;
    stack[argument - 1] = top;
  }
  return stack;
}

/** The swaps that make the permutation, the last first: each cycle is walked through the top. */
function cyclesOf(stack: number[]): number[] {
  const swaps: number[] = [];
  const visited = -1;
  for (let start = 0; start < stack.length; start += 1) {
    if (stack[start] === visited || stack[start] === start) continue;
    for (let at = start; ;) {
      if (at !== 0) swaps.push(at + 1);
      const next = stack[at] ?? visited;
      if (next === visited) break;
      stack[at] = visited;
      at = next;
    }
  }
  return swaps;
}

function isSwappable(opcode: number): boolean {
  return opcode === op.STORE_FAST || opcode === STORE_FAST_MAYBE_NULL || opcode === op.POP_TOP;
}

/** Exchanges the consumers after a SWAP instead of the values. */
export function applyStaticSwaps(block: BasicBlock, from: number): void {
  const { instructions } = block;
  for (let index = from; index >= 0; index -= 1) {
    const swap = instructions[index];
    if (swap === undefined) return;
    if (swap.opcode !== op.SWAP) {
      if (swap.opcode === op.NOP || isSwappable(swap.opcode)) continue;
      return;
    }
    const first = nextSwappable(instructions, index, null);
    if (first === null) return;
    let second = first;
    const line = instructions[first]?.location.line ?? -1;
    for (let count = swap.argument - 1; count > 0; count -= 1) {
      const next = nextSwappable(instructions, second, line);
      if (next === null) return;
      second = next;
    }
    if (!exchange(instructions, first, second)) return;
    makeNop(swap);
  }
}

function nextSwappable(instructions: readonly BlockInstruction[], from: number, line: number | null): number | null {
  for (let index = from + 1; index < instructions.length; index += 1) {
    const instruction = instructions[index];
    if (instruction === undefined) return null;
    if (line !== null && line >= 0 && instruction.location.line !== line) return null;
    if (instruction.opcode === op.NOP) continue;
    return isSwappable(instruction.opcode) ? index : null;
  }
  return null;
}

/** Not safe where both store to one local, or something between stores to either. */
function exchange(instructions: BlockInstruction[], first: number, second: number): boolean {
  const one = instructions[first];
  const two = instructions[second];
  if (one === undefined || two === undefined) return false;
  const [stored, storedToo] = [storedLocal(one), storedLocal(two)];
  if (stored !== null || storedToo !== null) {
    if (stored === storedToo) return false;
    for (const between of instructions.slice(first + 1, second)) {
      const local = storedLocal(between);
      if (local !== null && (local === stored || local === storedToo)) return false;
    }
  }
  instructions[first] = two;
  instructions[second] = one;
  return true;
}

function storedLocal({ opcode, argument }: BlockInstruction): number | null {
  return opcode === op.STORE_FAST || opcode === STORE_FAST_MAYBE_NULL ? argument : null;
}

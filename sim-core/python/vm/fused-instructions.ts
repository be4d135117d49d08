/**
 * Instructions as the interpreter loop reads them: opcode, cost and argument in one word; and runs of instructions that it executes at
 * once where it may. A fused opcode stands in place of the first of its run only – the others stay, so one may jump to them, and the
 * loop falls back to them wherever the run could be interrupted or its operands are not ints. Steps, time and switch points are the same.
 */
import { assert } from '../../base/assert.ts';
import type { CodeObject } from '../compiler/code-object.ts';
import {
  BINARY_OP,
  COMPARE_OP,
  LOAD_CONST,
  LOAD_FAST,
  LOAD_FAST_LOAD_FAST,
  POP_JUMP_IF_FALSE,
} from '../compiler/opcodes.ts';

// CPython 3.13 uses no opcode between 150 and 235.
/** LOAD_FAST, LOAD_CONST, COMPARE_OP, POP_JUMP_IF_FALSE */
export const FAST_CONST_COMPARE = 200;
/** LOAD_FAST_LOAD_FAST, COMPARE_OP, POP_JUMP_IF_FALSE */
export const FAST_FAST_COMPARE = 201;
/** LOAD_FAST, LOAD_CONST, BINARY_OP (+ or -) */
export const FAST_CONST_ADD = 202;
/** LOAD_FAST_LOAD_FAST, BINARY_OP (+ or -) */
export const FAST_FAST_ADD = 203;

/** A word's bits 0 to 7: opcode; 8 to 14: cost; 15 and above: argument. The interpreter loop takes them apart itself. */
const costShift = 8;
const argumentShift = 15;
const mostCost = 127;
const mostArgument = 0x1ffff;

/** BINARY_OP's +, +=, - and -=. */
const sums: ReadonlySet<number> = new Set([0, 13, 10, 23]);

/** The words of a code object; `costs` are nanoseconds by opcode. */
export function instructionWords(code: CodeObject, costs: Int32Array): Int32Array {
  return Int32Array.from(code.opcodes, (op, at) => {
    const cost = costs[op] as number;
    const argument = code.arguments[at] as number;
    assert(cost <= mostCost && argument <= mostArgument, `the instruction ${op} ${argument} (${cost} ns) is too wide`);
    return fusedAt(code, at) | (cost << costShift) | (argument << argumentShift);
  });
}

function fusedAt(code: CodeObject, at: number): number {
  const op = code.opcodes[at] as number;
  if (op === LOAD_FAST && code.opcodes[at + 1] === LOAD_CONST) {
    if (isTest(code, at + 2)) return FAST_CONST_COMPARE;
    if (isSum(code, at + 2)) return FAST_CONST_ADD;
  }
  if (op === LOAD_FAST_LOAD_FAST) {
    if (isTest(code, at + 1)) return FAST_FAST_COMPARE;
    if (isSum(code, at + 1)) return FAST_FAST_ADD;
  }
  return op;
}

const isTest = (code: CodeObject, at: number): boolean =>
  code.opcodes[at] === COMPARE_OP && code.opcodes[at + 1] === POP_JUMP_IF_FALSE;
const isSum = (code: CodeObject, at: number): boolean =>
  code.opcodes[at] === BINARY_OP && sums.has(code.arguments[at] as number);

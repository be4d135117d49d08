/**
 * The slots of a frame: locals, cells and free variables, and the instructions that fill cells at the start.
 * Models: CPython 3.13, Python/flowgraph.c (`prepare_localsplus`), Python/assemble.c (`compute_localsplus_info`).
 */
import type { CodeUnit } from '../codegen/code-unit.ts';
import { noLocation, type Location } from '../codegen/instruction.ts';
import { LOAD_CLOSURE } from '../codegen/pseudo-opcodes.ts';
import { fastCell, fastFree, fastLocal } from '../code-object.ts';
import * as op from '../opcodes.ts';
import { blocksFrom, type BasicBlock } from './basic-block.ts';

/** A local that only an inlined comprehension uses. */
const fastHidden = 0x10;

export interface FrameSlots {
  readonly names: readonly string[];
  readonly kinds: Uint8Array;
}

const cellOpcodes: ReadonlySet<number> = new Set([
  op.MAKE_CELL,
  LOAD_CLOSURE,
  op.LOAD_DEREF,
  op.STORE_DEREF,
  op.DELETE_DEREF,
  op.LOAD_FROM_DICT_OR_DEREF,
]);

/** Gives cells their final numbers and puts what must come first before the first instruction. */
export function prepareFrame(entry: BasicBlock, unit: CodeUnit, isGenerator: boolean): FrameSlots {
  const slots = slotsOf(unit);
  insertPrefix(entry, unit, { isGenerator, slots: slots.indexes });
  for (const block of blocksFrom(entry)) {
    for (const instruction of block.instructions) {
      if (!cellOpcodes.has(instruction.opcode)) continue;
      instruction.argument = slots.indexes[instruction.argument] ?? instruction.argument;
    }
  }
  return slots;
}

/** The slot of each cell and free variable, by the number it had until now. */
function slotsOf(unit: CodeUnit): FrameSlots & { readonly indexes: readonly number[] } {
  const names = unit.locals.names;
  const kinds = names.map((name) => fastLocal | (unit.hiddenLocals.has(name) ? fastHidden : 0));
  const indexes: number[] = [];
  for (const name of unit.cells.names) {
    const local = unit.locals.indexOf(name);
    if (local === null) {
      indexes.push(names.length);
      names.push(name);
      kinds.push(fastCell);
    } else {
      indexes.push(local);
      kinds[local] = (kinds[local] ?? 0) | fastCell;
    }
  }
  for (const name of unit.frees.names) {
    indexes.push(names.length);
    names.push(name);
    kinds.push(fastFree);
  }
  return { names, kinds: Uint8Array.from(kinds), indexes };
}

function insertPrefix(
  entry: BasicBlock,
  unit: CodeUnit,
  { isGenerator, slots }: { readonly isGenerator: boolean; readonly slots: readonly number[] },
): void {
  const prefix: [number, number, Location][] = [];
  if (unit.frees.size > 0) prefix.push([op.COPY_FREE_VARS, unit.frees.size, noLocation]);
  const cells = unit.cells.names.map((_, index) => index);
  cells.sort((a, b) => (slots[a] ?? 0) - (slots[b] ?? 0));
  for (const cell of cells) prefix.push([op.MAKE_CELL, cell, noLocation]);
  if (isGenerator) {
    const location = { line: unit.firstLine, column: -1, endLine: unit.firstLine, endColumn: -1 };
    prefix.push([op.RETURN_GENERATOR, 0, location], [op.POP_TOP, 0, location]);
  }
  const instructions = prefix.map(([opcode, argument, location]) => ({
    opcode,
    argument,
    location,
    target: null,
    handler: null,
  }));
  entry.instructions.unshift(...instructions);
}

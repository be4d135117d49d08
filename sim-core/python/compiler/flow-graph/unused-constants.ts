/**
 * Constants that nothing loads are dropped, but for the first, where the docstring stands.
 * Models: CPython 3.13, Python/flowgraph.c (`remove_unused_consts`).
 */
import type { Constant } from '../code-object.ts';
import * as op from '../opcodes.ts';
import { blocksFrom, type BasicBlock } from './basic-block.ts';

/** Renumbers the loads and returns the constants that are left. */
export function removeUnusedConstants(entry: BasicBlock, constants: readonly Constant[]): Constant[] {
  const used = new Set<number>([0]);
  const loads = [...blocksFrom(entry)].flatMap((block) =>
    block.instructions.filter(({ opcode }) => opcode === op.LOAD_CONST || opcode === op.RETURN_CONST),
  );
  for (const load of loads) used.add(load.argument);
  const renumbered = new Map<number, number>();
  const kept = constants.filter((_, index) => {
    if (used.has(index)) renumbered.set(index, renumbered.size);
    return used.has(index);
  });
  for (const load of loads) load.argument = renumbered.get(load.argument) ?? load.argument;
  return kept;
}

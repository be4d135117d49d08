/**
 * The passes over a unit's control flow graph, in their order.
 * Models: CPython 3.13, Python/flowgraph.c (`_PyCfg_OptimizeCodeUnit`, `optimize_cfg`).
 */
import type { CodeUnit } from '../codegen/code-unit.ts';
import type { Constant } from '../code-object.ts';
import { blocksFrom, type BasicBlock } from './basic-block.ts';
import { buildBlocks, setHandlers } from './build-blocks.ts';
import { pushColdBlocksToEnd } from './cold-blocks.ts';
import { resolveLineNumbers } from './line-numbers.ts';
import { optimizeLoadConstant } from './load-constant.ts';
import { dropDeadStores, optimizeBlock } from './peephole.ts';
import { removeUnreachable } from './reachability.ts';
import { inlineSmallBlocks, removeRedundantNopsAndJumps, removeRedundantNopsAndPairs } from './redundancy.ts';
import { insertSuperinstructions } from './superinstructions.ts';
import { checkUnboundLocals } from './unbound-locals.ts';
import { removeUnusedConstants } from './unused-constants.ts';

export interface OptimizedUnit {
  readonly entry: BasicBlock;
  readonly constants: readonly Constant[];
}

export function optimizeUnit(unit: CodeUnit, parameterCount: number): OptimizedUnit {
  const entry = buildBlocks(unit);
  setHandlers(entry);
  inlineSmallBlocks(entry);
  removeUnreachable(entry);
  resolveLineNumbers(entry);
  for (const block of blocksFrom(entry)) optimizeLoadConstant(block, unit.constants);
  for (const block of blocksFrom(entry)) {
    dropDeadStores(block);
    optimizeBlock(block, unit.constants);
  }
  removeRedundantNopsAndPairs(entry);
  removeUnreachable(entry);
  removeRedundantNopsAndJumps(entry);
  const constants = removeUnusedConstants(entry, unit.constants.items);
  checkUnboundLocals(entry, unit.locals.size, parameterCount);
  insertSuperinstructions(entry);
  pushColdBlocksToEnd(entry);
  resolveLineNumbers(entry);
  return { entry, constants };
}

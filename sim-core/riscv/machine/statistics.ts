/** The figures of a run, as `--stats` writes them and the page shows them. */
import { assert } from '../../base/assert.ts';
import type { CacheCounts } from '../cache/cache-config.ts';
import { PipelineCore } from '../cores/pipeline-core.ts';
import type { Hart } from '../hart/hart.ts';
import type { StallSums } from '../hart/stall-counts.ts';
import { registerNames } from '../isa/register-names.ts';
import type { PredictorCounts } from '../predictor/branch-predictor.ts';
import type { Machine } from './machine.ts';

export interface HartStatistics {
  readonly instructions: number;
  /** Without the ebreak or ecall that ends the run. In the pipeline the cycle in which that is in MEM: instructions + 4 + stalls + flushes + memoryStalls. */
  readonly cycles: number;
  /** Bubbles because an operand was not there yet. */
  readonly stalls: number;
  /** Bubbles because the wrong instructions had been fetched. */
  readonly flushes: number;
  /** Cycles of waiting for a block of memory. */
  readonly memoryStalls: number;
  readonly cyclesPerInstruction: number;
  readonly causes: Readonly<StallSums>;
  readonly cache: { readonly instruction: CacheCounts | null; readonly data: CacheCounts | null };
  readonly predictor: PredictorCounts | null;
}

export interface Statistics extends HartStatistics {
  readonly registers: Readonly<Record<string, number>>;
  readonly busTransactions: number;
  /** Instructions that hart 0 had retired when it came to the symbol `pass`; null if it never did. */
  readonly instructionsAtPass: number | null;
  readonly harts: readonly HartStatistics[];
}

export function hartStatisticsOf(machine: Machine, hart: Hart): HartStatistics {
  const { instructions, settledAtCycle } = hart.counters;
  const causes = { ...hart.stalls.sums };
  const port = machine.caches[hart.id];
  const core = machine.cores[hart.id];
  return {
    instructions,
    cycles: settledAtCycle,
    stalls: causes['load-use'] + causes['data-hazard'] + causes['branch-operand'],
    flushes: causes.control + causes.trap,
    memoryStalls: causes['instruction-miss'] + causes['data-miss'],
    cyclesPerInstruction: instructions === 0 ? 0 : settledAtCycle / instructions,
    causes,
    cache: {
      instruction: port?.instructions ? { ...port.instructions.counts } : null,
      data: port?.data ? { ...port.data.counts } : null,
    },
    predictor: core instanceof PipelineCore ? { ...core.predictor.counts } : null,
  };
}

/** Hart 0's figures stand on top; with several harts, instructions are the sum and cycles the last one's. */
export function statisticsOf(machine: Machine): Statistics {
  const harts = machine.harts.map((hart) => hartStatisticsOf(machine, hart));
  const [first] = harts;
  const [hart] = machine.harts;
  assert(first !== undefined && hart !== undefined, 'a machine has a hart');
  const registers = Object.fromEntries(registerNames.map((name, i) => [name, hart.x[i] as number]));
  const instructions = harts.reduce((sum, each) => sum + each.instructions, 0);
  const cycles = Math.max(...harts.map((each) => each.cycles));
  return {
    ...first,
    instructions,
    cycles,
    cyclesPerInstruction: instructions === 0 ? 0 : cycles / instructions,
    registers,
    busTransactions: machine.bus?.transactions ?? 0,
    instructionsAtPass: machine.surroundings.instructionsAtPass,
    harts,
  };
}

/** Everything that the lab shows of a moment, as plain values that can cross to the page. */
import type { CacheConfig, CacheCounts } from '../cache/cache-config.ts';
import type { CacheLines } from '../cache/cache-lines.ts';
import type { BusEvent } from '../cache/snooping-bus.ts';
import { MultiCycleCore } from '../cores/multi-cycle-core.ts';
import type { InnerRegisters } from '../cores/multi-cycle-core.ts';
import { PipelineCore } from '../cores/pipeline-core.ts';
import type { HartStop } from '../hart/hart.ts';
import type { Machine } from '../machine/machine.ts';
import { hartStatisticsOf } from '../machine/statistics.ts';
import type { HartStatistics } from '../machine/statistics.ts';
import type { BranchPredictor, PredictorKind } from '../predictor/branch-predictor.ts';
import type { LaneCell } from './hart-lanes.ts';
import type { MicroStep, PartId, WireId } from './machine-parts.ts';
import type { PipelineView } from './pipeline-recorder.ts';

export interface LabView {
  readonly cycle: number;
  readonly isStopped: boolean;
  /** The selected hart's instruction, transfer by transfer; null where only whole cycles are shown. */
  readonly micro: MicroView | null;
  readonly pipeline: PipelineView | null;
  readonly harts: readonly HartView[];
  readonly lanes: readonly (readonly LaneCell[])[];
  readonly bus: BusView | null;
  readonly output: string;
  readonly memory: readonly MemoryWindow[];
  /** The harts chosen by hand, a cycle each; null where all went on. */
  readonly choices: readonly (number | null)[];
}

export interface MicroView {
  readonly steps: readonly MicroStep[];
  /** How many of them have happened. */
  readonly shown: number;
  /** What every wire carries and every box holds: values stay until they change. */
  readonly wires: readonly (readonly [WireId, number])[];
  readonly holds: readonly (readonly [PartId, number])[];
  readonly pc: number;
}

export interface HartView {
  readonly registers: readonly number[];
  readonly pc: number;
  readonly stop: HartStop | null;
  readonly statistics: HartStatistics;
  readonly inner: InnerRegisters | null;
  readonly beat: number | null;
  readonly instructionCache: CacheView | null;
  readonly dataCache: CacheView | null;
  readonly predictor: PredictorView | null;
  /** The address of the reserved block; null without a reservation. */
  readonly reservation: number | null;
}

interface CacheView {
  readonly config: CacheConfig;
  readonly counts: CacheCounts;
  readonly lines: readonly CacheLineView[];
}

interface CacheLineView {
  readonly set: number;
  readonly way: number;
  /** I, S, E or M. */
  readonly state: string;
  /** The address of the first byte. */
  readonly address: number;
  readonly words: readonly number[];
}

interface PredictorView {
  readonly kind: PredictorKind;
  readonly entries: readonly {
    readonly pc: number;
    readonly target: number;
    readonly isJump: boolean;
    readonly counter: number;
  }[];
}

export interface BusView {
  readonly owner: number | null;
  readonly waiting: readonly { readonly hart: number; readonly transaction: string }[];
  readonly events: readonly BusEvent[];
  readonly transactions: number;
}

export interface MemoryWindow {
  readonly address: number;
  readonly words: readonly number[];
}

export interface ViewRequest {
  readonly windows: readonly { readonly address: number; readonly words: number }[];
}

const shownEvents = 60;

export function hartViewsOf(machine: Machine): readonly HartView[] {
  return machine.harts.map((hart, id) => {
    const core = machine.cores[id];
    const port = machine.caches[id];
    return {
      registers: [...hart.x],
      pc: hart.pc,
      stop: hart.stop,
      statistics: hartStatisticsOf(machine, hart),
      inner: core instanceof MultiCycleCore ? { ...core.inner } : null,
      beat: core instanceof MultiCycleCore ? core.beat : null,
      instructionCache: port?.instructions ? cacheViewOf(port.instructions) : null,
      dataCache: port?.data ? cacheViewOf(port.data) : null,
      predictor: core instanceof PipelineCore ? predictorViewOf(core.predictor) : null,
      reservation: machine.surroundings.reservations.blockOf(id),
    };
  });
}

export function busViewOf(machine: Machine): BusView | null {
  const { bus } = machine;
  if (bus === null) return null;
  const waiting = bus.waiting.map(({ hart, transaction }) => ({ hart, transaction }));
  return { owner: bus.owner, waiting, events: bus.events.slice(-shownEvents), transactions: bus.transactions };
}

export function memoryWindowsOf(machine: Machine, { windows }: ViewRequest): readonly MemoryWindow[] {
  return windows.map(({ address, words }) => ({
    address,
    words: Array.from({ length: words }, (_, i) => machine.peek((address + 4 * i) >>> 0, 4)),
  }));
}

function cacheViewOf(cache: CacheLines): CacheView {
  const { config } = cache;
  const lines = [...cache.states].map((state, line) => ({
    set: Math.floor(line / config.ways),
    way: line % config.ways,
    state: 'ISEM'.charAt(state),
    address: ((cache.blocks[line] ?? 0) << cache.blockShift) >>> 0,
    words: [...cache.words.subarray(line * config.wordsPerBlock, (line + 1) * config.wordsPerBlock)],
  }));
  return { config, counts: { ...cache.counts }, lines };
}

function predictorViewOf(predictor: BranchPredictor): PredictorView | null {
  if (predictor.config.kind === 'none') return null;
  const entries = [...predictor.pcs].flatMap((pc, i) => {
    if (pc < 0) return [];
    const counter = predictor.counters[predictor.counterIndex(pc)] ?? 0;
    return [{ pc, target: predictor.targets[i] ?? 0, isJump: predictor.jumps[i] === 1, counter }];
  });
  return { kind: predictor.config.kind, entries };
}

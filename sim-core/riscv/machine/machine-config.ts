/** Everything that a run of the CPU lab depends on, beside the program. */
import type { BranchStage } from '../cores/pipeline-hazards.ts';
import { cacheConfigMistake } from '../cache/cache-config.ts';
import type { CacheConfig, Coherence } from '../cache/cache-config.ts';
import type { PredictorConfig } from '../predictor/branch-predictor.ts';

export type Model = 'single-cycle' | 'multi-cycle' | 'pipeline';

/** Which harts get a clock edge in a cycle. */
export type Interleaving =
  /** All of them; who comes first rotates. */
  | { readonly kind: 'round-robin' }
  /** A part of them, drawn anew each cycle: harts of different speeds. */
  | { readonly kind: 'seeded'; readonly seed: number }
  /** The one that the person chooses. */
  | { readonly kind: 'by-hand' };

export interface MachineConfig {
  readonly model: Model;
  readonly harts: number;
  readonly forwarding: boolean;
  readonly branchStage: BranchStage;
  readonly predictor: PredictorConfig;
  readonly instructionCache: CacheConfig | null;
  readonly dataCache: CacheConfig | null;
  readonly coherence: Coherence;
  readonly misaligned: 'hardware' | 'trap';
  readonly interleaving: Interleaving;
}

export const plainPredictor: PredictorConfig = {
  kind: 'none',
  bufferBits: 5,
  counterBits: 5,
  historyBits: 0,
  initialCounter: 0,
};

export const plainCache: CacheConfig = {
  sets: 4,
  ways: 2,
  wordsPerBlock: 4,
  replacement: 'LRU',
  write: 'back',
  penaltyCycles: 10,
};

/** One single-cycle hart on ideal memory. */
export const plainMachine: MachineConfig = {
  model: 'single-cycle',
  harts: 1,
  forwarding: true,
  branchStage: 'EX',
  predictor: plainPredictor,
  instructionCache: null,
  dataCache: null,
  coherence: 'MESI',
  misaligned: 'hardware',
  interleaving: { kind: 'round-robin' },
};

const mostHarts = 8;
const mostTableBits = 12;

/** Says what is wrong with a configuration, or null. */
export function machineConfigMistake(config: MachineConfig): string | null {
  if (!Number.isInteger(config.harts) || config.harts < 1 || config.harts > mostHarts) {
    return `a machine has 1 to ${mostHarts} harts`;
  }
  const { bufferBits, counterBits, historyBits } = config.predictor;
  if (bufferBits > mostTableBits || counterBits + historyBits > mostTableBits) {
    return `a predictor's tables have at most 2^${mostTableBits} entries`;
  }
  const caches = [config.instructionCache, config.dataCache].filter((cache) => cache !== null);
  const mistake = caches.map((cache) => cacheConfigMistake(cache)).find((text) => text !== null);
  if (mistake !== undefined) return mistake;
  if (config.harts > 1 && config.coherence !== 'none' && config.dataCache?.write === 'through') {
    return 'MSI and MESI are for write-back caches: choose coherence none or write-back';
  }
  return null;
}

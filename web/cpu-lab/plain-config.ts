/** The machine on which the lab opens, and the plain parts that a switch puts in. */
import type { LabConfig } from '../worker/riscv-api.ts';

export const plainConfig: LabConfig = {
  model: 'single-cycle',
  harts: 1,
  forwarding: true,
  branchStage: 'EX',
  predictor: { kind: 'none', bufferBits: 3, counterBits: 3, historyBits: 0, initialCounter: 0 },
  instructionCache: null,
  dataCache: null,
  coherence: 'MESI',
  misaligned: 'hardware',
  interleaving: { kind: 'round-robin' },
};

export const plainDataCache: NonNullable<LabConfig['dataCache']> = {
  sets: 4,
  ways: 1,
  wordsPerBlock: 4,
  replacement: 'LRU',
  write: 'back',
  penaltyCycles: 8,
};

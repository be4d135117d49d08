/** For tests: assembles a text and runs it to its end. */
import { assert } from '../../base/assert.ts';
import { assemble } from '../assembler/assemble.ts';
import { registerOfName } from '../isa/register-names.ts';
import { plainCache, plainMachine } from '../machine/machine-config.ts';
import type { MachineConfig } from '../machine/machine-config.ts';
import { Machine } from '../machine/machine.ts';

/** Every timing face, and the switches that could change a result by mistake. */
export const faces: readonly { readonly face: string; readonly config: Partial<MachineConfig> }[] = [
  { face: 'single-cycle', config: { model: 'single-cycle' } },
  { face: 'multi-cycle', config: { model: 'multi-cycle' } },
  { face: 'pipeline, forwarding, EX', config: { model: 'pipeline' } },
  { face: 'pipeline, forwarding, ID', config: { model: 'pipeline', branchStage: 'ID' } },
  { face: 'pipeline, forwarding, MEM', config: { model: 'pipeline', branchStage: 'MEM' } },
  { face: 'pipeline, no forwarding, EX', config: { model: 'pipeline', forwarding: false } },
  { face: 'pipeline, no forwarding, ID', config: { model: 'pipeline', forwarding: false, branchStage: 'ID' } },
  {
    face: 'pipeline with caches and 2-bit prediction',
    config: {
      model: 'pipeline',
      predictor: { kind: '2-bit', bufferBits: 3, counterBits: 3, historyBits: 2, initialCounter: 1 },
      instructionCache: { ...plainCache, penaltyCycles: 3 },
      dataCache: { ...plainCache, sets: 1, penaltyCycles: 3 },
    },
  },
  {
    face: 'single-cycle with write-through caches',
    config: {
      instructionCache: plainCache,
      dataCache: { ...plainCache, write: 'through', replacement: 'FIFO' },
    },
  },
  { face: 'two harts with MESI', config: { harts: 2, dataCache: { ...plainCache, penaltyCycles: 2 } } },
];

export function load(source: string, config: Partial<MachineConfig> = {}): Machine {
  const { value, diagnostics } = assemble(source);
  assert(diagnostics.length === 0, diagnostics.map((it) => `${it.start.line}: ${it.message}`).join('\n'));
  return new Machine(value, { ...plainMachine, ...config });
}

export function run(source: string, config: Partial<MachineConfig> = {}, cycles = 200_000): Machine {
  const machine = load(source, config);
  machine.run(cycles);
  return machine;
}

export function register(machine: Machine, name: string, hart = 0): number {
  return machine.harts[hart]?.x[registerOfName.get(name) ?? 0] ?? 0;
}

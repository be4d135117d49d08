/**
 * A whole machine: harts with their timing faces, memory, caches, bus.
 * Models: up to eight harts that all start at the entry with their own mhartid, on one clock.
 * Leaves out: devices and interrupts.
 */
import { assert } from '../../base/assert.ts';
import { SeededRandom } from '../../base/seeded-random.ts';
import { CachedPort } from '../cache/cached-port.ts';
import { CacheLines } from '../cache/cache-lines.ts';
import { SnoopingBus } from '../cache/snooping-bus.ts';
import type { Core } from '../cores/core.ts';
import { MultiCycleCore } from '../cores/multi-cycle-core.ts';
import { PipelineCore } from '../cores/pipeline-core.ts';
import { SingleCycleCore } from '../cores/single-cycle-core.ts';
import { Hart } from '../hart/hart.ts';
import type { Surroundings } from '../hart/hart.ts';
import { DirectPort } from '../memory/direct-port.ts';
import { Reservations } from '../memory/reservations.ts';
import { SparseMemory } from '../memory/sparse-memory.ts';
import { BranchPredictor } from '../predictor/branch-predictor.ts';
import { machineConfigMistake } from './machine-config.ts';
import type { MachineConfig } from './machine-config.ts';
import type { ProgramImage } from './program-image.ts';

export type HartCore = SingleCycleCore | MultiCycleCore | PipelineCore;

export interface MachineSnapshot {
  readonly cycle: number;
  readonly parts: readonly unknown[];
  readonly surroundings: Omit<Surroundings, 'reservations'>;
  readonly random: SeededRandom;
}

const plainReservationBytes = 16;
/** Each hart of a program without start-up code gets a stack of its own. */
const stackBytes = 0x10000;
const globalPointerOffset = 0x800;

export class Machine {
  readonly config: MachineConfig;
  readonly image: ProgramImage;
  readonly memory = new SparseMemory();
  readonly harts: readonly Hart[];
  readonly cores: readonly HartCore[];
  readonly caches: readonly CachedPort[];
  readonly bus: SnoopingBus | null;
  readonly surroundings: Surroundings;
  /** Clock cycles since the start. */
  cycle = 0;
  #random: SeededRandom;

  constructor(image: ProgramImage, config: MachineConfig) {
    const mistake = machineConfigMistake(config);
    assert(mistake === null, mistake ?? '');
    this.config = config;
    this.image = image;
    for (const segment of image.segments) this.memory.load(segment.address, segment.bytes);
    this.surroundings = surroundingsOf(image, config);
    const dataCaches = ids(config).map(() => (config.dataCache ? new CacheLines(config.dataCache) : null));
    this.bus = busOf(config, this.memory, dataCaches);
    this.caches = this.#cachedPorts(dataCaches);
    this.harts = ids(config).map((id) => this.#newHart(id));
    this.cores = this.harts.map((hart) => newCore(hart, this.memory, config));
    this.#random = new SeededRandom(config.interleaving.kind === 'seeded' ? config.interleaving.seed : 0);
  }

  get isStopped(): boolean {
    return this.harts.every((hart) => hart.stop !== null);
  }

  /** One clock cycle. Under interleaving by hand only the chosen hart gets its edge. */
  tick(chosenHart: number | null = null): void {
    this.cycle += 1;
    if (this.bus !== null) this.bus.cycle = this.cycle;
    const { harts } = this.config;
    const { kind } = this.config.interleaving;
    const first = kind === 'seeded' ? this.#random.below(harts) : this.cycle % harts;
    const edges = kind === 'seeded' ? this.#random.below((1 << harts) - 1) + 1 : -1;
    for (let i = 0; i < harts; i += 1) {
      const id = (first + i) % harts;
      if ((edges & (1 << id)) !== 0 && (chosenHart === null || chosenHart === id)) this.#tickHart(id);
    }
  }

  /** Runs until the machine stops or has done so many cycles more; the answer is how many it did. */
  run(cycles: number): number {
    const before = this.cycle;
    const [hart] = this.harts;
    const [core] = this.cores;
    if (this.config.harts === 1 && hart && core) {
      this.cycle += runAlone(hart, core, cycles);
    } else {
      while (this.cycle - before < cycles && !this.isStopped) this.tick();
    }
    return this.cycle - before;
  }

  /** A word as a reader who sees through all caches would find it: a modified copy counts more than memory. */
  peek(address: number, bytes: number): number {
    for (const port of this.caches) {
      const line = port.data?.find(port.data.blockOf(address)) ?? null;
      if (line !== null && port.data?.isDirty(line)) return port.read(address, bytes);
    }
    return this.memory.read(address, bytes);
  }

  save(): MachineSnapshot {
    const { reservations: _, ...surroundings } = this.surroundings;
    return {
      cycle: this.cycle,
      parts: this.#parts().map((part) => part.save()),
      surroundings,
      random: this.#random.copy(),
    };
  }

  restore(snapshot: MachineSnapshot): void {
    this.cycle = snapshot.cycle;
    for (const [i, part] of this.#parts().entries()) part.restore(snapshot.parts[i]);
    Object.assign(this.surroundings, snapshot.surroundings);
    this.#random = snapshot.random.copy();
  }

  /** Everything that changes while the machine runs. */
  #parts(): readonly Saved[] {
    const parts: (Saved | null)[] = [
      this.memory,
      this.surroundings.reservations,
      ...this.harts,
      ...this.cores,
      ...this.caches,
      this.bus,
    ];
    return parts.filter((part) => part !== null);
  }

  #tickHart(id: number): void {
    if (this.harts[id]?.stop === null) this.cores[id]?.tick();
  }

  #cachedPorts(dataCaches: readonly (CacheLines | null)[]): readonly CachedPort[] {
    const { instructionCache } = this.config;
    if (instructionCache === null && this.config.dataCache === null) return [];
    return dataCaches.map((data, hart) => {
      const instructions = instructionCache === null ? null : new CacheLines(instructionCache);
      return new CachedPort({ hart, memory: this.memory, instructions, data, bus: this.bus });
    });
  }

  #newHart(id: number): Hart {
    const hart = new Hart(id, this.caches[id] ?? new DirectPort(this.memory), this.surroundings);
    hart.pc = this.image.entry;
    if (this.image.stackTop !== null) {
      hart.x[2] = this.image.stackTop - id * stackBytes;
      hart.x[3] = (this.image.symbols.get('__global_pointer$') ?? 0x10000000 + globalPointerOffset) | 0;
    }
    return hart;
  }
}

interface Saved {
  save(): unknown;
  restore(snapshot: unknown): void;
}

function ids(config: MachineConfig): readonly number[] {
  return Array.from({ length: config.harts }, (_, id) => id);
}

function surroundingsOf(image: ProgramImage, config: MachineConfig): Surroundings {
  const reservationBytes = config.dataCache ? config.dataCache.wordsPerBlock * 4 : plainReservationBytes;
  return {
    reservations: new Reservations(config.harts, reservationBytes),
    trapsMisaligned: config.misaligned === 'trap',
    tohostAddress: image.symbols.get('tohost') ?? null,
    tohostValue: 0,
    output: '',
    passAddress: image.symbols.get('pass') ?? null,
    instructionsAtPass: null,
  };
}

function busOf(
  config: MachineConfig,
  memory: SparseMemory,
  caches: readonly (CacheLines | null)[],
): SnoopingBus | null {
  const lines = caches.filter((cache) => cache !== null);
  const isShared = config.harts > 1 && lines.length > 0 && config.coherence !== 'none';
  return isShared ? new SnoopingBus(config.coherence, memory, lines) : null;
}

function newCore(hart: Hart, memory: SparseMemory, config: MachineConfig): HartCore {
  switch (config.model) {
    case 'single-cycle':
      return new SingleCycleCore(hart, memory);
    case 'multi-cycle':
      return new MultiCycleCore(hart, memory);
    case 'pipeline':
      return new PipelineCore({
        hart,
        memory,
        rules: { forwarding: config.forwarding, branchStage: config.branchStage },
        predictor: new BranchPredictor(config.predictor),
      });
  }
}

function runAlone(hart: Hart, core: Core, cycles: number): number {
  let done = 0;
  while (done < cycles && hart.stop === null) {
    core.tick();
    done += 1;
  }
  return done;
}

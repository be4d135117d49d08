/**
 * Branch prediction at fetch: a branch target buffer with full tags, and a table of 1-bit or 2-bit counters.
 * Models: the predictor of QtRvSim (buffer direct mapped by `(pc >> 2) & mask`, history register in front of the address bits); a jump
 * found in the buffer is always predicted taken, and nothing that is not in the buffer ever is. The 2-bit machine is either the saturating
 * counter (SNT–WNT–WT–ST) or the one of Patterson & Hennessy's figure, where a miss in a weak state leads to the opposite strong one.
 * Leaves out: a return address stack.
 */
export type PredictorKind = 'none' | 'always' | 'BTFNT' | '1-bit' | '2-bit' | '2-bit-hysteresis';

export interface PredictorConfig {
  readonly kind: PredictorKind;
  /** log2 of the entries of the target buffer. */
  readonly bufferBits: number;
  /** log2 of the counters, without the history's bits. */
  readonly counterBits: number;
  /** Outcomes of the last branches that choose the counter, too. */
  readonly historyBits: number;
  /** What every counter starts with: 0 strongly not taken … 3 strongly taken; 0 and 1 for one bit. */
  readonly initialCounter: number;
}

export interface PredictorCounts {
  branches: number;
  mispredictions: number;
}

export interface ControlOutcome {
  readonly pc: number;
  readonly isJump: boolean;
  readonly isTaken: boolean;
  readonly target: number;
}

interface PredictorSnapshot {
  readonly pcs: Float64Array;
  readonly targets: Float64Array;
  readonly jumps: Uint8Array;
  readonly counters: Uint8Array;
  readonly history: number;
  readonly counts: PredictorCounts;
}

const emptyEntry = -1;

export class BranchPredictor {
  readonly config: PredictorConfig;
  readonly counts: PredictorCounts = { branches: 0, mispredictions: 0 };
  /** The buffer's columns: pc of the control instruction, its target, and whether it is a jump. */
  readonly pcs: Float64Array;
  readonly targets: Float64Array;
  readonly jumps: Uint8Array;
  readonly counters: Uint8Array;
  #history = 0;

  constructor(config: PredictorConfig) {
    this.config = config;
    const entries = 1 << config.bufferBits;
    this.pcs = new Float64Array(entries).fill(emptyEntry);
    this.targets = new Float64Array(entries);
    this.jumps = new Uint8Array(entries);
    this.counters = new Uint8Array(1 << (config.counterBits + config.historyBits)).fill(config.initialCounter);
  }

  /** Where to fetch after `pc`. */
  predict(pc: number): number {
    if (this.config.kind === 'none') return (pc + 4) >>> 0;
    const entry = (pc >>> 2) & (this.pcs.length - 1);
    if (this.pcs[entry] !== pc) return (pc + 4) >>> 0;
    const target = this.targets[entry] as number;
    return this.jumps[entry] === 1 || this.#predictsTaken(pc, target) ? target : (pc + 4) >>> 0;
  }

  /** Learns the outcome of a control instruction where it is resolved. */
  learn({ pc, isJump, isTaken, target }: ControlOutcome): void {
    if (this.config.kind === 'none') return;
    const entry = (pc >>> 2) & (this.pcs.length - 1);
    this.pcs[entry] = pc;
    this.targets[entry] = target;
    this.jumps[entry] = isJump ? 1 : 0;
    const counter = this.counterIndex(pc);
    this.counters[counter] = nextCounter(this.config.kind, this.counters[counter] as number, isTaken);
    this.#history = ((this.#history << 1) | (isTaken ? 1 : 0)) & ((1 << this.config.historyBits) - 1);
  }

  counterIndex(pc: number): number {
    const { counterBits } = this.config;
    return (this.#history << counterBits) | ((pc >>> 2) & ((1 << counterBits) - 1));
  }

  save(): PredictorSnapshot {
    return {
      pcs: this.pcs.slice(),
      targets: this.targets.slice(),
      jumps: this.jumps.slice(),
      counters: this.counters.slice(),
      history: this.#history,
      counts: { ...this.counts },
    };
  }

  restore(snapshot: PredictorSnapshot): void {
    this.pcs.set(snapshot.pcs);
    this.targets.set(snapshot.targets);
    this.jumps.set(snapshot.jumps);
    this.counters.set(snapshot.counters);
    this.#history = snapshot.history;
    Object.assign(this.counts, snapshot.counts);
  }

  #predictsTaken(pc: number, target: number): boolean {
    const counter = this.counters[this.counterIndex(pc)] as number;
    switch (this.config.kind) {
      case 'none':
        return false;
      case 'always':
        return true;
      case 'BTFNT':
        return target < pc;
      case '1-bit':
        return counter === 1;
      case '2-bit':
      case '2-bit-hysteresis':
        return counter >= 2;
    }
  }
}

function nextCounter(kind: PredictorKind, counter: number, isTaken: boolean): number {
  if (kind === '2-bit') return isTaken ? Math.min(3, counter + 1) : Math.max(0, counter - 1);
  if (kind === '2-bit-hysteresis') {
    if (isTaken) return counter === 0 ? 1 : 3;
    return counter === 3 ? 2 : 0;
  }
  return isTaken ? 1 : 0;
}

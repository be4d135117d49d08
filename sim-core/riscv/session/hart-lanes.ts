/** What each hart did in each of the last cycles: the stripes of the lanes. */
import type { Machine } from '../machine/machine.ts';

/** `retire`: an instruction was finished; `bus`: waits for the bus; `memory`: waits for a block; `work`: between two instructions. */
type LaneState = 'retire' | 'work' | 'memory' | 'bus' | 'no-clock' | 'stopped';

export interface LaneCell {
  readonly cycle: number;
  readonly state: LaneState;
  readonly pc: number;
}

const keptCells = 160;

interface Seen {
  readonly cycles: number;
  readonly instructions: number;
  readonly pc: number;
}

export class HartLanes {
  #lanes: LaneCell[][];

  constructor(harts: number) {
    this.#lanes = Array.from({ length: harts }, () => []);
  }

  /** Call before a tick; the function it gives back, after it. */
  watch(machine: Machine): () => void {
    const before: readonly Seen[] = machine.harts.map(({ counters, pc }) => ({ ...counters, pc }));
    return () => {
      for (const [id, lane] of this.#lanes.entries()) {
        const seen = before[id];
        if (seen === undefined) continue;
        lane.push({ cycle: machine.cycle, state: stateOf(machine, id, seen), pc: seen.pc });
        if (lane.length > 2 * keptCells) lane.splice(0, lane.length - keptCells);
      }
    };
  }

  clear(): void {
    this.#lanes = this.#lanes.map(() => []);
  }

  view(): readonly (readonly LaneCell[])[] {
    return this.#lanes.map((lane) => lane.slice(-keptCells));
  }
}

function stateOf(machine: Machine, id: number, before: Seen): LaneState {
  const hart = machine.harts[id];
  if (hart === undefined || (hart.stop !== null && hart.counters.instructions === before.instructions))
    return 'stopped';
  if (hart.counters.cycles === before.cycles) return 'no-clock';
  if (hart.counters.instructions > before.instructions) return 'retire';
  const { bus } = machine;
  if (bus !== null && bus.waiting.some((request) => request.hart === id)) return bus.owner === id ? 'memory' : 'bus';
  return machine.config.model === 'single-cycle' ? 'memory' : 'work';
}

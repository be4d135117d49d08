/** Writes down what a pipeline does, cycle by cycle, as the rows of the textbook's instruction × cycle table. */
import type { PipelineCycle, PipelineObserver } from '../cores/pipeline-core.ts';
import type { BubbleCause, Flight } from '../hart/flight.ts';
import { disassemble } from '../isa/disassemble.ts';
import { registerNames } from '../isa/register-names.ts';

export type Stage = 'IF' | 'ID' | 'EX' | 'MEM' | 'WB';
const stageNames: readonly Stage[] = ['IF', 'ID', 'EX', 'MEM', 'WB'];

interface PipelineCell {
  readonly cycle: number;
  readonly stage: Stage;
  /** Why the instruction stays there; null if it goes on. */
  readonly waitsBecause: BubbleCause | null;
}

interface PipelineRow {
  readonly id: number;
  readonly pc: number;
  readonly text: string;
  readonly cells: readonly PipelineCell[];
  /** The cycle in which it was thrown away; null if it was not. */
  readonly flushedAt: number | null;
}

export interface ForwardingArrow {
  readonly cycle: number;
  readonly from: number;
  readonly fromStage: 'MEM' | 'WB';
  readonly to: number;
  readonly register: string;
}

/** One stage of the last cycle. */
export interface StageContent {
  readonly stage: Stage;
  readonly text: string | null;
  readonly pc: number | null;
  readonly bubble: BubbleCause | null;
  readonly detail: string;
}

export interface PipelineView {
  readonly rows: readonly PipelineRow[];
  readonly arrows: readonly ForwardingArrow[];
  readonly stages: readonly StageContent[];
  readonly hazard: BubbleCause | null;
  readonly redirect: { readonly stage: string; readonly target: number } | null;
}

interface GrowingRow {
  readonly id: number;
  readonly pc: number;
  readonly text: string;
  readonly cells: PipelineCell[];
  flushedAt: number | null;
}

const keptRows = 24;

export class PipelineRecorder implements PipelineObserver {
  #rows: GrowingRow[] = [];
  #arrows: ForwardingArrow[] = [];
  #stages: readonly StageContent[] = [];
  #hazard: BubbleCause | null = null;
  #redirect: PipelineView['redirect'] = null;
  readonly #cycleNow: () => number;
  readonly #symbolAt: (address: number) => string | null;

  constructor(cycleNow: () => number, symbolAt: (address: number) => string | null) {
    this.#cycleNow = cycleNow;
    this.#symbolAt = symbolAt;
  }

  observe(cycle: PipelineCycle): void {
    const now = this.#cycleNow();
    const held = cycle.isMemoryHeld ? 'data-miss' : null;
    for (const [i, flight] of cycle.stages.entries()) {
      if (flight.bubble !== null) continue;
      const stage = stageNames[i] ?? 'IF';
      const isBeforeWriting = i < 4;
      const hazard = i < 2 ? cycle.hazard : null;
      const miss = i === 0 && !flight.isFetched ? 'instruction-miss' : null;
      const waitsBecause = isBeforeWriting ? (held ?? hazard ?? miss) : null;
      this.#rowOf(flight).cells.push({ cycle: now, stage, waitsBecause });
    }
    this.#noteFlushes(cycle, now);
    this.#noteForwarding(cycle, now);
    this.#stages = cycle.stages.map((flight, i) => this.#contentOf(flight, stageNames[i] ?? 'IF'));
    this.#hazard = cycle.hazard;
    this.#redirect = cycle.redirect;
    if (this.#rows.length > 2 * keptRows) this.#rows = this.#rows.slice(-keptRows);
  }

  clear(): void {
    this.#rows = [];
    this.#arrows = [];
    this.#stages = [];
    this.#hazard = null;
    this.#redirect = null;
  }

  view(): PipelineView {
    const rows = this.#rows.slice(-keptRows);
    const oldest = rows[0]?.id ?? 0;
    this.#arrows = this.#arrows.filter((arrow) => arrow.from >= oldest);
    return {
      rows: rows.map((row) => ({ ...row, cells: [...row.cells] })),
      arrows: [...this.#arrows],
      stages: this.#stages,
      hazard: this.#hazard,
      redirect: this.#redirect,
    };
  }

  #rowOf(flight: Flight): GrowingRow {
    const known = this.#rows.find((row) => row.id === flight.id);
    const text = flight.isFetched ? disassemble(flight.instruction.word, flight.pc, this.#symbolAt) : '…';
    if (known === undefined) {
      const row = { id: flight.id, pc: flight.pc, text, cells: [], flushedAt: null };
      this.#rows.push(row);
      return row;
    }
    if (known.text === '…') Object.assign(known, { text });
    return known;
  }

  #noteFlushes({ redirect, stages }: PipelineCycle, now: number): void {
    if (redirect === null) return;
    const count = { ID: 1, EX: 2, MEM: 3 }[redirect.stage];
    for (const flight of stages.slice(0, count)) {
      const row = this.#rows.find((it) => it.id === flight.id && flight.bubble === null);
      if (row) row.flushedAt = now + 1;
    }
  }

  #noteForwarding({ stages, sourceOfA, sourceOfB, isMemoryHeld }: PipelineCycle, now: number): void {
    const [, , executing, accessing, writing] = stages;
    if (executing.bubble !== null || isMemoryHeld) return;
    const { source1, source2 } = executing.instruction;
    for (const [source, register] of [
      [sourceOfA, source1],
      [sourceOfB, source2],
    ] as const) {
      if (source === 'register' || register === 0) continue;
      const from = source === 'MEM' ? accessing : writing;
      const name = registerNames[register] ?? '';
      this.#arrows.push({ cycle: now, from: from.id, fromStage: source, to: executing.id, register: name });
    }
  }

  #contentOf(flight: Flight, stage: Stage): StageContent {
    if (flight.bubble !== null) return { stage, text: null, pc: null, bubble: flight.bubble, detail: '' };
    const text = flight.isFetched ? disassemble(flight.instruction.word, flight.pc, this.#symbolAt) : '…';
    return { stage, text, pc: flight.pc, bubble: null, detail: detailOf(flight, stage) };
  }
}

/** What the stage has in hand, in the textbook's notation. */
function detailOf(flight: Flight, stage: Stage): string {
  const { instruction, a, b, result, address } = flight;
  const { source1, source2, destination, row } = instruction;
  switch (stage) {
    case 'IF':
      return `PC = ${hexadecimal(flight.pc)}`;
    case 'ID':
      return [source1, source2]
        .filter((register) => register !== 0)
        .map((register) => registerNames[register] ?? '')
        .join(', ');
    case 'EX':
      if (row.bytes !== 0) return `→ ${hexadecimal(address)}`;
      return source2 === 0 ? `${a} → ${result}` : `${a}, ${b} → ${result}`;
    case 'MEM':
      return row.bytes === 0 ? '' : `M[${hexadecimal(address)}]`;
    case 'WB':
      return destination === 0 ? '' : `${registerNames[destination] ?? ''} ← ${result}`;
  }
}

function hexadecimal(value: number): string {
  return `0x${(value >>> 0).toString(16)}`;
}

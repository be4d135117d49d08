import type { CrewEnding } from '../crew/crew-ending.ts';
import type { Settings } from '../crew/settings.ts';
import type { Machine } from '../machine/machine.ts';
import type { LabMemory, MemoryPlan } from '../memory/lab-memory.ts';
import type { EventLog } from '../recording/event-log.ts';
import type { RunSummary, Unit } from '../results/run-summary.ts';
import type { ExperimentId } from './experiment-id.ts';

/** An experiment as the page sees it: what can be set, how much memory it needs, and what its results mean. */
export interface Experiment {
  readonly id: ExperimentId;
  readonly fields: {
    readonly workers: NumberRange | null;
    readonly amount: AmountField | null;
    readonly rounds: NumberRange | null;
    /** Keys `variant.…`; one of them means there is nothing to choose. */
    readonly variants: readonly string[];
  };
  readonly defaults: Settings;
  /** True for two workers that talk to each other: the first one hires the second. */
  readonly isPair: boolean;
  /** After this the workers are ended, whatever they are doing. */
  readonly limitMs: number;
  readonly planFor: (settings: Settings) => Omit<MemoryPlan, 'workers'>;
  readonly summarise: (reading: Reading) => RunSummary;
}

interface NumberRange {
  readonly min: number;
  readonly max: number;
}

interface AmountField extends NumberRange {
  /** Key `amount.…`: what is counted. */
  readonly name:
    | 'increments'
    | 'million-steps'
    | 'tries'
    | 'operations'
    | 'work-milliseconds'
    | 'trials'
    | 'serial-percent';
  readonly step: number;
  readonly unit: Unit;
}

/** All there is to read after a run. */
export interface Reading {
  readonly settings: Settings;
  readonly memory: LabMemory;
  readonly log: EventLog;
  readonly ending: CrewEnding;
  readonly elapsedMs: number;
  readonly machine: Machine;
}

/** Events each worker can keep: 192 kB of memory, and more than any timeline can show at once. */
export const ringCapacity = 16_384;

/** Brings settings from a link or an older page into the experiment's ranges. */
export function fitSettings({ fields, defaults }: Experiment, wish: Settings): Settings {
  const fit = (value: number, range: NumberRange | null, fallback: number): number =>
    range === null || !Number.isFinite(value) ? fallback : Math.min(range.max, Math.max(range.min, Math.round(value)));
  return {
    workers: fit(wish.workers, fields.workers, defaults.workers),
    amount: fit(wish.amount, fields.amount, defaults.amount),
    rounds: fit(wish.rounds, fields.rounds, defaults.rounds),
    variant: fields.variants.includes(wish.variant) ? wish.variant : defaults.variant,
  };
}

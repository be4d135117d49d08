/** One thing that real interpreters show, a small program of ours, and the property the simulation must have. */
import type { ScenarioSettings, TypedInput } from '../../scenario/scenario.ts';

/** What is known after a run. */
export interface PhenomenonRun {
  readonly stdout: string;
  readonly stderr: string;
  /** As a shell shows it; null where the run did not end by itself. */
  readonly status: number | null;
  /** How it ended: 'exited', 'deadlock', 'limit', … */
  readonly ending: string;
}

export interface Phenomenon {
  readonly id: string;
  readonly title: string;
  /** What was measured on real interpreters. */
  readonly real: string;
  readonly source: string;
  readonly settings: Partial<ScenarioSettings>;
  readonly typed?: readonly TypedInput[];
  /** What is compared; what the program printed, if not given. */
  readonly measure?: (run: PhenomenonRun) => string;
  /** Whether what was measured has the property. */
  readonly holds: (measured: string) => boolean;
}

export const within =
  (low: number, high: number) =>
  (measured: string): boolean =>
    measured !== '' && Number(measured) >= low && Number(measured) <= high;
export const exactly =
  (wanted: string) =>
  (measured: string): boolean =>
    measured === wanted;

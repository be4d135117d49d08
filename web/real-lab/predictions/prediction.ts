import type { ExperimentId } from '../experiments/experiment-id.ts';
import type { Settings } from '../crew/settings.ts';
import type { LabelId, Series } from '../results/run-summary.ts';

/** What should come out of the same experiment, and how we know. */
export interface Prediction {
  readonly source: PredictionSource;
  /** The same experiment as a Python program, with the same counts. */
  readonly program: PythonProgram;
  /** The prediction in one sentence: a message key `prediction.…` and its values. */
  readonly statement: StatementId;
  readonly values: Readonly<Record<string, number>>;
  /** The results that are possible, for a histogram of results. */
  readonly possible: { readonly from: number; readonly to: number } | null;
  /** Predicted heights of bars. */
  readonly bars: Readonly<Partial<Record<LabelId, number>>>;
  readonly series: readonly Series[];
  /** For the outcomes 00, 01, 10, 11: which ones a machine of this kind can show. */
  readonly allowed: readonly AllowedOutcomes[];
}

/**
 * `enumerated`: every order of steps was gone through. `derived`: a rule whose answer is exact for an ideal machine.
 * `measured-costs`: a formula with costs measured on real CPython.
 */
type PredictionSource = 'enumerated' | 'derived' | 'measured-costs';

export interface PythonProgram {
  readonly text: string;
  /** '3.13' has the GIL, '3.13t' is the free-threaded build. */
  readonly version: '3.13' | '3.13t';
  readonly cores: number;
}

export interface AllowedOutcomes {
  readonly machine: 'any-order' | 'store-buffer';
  readonly outcomes: readonly boolean[];
}

type StatementId =
  | 'possible-results'
  | 'exact-result'
  | 'gil-speed-up'
  | 'deadlock-certain'
  | 'deadlock-possible'
  | 'deadlock-impossible'
  | 'invariants-hold'
  | 'pipe-cost'
  | 'timer-blocked'
  | 'timer-free'
  | 'no-caches'
  | 'weak-impossible'
  | 'amdahl';

/** What a prediction is asked for. */
export interface PredictionRequest {
  readonly experiment: ExperimentId;
  readonly settings: Settings;
  readonly cores: number;
}

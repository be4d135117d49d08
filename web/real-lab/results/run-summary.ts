/** What a run says, as plain data: shown in the room, kept in a link. All words are keys of the message catalogues. */

export interface RunSummary {
  readonly checks: readonly Check[];
  readonly measures: readonly Measure[];
  readonly charts: readonly Chart[];
}

/** `law`: must hold on every machine. `sighting`: may be seen, depending on the machine and on luck. */
export interface Check {
  readonly id: CheckId;
  readonly kind: 'law' | 'sighting';
  readonly holds: boolean;
}

type CheckId =
  | 'never-more'
  | 'updates-lost'
  | 'cures-exact'
  | 'gil-serial'
  | 'parallel-faster'
  | 'deadlock-seen'
  | 'all-passes-done'
  | 'each-item-once'
  | 'buffer-bounds'
  | 'barrier-holds'
  | 'no-torn-read'
  | 'writer-alone'
  | 'readers-together'
  | 'neighbours-never'
  | 'shared-faster'
  | 'timer-late'
  | 'control-on-time'
  | 'false-sharing-seen'
  | 'atomic-never-weak'
  | 'plain-weak-seen'
  | 'speed-up-seen';

export type Unit = 'count' | 'percent' | 'times' | 'milliseconds' | 'nanoseconds' | 'per-second' | 'bytes';

export interface Measure {
  readonly id: MeasureId;
  readonly value: number;
  readonly unit: Unit;
  /** False where the clock is too coarse for it. */
  readonly isResolved: boolean;
}

type MeasureId =
  | 'expected'
  | 'median-result'
  | 'lowest-result'
  | 'median-loss'
  | 'rounds-with-loss'
  | 'plain-loss'
  | 'retries'
  | 'time-alone'
  | 'time-with-gil'
  | 'time-without-gil'
  | 'speed-up-with-gil'
  | 'speed-up-without-gil'
  | 'gil-switches'
  | 'gil-slice'
  | 'passes'
  | 'time-to-deadlock'
  | 'operations'
  | 'operations-per-second'
  | 'most-readers'
  | 'clone-16mb'
  | 'transfer-16mb'
  | 'shared-16mb'
  | 'clone-over-shared'
  | 'smallest-message'
  | 'worst-lateness'
  | 'control-lateness'
  | 'work-duration'
  | 'adjacent-over-padded-atomic'
  | 'adjacent-over-padded-plain'
  | 'trials'
  | 'weak-plain'
  | 'weak-atomic'
  | 'best-speed-up'
  | 'serial-time';

/** Names of bars, series and rows. */
export type LabelId =
  | 'plain'
  | 'atomic-add'
  | 'compare-exchange'
  | 'spin-lock'
  | 'mutex'
  | 'with-gil'
  | 'without-gil'
  | 'adjacent-atomic'
  | 'padded-atomic'
  | 'adjacent-plain'
  | 'padded-plain'
  | 'clone'
  | 'transfer'
  | 'shared'
  | 'blocked-worker'
  | 'control-worker'
  | 'measured'
  | 'atomic'
  | 'amdahl'
  | 'amdahl-cores'
  | 'python-pipe'
  | 'simulated';

export type Chart = HistogramChart | BarChart | CountsChart | LineChart | OutcomeChart;

type ChartId =
  | 'results'
  | 'throughput'
  | 'speed-up'
  | 'fill'
  | 'waits-by-worker'
  | 'message-time'
  | 'lateness'
  | 'cost-per-increment'
  | 'outcomes'
  | 'speed-up-by-workers';

export interface HistogramChart {
  readonly kind: 'histogram';
  readonly id: ChartId;
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
}

export interface BarChart {
  readonly kind: 'bars';
  readonly id: ChartId;
  readonly unit: Unit;
  readonly bars: readonly {
    readonly label: LabelId;
    readonly value: number;
    /** Lowest and highest round. */
    readonly spread: readonly [number, number];
    readonly isResolved: boolean;
  }[];
}

/** Bars over whole numbers: how full the buffer was, how often each worker slept. */
export interface CountsChart {
  readonly kind: 'counts';
  readonly id: ChartId;
  readonly first: number;
  readonly counts: readonly number[];
}

export interface LineChart {
  readonly kind: 'lines';
  readonly id: Extract<ChartId, 'message-time' | 'lateness' | 'speed-up-by-workers'>;
  readonly xUnit: Unit;
  readonly yUnit: Unit;
  readonly scale: 'linear' | 'log';
  readonly series: readonly Series[];
}

export interface Series {
  readonly label: LabelId;
  readonly points: readonly (readonly [number, number])[];
}

export interface OutcomeChart {
  readonly kind: 'outcomes';
  readonly id: ChartId;
  readonly rows: readonly {
    readonly label: LabelId;
    /** Of the outcomes 00, 01, 10, 11. */
    readonly counts: readonly number[];
  }[];
}

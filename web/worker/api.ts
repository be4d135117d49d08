/**
 * The one door to the simulation: what the page may ask. Every argument and result is structured-cloneable;
 * the trace's columns are transferred. The worker pumps the run in short slices, so that `stop` is heard at any moment.
 */
import type { Nanoseconds } from '../../sim-core/base/units.ts';
import type { Scenario } from '../../sim-core/scenario/scenario.ts';
import type { ScenarioCheck } from '../../sim-core/scenario/scenario-check.ts';
import type { HitSearch } from '../../sim-core/trace/breakpoint.ts';
import type { BytecodeListing, ExecutedWindow, Moment } from '../../sim-core/trace/moment.ts';
import type { LocksetReport } from '../../sim-core/trace/lockset.ts';
import type { SharedObject } from '../../sim-core/trace/shared-object.ts';
import type { SteppedState } from '../../sim-core/trace/stepped-state.ts';
import type { FoundPlace, ToldPlace } from '../../sim-core/trace/told-place.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';

export interface SimulationApi {
  /** Syntax errors, what is not simulated, and where a switch can happen, as the person types. */
  check(scenario: Scenario): Promise<ScenarioCheck>;
  /** Runs to the outcome, a limit, or `stop`; `onProgress` (a comlink proxy) hears about it some ten times a second. */
  run(scenario: Scenario, onProgress: (progress: RunProgress) => void): Promise<Trace>;
  /** Ends the run in progress; `run` then returns the partial trace with the outcome 'stopped'. */
  stop(): Promise<void>;
  /** Goes on after a limit or a stop, for so many more steps. The trace returned is the whole one. */
  continueRun(moreSteps: number, onProgress: (progress: RunProgress) => void): Promise<Trace>;
  /** A stepped run: follows `scenario.schedule` to its end and pauses there, at a choice. Going back is running with less of it. */
  runStepped(scenario: Scenario, onProgress: (progress: RunProgress) => void): Promise<SteppedRun>;
  /** At its open choice: this thread goes on, so many choices in a row, or (null) until it cannot. */
  choose(thread: number, count: number | null, onProgress: (progress: RunProgress) => void): Promise<SteppedRun>;
  /** A stepped run goes on after a limit or a stop, for so many more steps. */
  continueStepped(moreSteps: number, onProgress: (progress: RunProgress) => void): Promise<SteppedRun>;
  /** Everything that can be seen at a place of the last run. */
  momentAt(place: Place): Promise<Moment>;
  /** The nearest moment in a direction, a unit away. At the ends it returns the end. */
  momentNear(fromStep: number, unit: StepUnit, direction: 1 | -1): Promise<Moment>;
  /** The step before which a thread is about to begin a line with a breakpoint; null if none is, or another search began. */
  findHit(search: HitSearch): Promise<number | null>;
  /** Where the places are that are told by lines of the program; null for those that the run never comes to. */
  findPlaces(places: readonly ToldPlace[]): Promise<readonly (FoundPlace | null)[]>;
  /** Which locks were held at each use of each shared variable, in a stretch run again; null if another search began. */
  locksets(fromStep: number, mostSteps: number): Promise<LocksetReport | null>;
  /** Objects that several threads can reach at a step. */
  sharedObjects(step: number): Promise<readonly SharedObject[]>;
  bytecodeOf(code: number): Promise<BytecodeListing>;
  /** The bytecodes executed in a stretch of time; at most `limit` of them, null if there are more. */
  executedBetween(fromNs: Nanoseconds, toNs: Nanoseconds, limit: number): Promise<ExecutedWindow | null>;
}

export interface SteppedRun {
  readonly trace: Trace;
  readonly state: SteppedState;
}

export interface RunProgress {
  readonly steps: number;
  readonly timeNs: Nanoseconds;
  /** Console output so far is in the trace; this is its length in pieces. */
  readonly outputPieces: number;
}

export type Place = { readonly step: number } | { readonly timeNs: Nanoseconds };

/** `line`: the selected or running thread reaches another line of the person's code; `switch`: another thread runs. */
export type StepUnit = 'bytecode' | 'line' | 'switch';

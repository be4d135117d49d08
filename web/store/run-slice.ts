/** The run that is shown: whether it goes on, and its trace. */
import type { StateCreator } from 'zustand';
import type { Scenario } from '../../sim-core/scenario/scenario.ts';
import type { SteppedState } from '../../sim-core/trace/stepped-state.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import type { RunProgress, SteppedRun } from '../worker/api.ts';
import type { SimulationClient } from '../worker/client.ts';
import type { Store } from './store.ts';
import { type Viewport, wholeOf } from './viewport.ts';

type RunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: RunProgress | null }
  | { readonly kind: 'finished' }
  /** A mistake of ours; the program's own failures are outcomes in the trace. */
  | { readonly kind: 'failed'; readonly message: string };

/** Where to look once the run is there: what a shared link or a gallery entry remembers. */
export interface RunPlace {
  readonly step?: number;
  readonly viewport?: Viewport;
  readonly thread?: number;
}

export interface RunSlice {
  readonly run: RunState;
  readonly trace: Trace | null;
  /** The scenario the trace belongs to. */
  readonly ranScenario: Scenario | null;
  readonly startRun: (place?: RunPlace) => Promise<void>;
  readonly stopRun: () => Promise<void>;
  readonly continueRun: (moreSteps: number) => Promise<void>;
}

export function createRunSlice(client: SimulationClient): StateCreator<Store, [], [], RunSlice> {
  return (set, get) => {
    const onProgress = (progress: RunProgress): void => {
      if (get().run.kind === 'running') set({ run: { kind: 'running', progress } });
    };
    const attempt = createAttempt(set);
    const runStepped = createSteppedRun(attempt, get);
    /** Where to look after the run that is wanted next; a run in progress is stopped for it. */
    let wanted: RunPlace | null = null;
    const runOnce = async (place: RunPlace): Promise<void> => {
      const { scenario } = get();
      if (scenario.schedule !== null) {
        const trace = await runStepped(
          () => client.runStepped(scenario, onProgress),
          () => wanted === null,
        );
        if (trace === null) return;
        set(afterRun(trace, place, get()));
        return get().seekStep(place.step ?? trace.steps);
      }
      const trace = await attempt(() => client.run(scenario, onProgress));
      if (trace === null || wanted !== null) return;
      set({ run: { kind: 'finished' }, trace, ranScenario: scenario, ...afterRun(trace, place, get()) });
      await get().seekStep(place.step ?? firstLook(trace));
    };
    return {
      run: { kind: 'idle' },
      trace: null,
      ranScenario: null,
      startRun: async (place = {}) => {
        wanted = place;
        if (get().run.kind === 'running') return client.stop();
        while (wanted !== null) {
          const next: RunPlace = wanted;
          wanted = null;
          await runOnce(next);
        }
      },
      stopRun: () => client.stop(),
      continueRun: async (moreSteps) => {
        if (get().run.kind === 'running') return;
        const before = get().trace;
        if (get().stepped !== null) {
          const stepped = await runStepped(() => client.continueStepped(moreSteps, onProgress));
          return get().seekStep(stepped?.steps ?? 0);
        }
        const trace = await attempt(() => client.continueRun(moreSteps, onProgress));
        if (trace === null) return;
        set({ run: { kind: 'finished' }, trace, viewport: wholeOf(trace) });
        await get().seekStep(before?.steps ?? 0);
      },
    };
  };
}

/** What is thrown is a mistake of ours, and is shown as such. */
function createAttempt(set: (part: Partial<Store>) => void): (work: () => Promise<Trace>) => Promise<Trace | null> {
  return async (work) => {
    set({ run: { kind: 'running', progress: null } });
    try {
      return await work();
    } catch (error) {
      set({ run: { kind: 'failed', message: error instanceof Error ? error.message : String(error) } });
      return null;
    }
  };
}

/** A stepped run is arrived at with its open choice; null if it failed, or is not wanted any more. */
function createSteppedRun(
  attempt: (work: () => Promise<Trace>) => Promise<Trace | null>,
  get: () => Store,
): (work: () => Promise<SteppedRun>, isWanted?: () => boolean) => Promise<Trace | null> {
  return async (work, isWanted = () => true) => {
    let state: SteppedState | null = null;
    const trace = await attempt(async () => {
      const run = await work();
      ({ state } = run);
      return run.trace;
    });
    if (trace === null || state === null || !isWanted()) return null;
    get().arriveStepped({ trace, state });
    return trace;
  };
}

/** A new run begins with the whole picture and with nothing selected that it does not have. */
function afterRun(trace: Trace, place: RunPlace, before: Store): Partial<Store> {
  return {
    viewport: place.viewport ?? wholeOf(trace),
    selectedThread: place.thread ?? stuckThread(trace) ?? before.selectedThread,
    selectedResource: null,
    selectedTask: null,
    currentStop: null,
    moment: null,
    hitTimesNs: [],
    playing: null,
  };
}

/** In a deadlock one wants to know why just these threads wait. */
function stuckThread({ outcome }: Trace): number | null {
  return outcome.kind === 'deadlock' ? (outcome.cycle[0] ?? outcome.waits[0]?.thread ?? null) : null;
}

/** A run that failed is looked at where it failed, another one at its first step. */
function firstLook(trace: Trace): number {
  const { outcome } = trace;
  return outcome.kind === 'exited' && outcome.status === 0 ? 0 : trace.steps;
}

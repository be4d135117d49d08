/** The person is the scheduler: the open choice, and the futures that were taken from it. A timed run has none of this. */
import type { StateCreator } from 'zustand';
import { formatSchedule, parseSchedule, runsOfChoices } from '../../sim-core/trace/schedule.ts';
import type { Granularity, ScheduleMistake } from '../../sim-core/trace/schedule.ts';
import type { SteppedState } from '../../sim-core/trace/stepped-state.ts';
import type { SteppedRun } from '../worker/api.ts';
import type { SimulationClient } from '../worker/client.ts';
import { type Branch, branchesAfter, currentBranchOf, noBranches, withBranch } from './branches.ts';
import type { Goal } from './goal.ts';
import type { Store } from './store.ts';
import { wholeOf } from './viewport.ts';

export interface SteppedSlice {
  /** Null in a timed run. */
  readonly stepped: SteppedState | null;
  readonly branches: readonly Branch[];
  readonly currentBranch: number;
  /** The branch that is shown beside the current one. */
  readonly comparedBranch: number | null;
  readonly goal: Goal | null;
  readonly enterStepped: () => Promise<void>;
  readonly leaveStepped: () => Promise<void>;
  /** At the open choice; `count` null: until it cannot go on. Another choice than the one made here before begins a new branch. */
  readonly choose: (thread: number, count: number | null) => Promise<void>;
  /** To the moment before choice number `choice` of the current branch; its future is kept. */
  readonly goToChoice: (choice: number) => Promise<void>;
  readonly setGranularity: (granularity: Granularity) => Promise<void>;
  /** Runs a schedule as typed, on a branch of its own; what is wrong with it, if it cannot be read. */
  readonly runSchedule: (text: string) => Promise<ScheduleMistake | null>;
  readonly selectBranch: (id: number) => Promise<void>;
  readonly renameBranch: (id: number, name: string) => void;
  readonly removeBranch: (id: number) => Promise<void>;
  readonly compareBranch: (id: number | null) => void;
  readonly setGoal: (goal: Goal | null) => void;
  /** A stepped run has come to its open choice or end. */
  readonly arriveStepped: (run: SteppedRun) => void;
}

interface Tools {
  readonly set: (part: Partial<Store>) => void;
  readonly get: () => Store;
  /** Runs the scenario with this schedule. */
  readonly run: (schedule: string | null) => Promise<void>;
}

export function createSteppedSlice(client: SimulationClient): StateCreator<Store, [], [], SteppedSlice> {
  return (set, get) => {
    const run = async (schedule: string | null): Promise<void> => {
      set({ scenario: { ...get().scenario, schedule } });
      await get().startRun();
    };
    const tools = { set, get, run };
    return {
      stepped: null,
      comparedBranch: null,
      goal: null,
      ...noBranches,
      ...steering(client, tools),
      ...futures(tools),
    };
  };
}

/** The choices so far as a schedule of the current granularity. */
function scheduleOf(store: Store, choices: readonly number[]): string {
  return formatSchedule({ granularity: store.stepped?.granularity ?? 'line', runs: runsOfChoices(choices) });
}

function steering(
  client: SimulationClient,
  { set, get, run }: Tools,
): Pick<
  SteppedSlice,
  'enterStepped' | 'leaveStepped' | 'choose' | 'goToChoice' | 'setGranularity' | 'runSchedule' | 'arriveStepped'
> {
  return {
    enterStepped: () => run('s1 line'),
    leaveStepped: async () => {
      set({ ...noBranches, stepped: null });
      await run(null);
    },
    choose: async (thread, count) => {
      const { stepped, run: state } = get();
      if (stepped === null || state.kind === 'running') return;
      const branch = currentBranchOf(get());
      const at = stepped.choices.length;
      if (branch !== null && at < branch.choices.length) {
        if (count === 1 && branch.choices[at] === thread) return get().goToChoice(at + 1);
        set(withBranch(get(), stepped.choices));
      }
      set({ run: { kind: 'running', progress: null } });
      try {
        const arrived = await client.choose(thread, count, () => undefined);
        get().arriveStepped(arrived);
        await get().seekStep(arrived.trace.steps);
      } catch (error) {
        set({ run: { kind: 'failed', message: error instanceof Error ? error.message : String(error) } });
      }
    },
    goToChoice: async (choice) => {
      const branch = currentBranchOf(get());
      if (branch === null || choice < 0 || choice > branch.choices.length) return;
      await run(scheduleOf(get(), branch.choices.slice(0, choice)));
    },
    setGranularity: async (granularity) => {
      set(noBranches);
      await run(formatSchedule({ granularity, runs: [] }));
    },
    runSchedule: async (text) => {
      const { schedule, mistake } = parseSchedule(text);
      if (mistake !== null) return mistake;
      const granularity = schedule.granularity ?? get().stepped?.granularity ?? 'line';
      if (granularity !== get().stepped?.granularity) set(noBranches);
      set(withBranch(get(), []));
      await run(formatSchedule({ granularity, runs: schedule.runs }));
      return null;
    },
    arriveStepped: ({ trace, state }) => {
      const scenario = { ...get().scenario, schedule: state.schedule };
      const arrived: Partial<Store> = { run: { kind: 'finished' }, stepped: state, trace, viewport: wholeOf(trace) };
      set({ ...branchesAfter(get(), { trace, state }), ...arrived, scenario, ranScenario: scenario });
    },
  };
}

function futures({
  set,
  get,
  run,
}: Tools): Pick<SteppedSlice, 'selectBranch' | 'renameBranch' | 'removeBranch' | 'compareBranch' | 'setGoal'> {
  return {
    selectBranch: async (id) => {
      const branch = get().branches.find((candidate) => candidate.id === id);
      if (branch === undefined) return;
      set({ currentBranch: id, comparedBranch: get().comparedBranch === id ? null : get().comparedBranch });
      await run(scheduleOf(get(), branch.choices));
    },
    renameBranch: (id, name) =>
      set({ branches: get().branches.map((branch) => (branch.id === id ? { ...branch, name } : branch)) }),
    removeBranch: async (id) => {
      const rest = get().branches.filter((branch) => branch.id !== id);
      const [first] = rest;
      if (first === undefined) return;
      set({ branches: rest, comparedBranch: null });
      if (get().currentBranch === id) await get().selectBranch(first.id);
    },
    compareBranch: (comparedBranch) => set({ comparedBranch }),
    setGoal: (goal) => set({ goal }),
  };
}

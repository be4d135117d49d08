/** The program on the desk: its files and the machine's settings. It may be newer than the run that is shown. */
import type { StateCreator } from 'zustand';
import { type Scenario, type ScenarioSettings, scenarioOf } from '../../sim-core/scenario/scenario.ts';
import type { FileDiagnostic } from '../../sim-core/scenario/scenario-check.ts';
import type { SimulationClient } from '../worker/client.ts';
import { noBranches } from './branches.ts';
import type { Store } from './store.ts';

/** A text in both languages of the page. */
export interface LocalText {
  readonly en: string;
  readonly zh: string;
}

/** Where a scenario of the gallery comes from, and what it wants to show. */
export interface Lesson {
  readonly id: string;
  readonly title: LocalText;
  readonly goal: LocalText;
}

export interface ScenarioSlice {
  readonly scenario: Scenario;
  /** Grows with every scenario opened from elsewhere, so that the editor knows when to replace its text. */
  readonly scenarioGeneration: number;
  readonly diagnostics: readonly FileDiagnostic[];
  /** For each file the lines where the chosen Python can switch threads. */
  readonly switchLines: readonly (readonly number[])[];
  /** … and where its tasks may give their turn away. */
  readonly awaitLines: readonly (readonly number[])[];
  /** The gallery entry the scenario was opened from. */
  readonly lesson: Lesson | null;
  readonly openScenario: (scenario: Scenario, lesson?: Lesson | null) => void;
  readonly setTitle: (title: string) => void;
  readonly changeSettings: (change: Partial<ScenarioSettings>) => void;
  readonly checkScenario: () => Promise<void>;
}

export function createScenarioSlice(client: SimulationClient): StateCreator<Store, [], [], ScenarioSlice> {
  return (set, get) => {
    const change = (part: Partial<Scenario>): void => set({ scenario: { ...get().scenario, ...part } });
    return {
      scenario: scenarioOf(''),
      scenarioGeneration: 0,
      diagnostics: [],
      switchLines: [],
      awaitLines: [],
      lesson: null,
      openScenario: (scenario, lesson = null) =>
        set({
          scenario,
          lesson,
          scenarioGeneration: get().scenarioGeneration + 1,
          activeFile: 0,
          diagnostics: [],
          switchLines: [],
          awaitLines: [],
          breakpoints: [],
          hitReport: null,
          stops: [],
          notes: [],
          newNote: null,
          currentStop: null,
          ...noBranches,
          comparedBranch: null,
          stepped: null,
          goal: null,
        }),
      setTitle: (title) => change({ title }),
      changeSettings: (settings) => {
        change({ settings: { ...get().scenario.settings, ...settings } });
        if (settings.python !== undefined) void get().checkScenario();
      },
      checkScenario: async () => {
        const { scenario } = get();
        const { diagnostics, switchLines, awaitLines } = await client.check(scenario);
        const { files, settings } = get().scenario;
        if (files === scenario.files && settings.python === scenario.settings.python)
          set({ diagnostics, switchLines, awaitLines });
      },
    };
  };
}

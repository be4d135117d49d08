/** The program on the desk: its files and the machine's settings. It may be newer than the run that is shown. */
import type { StateCreator } from 'zustand';
import type { Diagnostic } from '../../sim-core/base/diagnostics.ts';
import {
  type Scenario,
  type ScenarioFile,
  type ScenarioSettings,
  scenarioOf,
} from '../../sim-core/scenario/scenario.ts';
import type { SimulationClient } from '../worker/client.ts';
import type { Store } from './store.ts';

/** A text in both languages of the page. */
interface LocalText {
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
  readonly activeFile: number;
  readonly diagnostics: readonly Diagnostic[];
  /** The gallery entry the scenario was opened from. */
  readonly lesson: Lesson | null;
  readonly openScenario: (scenario: Scenario, lesson?: Lesson | null) => void;
  readonly setFileText: (file: number, text: string) => void;
  readonly setTitle: (title: string) => void;
  readonly addFile: (name: string) => void;
  readonly removeFile: (file: number) => void;
  readonly selectFile: (file: number) => void;
  readonly changeSettings: (change: Partial<ScenarioSettings>) => void;
  readonly setStdin: (stdin: string | null) => void;
  readonly checkScenario: () => Promise<void>;
}

export function createScenarioSlice(client: SimulationClient): StateCreator<Store, [], [], ScenarioSlice> {
  return (set, get) => {
    const change = (part: Partial<Scenario>): void => set({ scenario: { ...get().scenario, ...part } });
    return {
      scenario: scenarioOf(''),
      scenarioGeneration: 0,
      activeFile: 0,
      diagnostics: [],
      lesson: null,
      openScenario: (scenario, lesson = null) =>
        set({
          scenario,
          lesson,
          scenarioGeneration: get().scenarioGeneration + 1,
          activeFile: 0,
          diagnostics: [],
          stops: [],
          currentStop: null,
        }),
      setFileText: (file, text) =>
        change({ files: replaceFile(get().scenario.files, file, (old) => ({ ...old, text })) }),
      setTitle: (title) => change({ title }),
      addFile: (name) => {
        const [first, ...rest] = get().scenario.files;
        change({ files: [first, ...rest, { name, text: '' }] });
        set({ activeFile: rest.length + 1 });
      },
      removeFile: (file) => {
        const [first, ...rest] = get().scenario.files;
        change({ files: [first, ...rest.filter((_, index) => index + 1 !== file)] });
        set({ activeFile: 0 });
      },
      selectFile: (file) => set({ activeFile: file }),
      changeSettings: (settings) => change({ settings: { ...get().scenario.settings, ...settings } }),
      setStdin: (stdin) => change({ stdin }),
      checkScenario: async () => {
        const { scenario } = get();
        const diagnostics = await client.check(scenario);
        if (get().scenario.files === scenario.files) set({ diagnostics });
      },
    };
  };
}

type Files = Scenario['files'];

function replaceFile(files: Files, at: number, change: (file: ScenarioFile) => ScenarioFile): Files {
  const [first, ...rest] = files;
  if (at === 0) return [change(first), ...rest];
  return [first, ...rest.map((file, index) => (index + 1 === at ? change(file) : file))];
}

/** The state of the lab: program, machine, the moment in view, and how it is looked at. Plain data and the actions that change it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  LabConfig,
  LabLoaded,
  LabMoment,
  LabProgram,
  LabRequest,
  LabStart,
  LabStepUnit,
} from '../worker/riscv-api.ts';
import type { RiscvClient } from '../worker/riscv-client.ts';
import { lessonLink } from './lab-link.ts';
import type { LinkedWalk } from './lab-link.ts';
import { lessonOf } from './lessons/lesson-list.ts';
import type { LessonId } from './lessons/lesson.ts';
import type { PanelId } from './panels/panel-id.ts';
import { plainConfig } from './plain-config.ts';
import type { Speed } from './speed.ts';

export type NumberBase = 'hexadecimal' | 'decimal' | 'binary' | 'text';

export interface LabState {
  readonly lesson: LessonId | null;
  readonly source: string;
  readonly elf: { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly config: LabConfig;
  readonly loaded: LabLoaded | null;
  readonly moment: LabMoment | null;
  /** The moment before the last step forward or back: what differs is marked. */
  readonly before: LabMoment | null;
  /** The address could not be read; the first lesson was opened instead. */
  readonly isLinkUnreadable: boolean;
  /** The side panes are put away. */
  readonly isPictureOnly: boolean;
  readonly isPlaying: boolean;
  readonly repeatsInstruction: boolean;
  readonly speed: Speed;
  readonly unit: LabStepUnit;
  readonly hart: number;
  readonly panel: PanelId;
  readonly base: NumberBase;
  readonly windows: readonly number[];
  readonly openLesson: (id: LessonId) => Promise<void>;
  readonly openWalk: (walk: LinkedWalk) => Promise<void>;
  readonly editSource: (source: string) => void;
  readonly openElf: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly changeConfig: (change: Partial<LabConfig>) => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly step: (chosenHart?: number) => Promise<void>;
  readonly back: () => Promise<void>;
  readonly again: () => Promise<void>;
  readonly runMany: (cycles: number) => Promise<void>;
  readonly set: (
    change: Partial<
      Pick<
        LabState,
        'isLinkUnreadable' | 'isPictureOnly' | 'isPlaying' | 'repeatsInstruction' | 'speed' | 'unit' | 'panel' | 'base'
      >
    >,
  ) => void;
  readonly lookAt: (change: { readonly hart?: number; readonly windows?: readonly number[] }) => Promise<void>;
}

export type LabStore = StoreApi<LabState>;

/** Words in one window of memory. */
export const windowWords = 16;

export function createLabStore(client: RiscvClient): LabStore {
  return createStore<LabState>()((set, get) => {
    const request = (chosenHart: number | null = null): LabRequest => {
      const { hart, windows } = get();
      return { hart, chosenHart, windows: windows.map((address) => ({ address, words: windowWords })) };
    };
    const show = (moment: LabMoment): void => set({ before: get().moment, moment });
    const load = async (start: LabStart = beginning): Promise<void> => {
      const { source, elf, config } = get();
      const program: LabProgram = elf === null ? { kind: 'source', text: source } : { kind: 'elf', bytes: elf.bytes };
      const loaded = await client.load(program, config, start, request());
      set({ loaded, moment: loaded.moment, before: null, ...(loaded.moment === null ? { isPlaying: false } : {}) });
    };
    const act = async (ask: () => Promise<LabMoment>): Promise<void> => {
      if (get().moment !== null) show(await ask());
    };
    return {
      ...startingState(),
      openLesson: async (id) => {
        const { source, config, unit, speed, panel } = lessonOf(id);
        set({ ...freshLook, lesson: id, source, elf: null, config: { ...plainConfig, ...config }, unit, speed, panel });
        history.replaceState(null, '', lessonLink(id));
        await load();
      },
      openWalk: async ({ lesson, source, config, cycle, choices }) => {
        set({ ...freshLook, lesson, source, elf: null, config, unit: 'cycle' });
        await load({ cycle, choices });
      },
      editSource: (source) => set({ source, elf: null, isPlaying: false }),
      openElf: async (name, bytes) => {
        set({ elf: { name, bytes }, lesson: null, isPlaying: false });
        await load();
      },
      changeConfig: async (change) => {
        set({ config: buildable({ ...get().config, ...change }), hart: 0 });
        await load();
      },
      restart: () => load(),
      step: (chosenHart) => act(() => client.step(get().unit, request(chosenHart ?? null))),
      back: () => act(() => client.back(get().unit, request())),
      again: () => act(() => client.again(request())),
      runMany: (cycles) => act(() => client.run(cycles, request())),
      set: (change) => set(change),
      lookAt: async (change) => {
        set(change);
        if (get().moment !== null) set({ moment: await client.view(request()) });
      },
    };
  });
}

/** The protocols are for write-back caches: several coherent harts get them. */
function buildable(config: LabConfig): LabConfig {
  const { dataCache, harts, coherence } = config;
  if (dataCache === null || harts === 1 || coherence === 'none') return config;
  return { ...config, dataCache: { ...dataCache, write: 'back' } };
}

type Actions =
  | 'openLesson'
  | 'openWalk'
  | 'editSource'
  | 'openElf'
  | 'changeConfig'
  | 'restart'
  | 'step'
  | 'back'
  | 'again'
  | 'runMany'
  | 'set'
  | 'lookAt';

const beginning: LabStart = { cycle: 0, choices: [] };

/** How a newly opened program is looked at. */
const freshLook = {
  hart: 0,
  isLinkUnreadable: false,
  isPlaying: false,
  repeatsInstruction: false,
  windows: [0x10000000, 0x7fffffc0],
} as const;

function startingState(): Omit<LabState, Actions> {
  return {
    lesson: null,
    source: '',
    elf: null,
    config: plainConfig,
    loaded: null,
    moment: null,
    before: null,
    isLinkUnreadable: false,
    isPictureOnly: false,
    isPlaying: false,
    repeatsInstruction: false,
    speed: 1,
    unit: 'transfer',
    hart: 0,
    panel: 'registers',
    base: 'hexadecimal',
    windows: [0x10000000, 0x7fffffc0],
  };
}

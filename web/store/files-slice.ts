/** The program's files: main.py first, then its modules, and which one is in the editor. */
import type { StateCreator } from 'zustand';
import type { Scenario, ScenarioFile } from '../../sim-core/scenario/scenario.ts';
import type { Store } from './store.ts';

export interface FilesSlice {
  readonly activeFile: number;
  /** Where the editor is wanted to go; it takes the wish away once it is there. */
  readonly lineWish: { readonly file: number; readonly line: number } | null;
  readonly setFileText: (file: number, text: string) => void;
  readonly addFile: (name: string, text?: string) => void;
  readonly renameFile: (file: number, name: string) => void;
  readonly removeFile: (file: number) => void;
  readonly selectFile: (file: number) => void;
  readonly goToLine: (file: number, line: number) => void;
  readonly forgetLineWish: () => void;
}

export const createFilesSlice: StateCreator<Store, [], [], FilesSlice> = (set, get) => {
  const setFiles = (files: Files): void => set({ scenario: { ...get().scenario, files } });
  return {
    activeFile: 0,
    lineWish: null,
    setFileText: (file, text) => setFiles(replaceFile(get().scenario.files, file, (old) => ({ ...old, text }))),
    addFile: (name, text = '') => {
      const [first, ...rest] = get().scenario.files;
      setFiles([first, ...rest, { name, text }]);
      set({ activeFile: rest.length + 1 });
    },
    renameFile: (file, name) => {
      const before = get().scenario.files[file]?.name;
      setFiles(replaceFile(get().scenario.files, file, (old) => ({ ...old, name })));
      const { breakpoints, setBreakpoints } = get();
      setBreakpoints(breakpoints.map((point) => (point.fileName === before ? { ...point, fileName: name } : point)));
      void get().checkScenario();
    },
    removeFile: (file) => {
      const [first, ...rest] = get().scenario.files;
      const removed = rest[file - 1]?.name;
      setFiles([first, ...rest.filter((_, index) => index + 1 !== file)]);
      set({ activeFile: 0 });
      get().setBreakpoints(get().breakpoints.filter(({ fileName }) => fileName !== removed));
      void get().checkScenario();
    },
    selectFile: (file) => set({ activeFile: file }),
    goToLine: (file, line) => set({ activeFile: file, lineWish: { file, line }, narrowTab: 'editor' }),
    forgetLineWish: () => set({ lineWish: null }),
  };
};

type Files = Scenario['files'];

function replaceFile(files: Files, at: number, change: (file: ScenarioFile) => ScenarioFile): Files {
  const [first, ...rest] = files;
  if (at === 0) return [change(first), ...rest];
  return [first, ...rest.map((file, index) => (index + 1 === at ? change(file) : file))];
}

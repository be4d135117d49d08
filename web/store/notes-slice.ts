/** Notes: what a person wrote down about moments of the run. They are part of the shared link. */
import type { StateCreator } from 'zustand';
import type { Store } from './store.ts';

export interface Note {
  readonly step: number;
  /** Where its flag stands on the ruler. */
  readonly timeNs: number;
  readonly text: string;
}

export interface NotesSlice {
  /** In the order of their moments. */
  readonly notes: readonly Note[];
  /** The note whose text is to be typed now. */
  readonly newNote: number | null;
  readonly setNotes: (notes: readonly Note[]) => void;
  /** At the playhead; where one stands already, that one is written on. */
  readonly addNote: () => void;
  readonly changeNote: (note: number, text: string) => void;
  readonly removeNote: (note: number) => void;
  readonly goToNote: (note: number) => Promise<void>;
}

export const createNotesSlice: StateCreator<Store, [], [], NotesSlice> = (set, get) => ({
  notes: [],
  newNote: null,
  setNotes: (notes) => set({ notes: notes.toSorted((one, other) => one.step - other.step), newNote: null }),
  addNote: () => {
    const { moment, notes } = get();
    if (moment === null) return;
    const { step, timeNs } = moment;
    const known = notes.findIndex((note) => note.step === step);
    const next =
      known >= 0 ? notes : [...notes, { step, timeNs, text: '' }].toSorted((one, other) => one.step - other.step);
    set({ notes: next, newNote: next.findIndex((note) => note.step === step) });
    get().showTab('stops');
  },
  changeNote: (at, text) => set({ notes: get().notes.map((note, index) => (index === at ? { ...note, text } : note)) }),
  removeNote: (at) => set({ notes: get().notes.filter((_, index) => index !== at), newNote: null }),
  goToNote: async (at) => {
    const note = get().notes[at];
    if (note === undefined) return;
    set({ playing: null });
    await get().seekStep(note.step);
  },
});

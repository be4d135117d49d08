/** Stops: places of a run worth showing, each with a caption, where to look, and perhaps a question to predict. */
import type { StateCreator } from 'zustand';
import type { Moment } from '../../sim-core/trace/moment.ts';
import type { Scenario } from '../../sim-core/scenario/scenario.ts';
import type { SimulationClient } from '../worker/client.ts';
import type { InspectorTab } from './panel-slice.ts';
import type { LocalText } from './scenario-slice.ts';
import type { Store } from './store.ts';
import type { Viewport } from './viewport.ts';

/** What is asked before it is shown; the simulation knows the answer. */
export type StopQuestion =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'next-thread' }
  /** Which thread that waits for a lock, queue … is woken next. */
  | { readonly kind: 'wakes' }
  | { readonly kind: 'output' };

export interface Stop {
  readonly step: number;
  /** Where it lies between two bytecodes, while all sleep or wait; else null. */
  readonly timeNs: number | null;
  readonly caption: string;
  /** An example's caption in both languages; null once it has been written by the person. */
  readonly captions: LocalText | null;
  readonly viewport: Viewport;
  readonly thread: number | null;
  readonly tab: InspectorTab;
  readonly question: StopQuestion | null;
}

export interface StopsSlice {
  readonly stops: readonly Stop[];
  /** The stop one stands at; null once one has left it. */
  readonly currentStop: number | null;
  readonly isRevealed: boolean;
  /** What was run when the stops were placed: after a change they may stand elsewhere. */
  readonly stopsOf: Scenario | null;
  /** The screen is blank while one talks. */
  readonly isBlank: boolean;
  readonly findPlaces: SimulationClient['findPlaces'];
  readonly setStops: (stops: readonly Stop[]) => void;
  readonly addStop: () => void;
  readonly changeStop: (stop: number, change: Partial<Stop>) => void;
  readonly removeStop: (stop: number) => void;
  readonly goToStop: (stop: number) => Promise<void>;
  /** The next stop, or the previous one; without stops, the next switch of threads. */
  readonly advance: (direction: 1 | -1) => Promise<void>;
  readonly reveal: () => void;
  readonly toggleBlank: () => void;
}

export const createStopsSlice =
  (client: SimulationClient): StateCreator<Store, [], [], StopsSlice> =>
  (set, get) => ({
    findPlaces: (places) => client.findPlaces(places),
    stops: [],
    stopsOf: null,
    currentStop: null,
    isRevealed: false,
    isBlank: false,
    setStops: (stops) => {
      const here = stops.findIndex(({ step }) => step === get().moment?.step);
      set({
        stops,
        currentStop: here < 0 ? null : here,
        isRevealed: stops[here]?.question === null,
        stopsOf: get().ranScenario,
      });
    },
    addStop: () => {
      const { moment, viewport, selectedThread: thread, inspectorTab: tab, stops } = get();
      const stop: Stop = {
        step: moment?.step ?? 0,
        timeNs: timeBetween(moment),
        caption: '',
        captions: null,
        viewport,
        thread,
        tab,
        question: null,
      };
      const next = [...stops, stop].toSorted(
        (one, other) => one.step - other.step || (one.timeNs ?? 0) - (other.timeNs ?? 0),
      );
      set({ stops: next, currentStop: next.indexOf(stop), isRevealed: true, stopsOf: get().ranScenario });
    },
    changeStop: (at, change) =>
      set({ stops: get().stops.map((stop, index) => (index === at ? { ...stop, ...change } : stop)) }),
    removeStop: (at) => set({ stops: get().stops.filter((_, index) => index !== at), currentStop: null }),
    goToStop: async (at) => {
      const stop = get().stops[at];
      if (stop === undefined) return;
      set({ currentStop: at, isRevealed: stop.question === null, playing: null });
      get().selectThread(stop.thread);
      get().showTab(stop.tab);
      await (stop.timeNs === null ? get().seekStep(stop.step) : get().seekTime(stop.timeNs));
      get().setViewport(stop.viewport);
    },
    advance: async (direction) => {
      const { stops, currentStop, isRevealed, reveal, goToStop, stepBy } = get();
      if (stops.length === 0) return stepBy('switch', direction);
      if (direction === 1 && currentStop !== null && !isRevealed) return reveal();
      const next = currentStop === null ? (direction === 1 ? 0 : stops.length - 1) : currentStop + direction;
      if (next >= 0 && next < stops.length) await goToStop(next);
    },
    reveal: () => set({ isRevealed: true }),
    toggleBlank: () => set({ isBlank: !get().isBlank }),
  });

/** The time of a moment at which nobody's bytecode comes next. */
function timeBetween(moment: Moment | null): number | null {
  return moment === null || moment.nextThread !== null ? null : moment.timeNs;
}

export function captionOf({ caption, captions }: Stop, language: keyof LocalText): string {
  return captions?.[language] ?? caption;
}

/** Whether the run that is shown is another one than the stops were placed in. */
export function areStopsStale({ stops, stopsOf, ranScenario }: Store): boolean {
  if (stops.length === 0 || stopsOf === null || ranScenario === null) return false;
  return stopsOf.files !== ranScenario.files || stopsOf.settings !== ranScenario.settings;
}

/** The question that waits for its answer at the playhead, if any. */
export function openQuestion(store: Store): StopQuestion | null {
  const { stops, currentStop, isRevealed, moment } = store;
  const stop = currentStop === null ? undefined : stops[currentStop];
  if (stop === undefined || isRevealed || moment?.step !== stop.step) return null;
  return stop.question;
}

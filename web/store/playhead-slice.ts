/** The moment that is looked at. The playhead follows the hand at once; everything to be seen there follows from the worker. */
import type { StateCreator } from 'zustand';
import type { Nanoseconds } from '../../sim-core/base/units.ts';
import type { Moment } from '../../sim-core/trace/moment.ts';
import type { StepUnit } from '../worker/api.ts';
import type { SimulationClient } from '../worker/client.ts';
import type { Store } from './store.ts';
import { clampViewport, reveal, wholeOf } from './viewport.ts';

/** How the transport plays: time flowing through the window, or step after step. */
export type PlayMode = 'time' | StepUnit;

export interface PlayheadSlice {
  readonly playheadNs: Nanoseconds;
  readonly moment: Moment | null;
  readonly playing: PlayMode | null;
  readonly playMode: PlayMode;
  /** Seconds that a window of the timeline (or ten steps) take. */
  readonly playSeconds: number;
  readonly seekTime: (timeNs: Nanoseconds) => Promise<void>;
  readonly seekStep: (step: number) => Promise<void>;
  readonly stepBy: (unit: StepUnit, direction: 1 | -1) => Promise<void>;
  readonly play: () => void;
  readonly pause: () => void;
  readonly setPlayMode: (mode: PlayMode) => void;
  readonly setPlaySeconds: (seconds: number) => void;
}

type Question = () => Promise<Moment>;

export function createPlayheadSlice(client: SimulationClient): StateCreator<Store, [], [], PlayheadSlice> {
  return (set, get) => {
    const arrive = (moment: Moment, keepsTime: boolean): void => {
      const { trace, viewport } = get();
      if (trace === null) return;
      if (keepsTime) set({ moment });
      else {
        const playheadNs = moment.timeNs;
        set({ moment, playheadNs, viewport: clampViewport(reveal(viewport, playheadNs), wholeOf(trace)) });
      }
    };
    const ask = createLatestOnly<{ question: Question; keepsTime: boolean }>(async ({ question, keepsTime }) => {
      const { trace } = get();
      if (trace === null) return;
      const moment = await question();
      if (get().trace === trace) arrive(moment, keepsTime);
    });
    return {
      playheadNs: 0,
      moment: null,
      playing: null,
      playMode: 'time',
      playSeconds: 10,
      seekTime: (timeNs) => {
        const { trace } = get();
        if (trace === null) return Promise.resolve();
        const playheadNs = Math.round(Math.min(Math.max(0, timeNs), trace.endNs));
        set({ playheadNs });
        return ask({ question: () => client.momentAt({ timeNs: playheadNs }), keepsTime: true });
      },
      seekStep: (step) => ask({ question: () => client.momentAt({ step }), keepsTime: false }),
      stepBy: (unit, direction) =>
        ask({ question: () => client.momentNear(get().moment?.step ?? 0, unit, direction), keepsTime: false }),
      play: () => set({ playing: get().playMode }),
      pause: () => set({ playing: null }),
      setPlayMode: (playMode) => set({ playMode, playing: get().playing === null ? null : playMode }),
      setPlaySeconds: (playSeconds) => set({ playSeconds }),
    };
  };
}

/** Answers one question at a time; of those that come meanwhile only the last is asked. */
function createLatestOnly<Asked>(answer: (asked: Asked) => Promise<void>): (asked: Asked) => Promise<void> {
  let isBusy = false;
  let waiting: { readonly asked: Asked } | null = null;
  return async (asked) => {
    if (isBusy) {
      waiting = { asked };
      return;
    }
    isBusy = true;
    try {
      await answer(asked);
      while (waiting !== null) {
        const next: { readonly asked: Asked } = waiting;
        waiting = null;
        await answer(next.asked);
      }
    } finally {
      isBusy = false;
    }
  };
}

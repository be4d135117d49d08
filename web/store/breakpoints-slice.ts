/** Breakpoints: lines to run to, forwards and backwards. They are looked for in the run that is shown. */
import type { StateCreator } from 'zustand';
import type { Nanoseconds } from '../../sim-core/base/units.ts';
import type { Breakpoint } from '../../sim-core/trace/breakpoint.ts';
import type { SimulationClient } from '../worker/client.ts';
import type { Store } from './store.ts';

/** What the last search came to: still going on, or nothing found that way. */
type HitReport = 'searching' | 'none-forward' | 'none-back' | null;

export interface BreakpointsSlice {
  readonly breakpoints: readonly Breakpoint[];
  readonly hitReport: HitReport;
  /** Times of the hits that were found so far, for the ruler. */
  readonly hitTimesNs: readonly Nanoseconds[];
  readonly setBreakpoints: (breakpoints: readonly Breakpoint[]) => void;
  readonly toggleBreakpoint: (fileName: string, line: number) => void;
  readonly changeBreakpoint: (at: number, change: Partial<Breakpoint>) => void;
  readonly removeBreakpoint: (at: number) => void;
  /** After typing: the lines of a file's breakpoints, in their order. */
  readonly moveBreakpoints: (fileName: string, lines: readonly number[]) => void;
  /** To the next hit of any breakpoint, or the one before. */
  readonly goToHit: (direction: 1 | -1) => Promise<void>;
  /** To the hit of one breakpoint with that number, counted from the beginning of the run. */
  readonly goToHitNumber: (at: number, number: number) => Promise<void>;
}

export function createBreakpointsSlice(client: SimulationClient): StateCreator<Store, [], [], BreakpointsSlice> {
  return (set, get) => {
    const find = async (breakpoints: readonly Breakpoint[], fromStep: number, way: 1 | -1, count: number) => {
      const { trace } = get();
      if (trace === null || breakpoints.length === 0) return;
      set({ hitReport: 'searching', playing: null });
      const step = await client.findHit({ breakpoints, fromStep, direction: way, count });
      if (get().trace !== trace) return;
      set({ hitReport: step !== null ? null : way === 1 ? 'none-forward' : 'none-back' });
      if (step === null) return;
      await get().seekStep(step);
      const { moment, hitTimesNs } = get();
      if (moment?.step === step && !hitTimesNs.includes(moment.timeNs))
        set({ hitTimesNs: [...hitTimesNs, moment.timeNs] });
      get().selectThread(get().moment?.nextThread ?? null);
    };
    return {
      breakpoints: [],
      hitReport: null,
      hitTimesNs: [],
      setBreakpoints: (breakpoints) => set({ breakpoints: inOrder(breakpoints), hitReport: null, hitTimesNs: [] }),
      toggleBreakpoint: (fileName, line) => {
        const others = get().breakpoints.filter((other) => other.fileName !== fileName || other.line !== line);
        const isNew = others.length === get().breakpoints.length;
        get().setBreakpoints(isNew ? [...others, { fileName, line, thread: null }] : others);
      },
      changeBreakpoint: (at, change) =>
        get().setBreakpoints(get().breakpoints.map((old, index) => (index === at ? { ...old, ...change } : old))),
      removeBreakpoint: (at) => get().setBreakpoints(get().breakpoints.filter((_, index) => index !== at)),
      moveBreakpoints: (fileName, lines) => {
        const inFile = get().breakpoints.filter((breakpoint) => breakpoint.fileName === fileName);
        if (inFile.every(({ line }, index) => line === lines[index])) return;
        const others = get().breakpoints.filter((breakpoint) => breakpoint.fileName !== fileName);
        const moved = inFile.map((breakpoint, index) => ({ ...breakpoint, line: lines[index] ?? breakpoint.line }));
        const apart = moved.filter(({ line }, index) => moved.findIndex((other) => other.line === line) === index);
        get().setBreakpoints([...others, ...apart]);
      },
      goToHit: (direction) => find(get().breakpoints, get().moment?.step ?? 0, direction, 1),
      goToHitNumber: async (at, number) => find(get().breakpoints.slice(at, at + 1), 0, 1, number),
    };
  };
}

/** By file, then by line. */
function inOrder(breakpoints: readonly Breakpoint[]): readonly Breakpoint[] {
  const byName = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
  return breakpoints.toSorted((one, other) => byName(one.fileName, other.fileName) || one.line - other.line);
}

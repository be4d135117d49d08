/** What the program reads: a prepared text, or lines typed at virtual times – also while the run waits for them. */
import type { StateCreator } from 'zustand';
import type { Scenario, TypedInput } from '../../sim-core/scenario/scenario.ts';
import { eventKinds, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import type { Store } from './store.ts';

type InputParts = Partial<Pick<Scenario, 'stdin' | 'typed' | 'keyboard' | 'arguments'>>;

export interface InputSlice {
  readonly changeInput: (change: InputParts) => void;
  /** Types at the moment the program waits (null: the end of file), and runs on from there. */
  readonly type: (text: string | null) => Promise<void>;
  /** Takes back what was typed last. */
  readonly takeBackInput: () => Promise<void>;
}

const theEnd = Number.MAX_SAFE_INTEGER;

export const createInputSlice: StateCreator<Store, [], [], InputSlice> = (set, get) => {
  const setTyped = (typed: readonly TypedInput[]): Promise<void> => {
    set({ scenario: { ...get().scenario, typed } });
    return get().startRun({ step: theEnd });
  };
  return {
    changeInput: (change) => set({ scenario: { ...get().scenario, ...change } }),
    type: async (text) => {
      const { trace, playheadNs, scenario } = get();
      if (trace === null) return;
      const { typed } = scenario;
      const lastNs = typed.reduce((sumNs, { afterSeconds }) => sumNs + Math.round(afterSeconds * 1e9), 0);
      const atNs = Math.max(lastNs, typingTimeNs(trace, playheadNs));
      await setTyped([...typed, { afterSeconds: (atNs - lastNs) / 1e9, text }]);
    },
    takeBackInput: () => setTyped(get().scenario.typed.slice(0, -1)),
  };
};

/** Where the playhead stands while the program waits for input, else the end of the run: nothing happens there without it. */
function typingTimeNs(trace: Trace, playheadNs: number): number {
  const { event } = inputWait(trace) ?? {};
  const sinceNs = event === undefined ? trace.endNs : (trace.timeNs[event] ?? trace.endNs);
  return playheadNs >= sinceNs ? playheadNs : trace.endNs;
}

/** The wait for input that a run ended in: its thread and the event it began with. */
export function inputWait(trace: Trace): { readonly thread: number; readonly event: number } | null {
  if (trace.outcome.kind !== 'limit' || trace.outcome.limit !== 'input') return null;
  for (let event = trace.length - 1; event >= 0; event -= 1) {
    const isWait = trace.kind[event] === eventKinds.threadState && trace.a[event] === threadStates.inputOutput;
    if (isWait && trace.resources[trace.b[event] ?? -1]?.kind === 'stdin') {
      return { thread: trace.thread[event] ?? 0, event };
    }
  }
  return null;
}

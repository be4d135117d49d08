/** What stands out in the run: shapes that usually mean trouble. */
import type { StateCreator } from 'zustand';
import type { SimulationClient } from '../worker/client.ts';
import { type Finding, findingSlices } from './findings.ts';
import { spinCandidates, spinLine } from './spin-check.ts';
import type { Store } from './store.ts';

const mostBytecodes = 4_000;

export interface FindingsSlice {
  readonly findings: readonly Finding[];
  /** Looks at the run that is shown. */
  readonly lookForFindings: () => Promise<void>;
  /** Brings the stretch it is about into view. */
  readonly showFinding: (finding: Finding) => void;
}

/** Lets the page paint and answer the person first. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

export function createFindingsSlice(client: SimulationClient): StateCreator<Store, [], [], FindingsSlice> {
  return (set, get) => ({
    findings: [],
    lookForFindings: async () => {
      const { trace } = get();
      if (trace === null) return;
      set({ findings: [] });
      const slices = findingSlices(trace);
      let slice = slices.next();
      while (slice.done !== true) {
        await nextTask();
        if (get().trace !== trace) return;
        slice = slices.next();
      }
      set({ findings: slice.value });
      await nextTask();
      for (const { finding, sample } of spinCandidates(trace)) {
        const executed = await client.executedBetween(sample.fromNs, sample.toNs, mostBytecodes);
        if (get().trace !== trace) return;
        const line = executed === null ? null : spinLine(finding.thread ?? -1, executed);
        if (line !== null) set({ findings: [...get().findings, { ...finding, count: line }] });
      }
    },
    showFinding: ({ thread, resource, fromNs, toNs }) => {
      const { setViewport, selectThread, selectResource, measure } = get();
      const marginNs = Math.max(1000, (toNs - fromNs) * 0.05);
      setViewport({ fromNs: fromNs - marginNs, toNs: toNs + marginNs });
      measure({ fromNs, toNs });
      if (thread !== null) selectThread(thread);
      if (resource !== null) selectResource(resource);
    },
  });
}

/** The lockset of every shared variable: asked for once per run, of a long run for the stretch around the playhead. */
import { useCallback, useEffect, useState } from 'react';
import type { LocksetReport } from '../../../sim-core/trace/lockset.ts';
import type { Trace } from '../../../sim-core/trace/trace.ts';
import { useStore, useStoreApi } from '../../store/store-context.ts';

/** So many bytecodes are watched at most: some seconds of work. */
const mostSteps = 400_000;

interface Locksets {
  readonly report: LocksetReport | null;
  /** Watches the stretch around the playhead; null where all has been watched. */
  readonly watchHere: (() => void) | null;
}

export function useLocksets(): Locksets {
  const store = useStoreApi();
  const trace = useStore((state) => state.trace);
  const [loaded, setLoaded] = useState<{ readonly trace: Trace; readonly report: LocksetReport } | null>(null);
  const watch = useCallback(() => {
    const { trace: watched, moment, loadLocksets } = store.getState();
    if (watched === null) return;
    const latest = Math.max(0, watched.steps - mostSteps);
    const from = Math.min(latest, Math.max(0, (moment?.step ?? 0) - mostSteps / 2));
    void loadLocksets(from, mostSteps).then((report) => {
      if (report !== null) setLoaded({ trace: watched, report });
    });
  }, [store]);
  useEffect(() => {
    if (trace !== null) watch();
  }, [trace, watch]);
  const report = loaded !== null && loaded.trace === trace ? loaded.report : null;
  const isWhole = report === null || report.toStep - report.fromStep >= report.totalSteps;
  return { report, watchHere: isWhole ? null : watch };
}

/** Busy waiting: a thread that only looks whether something has changed. The trace does not hold bytecodes, so a few are run again and read. */
import { eventKinds, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { ExecutedWindow } from '../../sim-core/trace/moment.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import type { Finding } from './findings.ts';

const leastStretchNs = 50_000;
const mostCandidates = 3;
const sampleNs = 1_500;
const leastBytecodes = 20;
const mostLines = 3;
/** What a loop that only looks is made of. */
const looking =
  /^(LOAD_|COMPARE_OP|CONTAINS_OP|IS_OP|TO_BOOL|UNARY_NOT|POP_JUMP|POP_TOP|JUMP_|NOP|COPY|RESUME|EXTENDED_ARG|CACHE)/;

export interface SpinCandidate {
  readonly finding: Finding;
  readonly sample: { readonly fromNs: number; readonly toNs: number };
}

/** The threads that ran longest at a stretch. */
export function spinCandidates(trace: Trace): readonly SpinCandidate[] {
  const longest = new Map<number, { readonly fromNs: number; readonly toNs: number }>();
  const spent = new Map<number, number>();
  const since = new Map<number, number>();
  for (let event = 0; event < trace.length; event += 1) {
    if (trace.kind[event] !== eventKinds.threadState) continue;
    const thread = trace.thread[event] ?? -1;
    const atNs = trace.timeNs[event] ?? 0;
    const fromNs = since.get(thread);
    since.delete(thread);
    if (trace.a[event] === threadStates.running) since.set(thread, atNs);
    if (fromNs === undefined) continue;
    spent.set(thread, (spent.get(thread) ?? 0) + atNs - fromNs);
    const best = longest.get(thread);
    if (best === undefined || atNs - fromNs > best.toNs - best.fromNs) longest.set(thread, { fromNs, toNs: atNs });
  }
  return [...longest]
    .filter(([, { fromNs, toNs }]) => toNs - fromNs >= leastStretchNs)
    .toSorted(([one], [other]) => (spent.get(other) ?? 0) - (spent.get(one) ?? 0))
    .slice(0, mostCandidates)
    .map(([thread, stretch]) => {
      const middleNs = Math.round((stretch.fromNs + stretch.toNs) / 2);
      const percent = Math.round((100 * (spent.get(thread) ?? 0)) / Math.max(1, trace.endNs));
      return {
        finding: { kind: 'spin', thread, resource: null, ...stretch, count: 0, percent },
        sample: { fromNs: middleNs - sampleNs, toNs: middleNs + sampleNs },
      };
    });
}

/** The line it spins in; null if it does more than look. */
export function spinLine(thread: number, executed: ExecutedWindow): number | null {
  const lines = new Set<number>();
  let count = 0;
  for (let row = 0; row < executed.length; row += 1) {
    if (executed.thread[row] !== thread) continue;
    if (!looking.test(executed.opcodeNames[executed.opcode[row] ?? 0] ?? '')) return null;
    lines.add(executed.line[row] ?? 0);
    count += 1;
  }
  return count >= leastBytecodes && lines.size <= mostLines ? Math.min(...lines) : null;
}

/** Who waits for whom when nothing can happen any more. */
import type { Machine } from '../python/vm/machine.ts';
import { PyFrame } from '../python/vm/frame.ts';
import type { PyThread } from '../python/vm/py-thread.ts';
import type { Outcome, Wait } from '../trace/outcome.ts';
import { awaitedResource, SyncTable } from './sync-table.ts';

/** The deadlock in words and numbers: every thread that waits, and the circle among them if there is one. */
export function deadlockOf(machine: Machine): Outcome {
  const table = new SyncTable(machine);
  const threads = machine.interpreters
    .flatMap((interpreter) => interpreter.threads)
    .filter((thread) => !thread.hasEnded);
  const waits = threads.map((thread) => waitOf(machine, table, thread)).filter((wait) => wait !== null);
  return { kind: 'deadlock', waits, cycle: cycleOf(waits) };
}

function waitOf(machine: Machine, table: SyncTable, thread: PyThread): Wait | null {
  const resource = awaitedResource(thread);
  if (resource < 0) return null;
  const { resources } = machine.kernel.recorder;
  const heldBy = table.givers(resource);
  const place = placeOf(thread);
  return {
    thread: thread.kernelThread.id,
    threadName: thread.kernelThread.name,
    resource,
    resourceName: resources[resource]?.name ?? '?',
    heldBy: heldBy.map((holder) => holder.kernelThread.id),
    heldByNames: heldBy.map((holder) => holder.kernelThread.name),
    fileName: place.fileName,
    line: place.line,
    holds: table
      .heldBy(thread)
      .filter((index) => resources[index]?.isInternal === false)
      .map((index) => resources[index]?.name ?? '?'),
  };
}

/** Where a thread stands in the person's own code (or in the library, if it has none on its stack). */
function placeOf(thread: PyThread): { readonly fileName: string; readonly line: number } {
  let inner: PyFrame | null = null;
  for (let frame = thread.frame; frame !== null; frame = frame.back) {
    if (!(frame instanceof PyFrame)) continue;
    inner ??= frame;
    if (!frame.code.isLibrary) return { fileName: frame.code.source.fileName, line: frame.code.lineOf(frame.pc - 1) };
  }
  return inner === null
    ? { fileName: '', line: 0 }
    : { fileName: inner.code.source.fileName, line: inner.code.lineOf(inner.pc - 1) };
}

/** Follows "waits for … held by …" from each thread; the first circle found, each thread once. */
function cycleOf(waits: readonly Wait[]): number[] {
  const next = new Map(waits.map((wait) => [wait.thread, wait.heldBy[0]]));
  for (const start of next.keys()) {
    const path: number[] = [];
    let at: number | undefined = start;
    while (at !== undefined && !path.includes(at)) {
      path.push(at);
      at = next.get(at);
    }
    if (at !== undefined) return path.slice(path.indexOf(at));
  }
  return [];
}

/** The frames a task stands in, outermost first: its own when it is suspended, its thread's while it runs. */
import { taskStates } from '../../../sim-core/trace/event-kind.ts';
import type { FrameMoment, Moment } from '../../../sim-core/trace/moment.ts';
import type { TaskMoment } from '../../../sim-core/trace/task.ts';

/** Below it on a thread's stack stands the loop, not the task. */
const bottoms: ReadonlySet<string> = new Set(['Handle._run', 'callback.__call__', 'Hub.run']);

export function framesOf(task: TaskMoment, moment: Moment): readonly FrameMoment[] {
  if (task.state !== taskStates.running) return task.frames.toReversed();
  const frames = moment.threads.find(({ id }) => id === task.thread)?.frames ?? [];
  const bottom = frames.findIndex(({ functionName, isLibrary }) => isLibrary && bottoms.has(functionName));
  return (bottom < 0 ? frames : frames.slice(0, bottom)).toReversed();
}

/** A stretch of frames as it is shown: one of the program's own, or what the library does in between. */
export type FramePart =
  | { readonly kind: 'own'; readonly frame: FrameMoment }
  | { readonly kind: 'library'; readonly functions: readonly string[] };

export function framePartsOf(frames: readonly FrameMoment[]): readonly FramePart[] {
  const parts: FramePart[] = [];
  for (const frame of frames) {
    const last = parts.at(-1);
    if (!frame.isLibrary) parts.push({ kind: 'own', frame });
    else if (last?.kind === 'library')
      parts[parts.length - 1] = { kind: 'library', functions: [...last.functions, frame.functionName] };
    else parts.push({ kind: 'library', functions: [frame.functionName] });
  }
  return parts;
}

/** The chosen task, the one it awaits, the one that awaits, …; each once. */
export function chainOf(first: TaskMoment, tasks: readonly TaskMoment[]): readonly TaskMoment[] {
  const chain: TaskMoment[] = [];
  let task: TaskMoment | undefined = first;
  while (task !== undefined && !chain.includes(task)) {
    chain.push(task);
    const next: number | null = task.awaitsTask;
    task = tasks.find(({ id }) => id === next);
  }
  return chain;
}

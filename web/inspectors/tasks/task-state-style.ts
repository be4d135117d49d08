/** How a task's state looks: the same patterns as a thread's, for a task does to its thread what a thread does to a core. */
import { taskStates, threadStates } from '../../../sim-core/trace/event-kind.ts';

const stateNames = ['ready', 'running', 'suspended', 'finished', 'failed', 'cancelled'] as const;
export type TaskStateName = (typeof stateNames)[number];

/** By its number in the trace (taskStates). */
export function taskStateName(state: number): TaskStateName {
  return stateNames[state] ?? 'finished';
}

/** The thread state whose colour and pattern it borrows. A task that sleeps looks like a thread that sleeps. */
export function threadStateLike(state: number, awaits: string | null): number {
  if (state === taskStates.ready) return threadStates.ready;
  if (state === taskStates.running) return threadStates.running;
  if (state !== taskStates.suspended) return threadStates.finished;
  return awaits?.startsWith('sleep(') === true ? threadStates.sleeping : threadStates.blocked;
}

export function hasEnded(state: number): boolean {
  return state >= taskStates.finished;
}

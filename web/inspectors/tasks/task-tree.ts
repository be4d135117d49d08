/** Tasks under the tasks that made them, in the order of their making. */
import type { TaskMoment } from '../../../sim-core/trace/task.ts';
import { hasEnded } from './task-state-style.ts';

export interface TaskNode {
  readonly task: TaskMoment;
  /** 0 for a task that no task made. */
  readonly depth: number;
}

export interface TaskTree {
  readonly nodes: readonly TaskNode[];
  /** How many ended tasks were left out. */
  readonly endedCount: number;
}

/** Past so many tasks those that have ended, and have nobody alive under them, are only counted. */
const mostShown = 40;

export function taskTreeOf(tasks: readonly TaskMoment[]): TaskTree {
  const byParent = new Map<number | null, TaskMoment[]>();
  const known = new Set(tasks.map(({ id }) => id));
  for (const task of tasks) {
    const parent = task.parent !== null && known.has(task.parent) ? task.parent : null;
    const siblings = byParent.get(parent) ?? [];
    siblings.push(task);
    byParent.set(parent, siblings);
  }
  const nodes: TaskNode[] = [];
  const visit = (parent: number | null, depth: number): void => {
    for (const task of byParent.get(parent) ?? []) {
      nodes.push({ task, depth });
      visit(task.id, depth + 1);
    }
  };
  visit(null, 0);
  if (nodes.length <= mostShown) return { nodes, endedCount: 0 };
  const shown = nodes.filter(({ task }) => !hasEnded(task.state) || hasLivingChild(task.id, byParent));
  return { nodes: shown, endedCount: nodes.length - shown.length };
}

function hasLivingChild(id: number, byParent: ReadonlyMap<number | null, readonly TaskMoment[]>): boolean {
  return (byParent.get(id) ?? []).some((child) => !hasEnded(child.state) || hasLivingChild(child.id, byParent));
}

import { describe, expect, test } from 'vitest';
import { taskStates } from '../../../sim-core/trace/event-kind.ts';
import type { TaskMoment } from '../../../sim-core/trace/task.ts';
import { heapPlaces } from './heap-places.ts';
import { taskTreeOf } from './task-tree.ts';

function task(id: number, parent: number | null, state: number = taskStates.suspended): TaskMoment {
  return {
    id,
    kind: 'asyncio',
    name: `Task-${id}`,
    functionName: 'work',
    thread: 0,
    parent,
    state,
    awaits: null,
    awaitsTask: null,
    cancelRequests: 0,
    frames: [],
  };
}

function drawn(tasks: readonly TaskMoment[]): string {
  return taskTreeOf(tasks)
    .nodes.map(({ task: { id }, depth }) => '.'.repeat(depth) + id)
    .join(' ');
}

describe('the tree of tasks', () => {
  test.each([
    {
      name: 'children stand under the one that made them',
      tasks: [task(0, null), task(1, 0), task(2, 0)],
      tree: '0 .1 .2',
    },
    {
      name: 'grandchildren come before the next child',
      tasks: [task(0, null), task(1, 0), task(2, 0), task(3, 1)],
      tree: '0 .1 ..3 .2',
    },
    { name: 'a task whose maker is not listed stands alone', tasks: [task(5, 3), task(6, 5)], tree: '5 .6' },
  ])('$name', ({ tasks, tree }) => {
    expect(drawn(tasks)).toBe(tree);
  });

  test('of very many the ended ones are counted, but makers of living ones stay', () => {
    const ended = Array.from({ length: 60 }, (_, index) => task(index + 1, 0, taskStates.finished));
    const tree = taskTreeOf([task(0, null), ...ended, task(99, 7)]);
    expect(tree.nodes.map(({ task: { id } }) => id)).toEqual([0, 7, 99]);
    expect(tree.endedCount).toBe(59);
  });
});

describe('the heap as a tree', () => {
  test('children stand under their parent, left to right', () => {
    const places = heapPlaces(6, 15);
    expect(places.map(({ row }) => row)).toEqual([0, 1, 1, 2, 2, 2]);
    expect(places.map(({ parent }) => parent)).toEqual([null, 0, 0, 1, 1, 2]);
    expect(places.map(({ x }) => x)).toEqual([0.5, 0.25, 0.75, 0.125, 0.375, 0.625]);
  });

  test('only so many are drawn', () => {
    expect(heapPlaces(100, 15)).toHaveLength(15);
  });
});

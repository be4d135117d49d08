import { expect, test } from 'vitest';
import { laneAt, lanesInView, layoutOf, type LayoutChoices } from './layout.ts';
import { rowsOf } from './rows.ts';
import { syntheticTrace } from './synthetic-trace.ts';

const trace = syntheticTrace({ threads: 3, events: 60 });
const plain: LayoutChoices = { pinned: [], folded: [], showsInternal: false, search: '', laneHeight: 20 };

test.each([
  {
    name: 'cores, threads, GIL and locks stand in this order',
    choices: {},
    lanes: 'core-0 core-1 thread-0 thread-1 thread-2 resource-0 resource-1',
  },
  {
    name: 'a pinned lane stands on top',
    choices: { pinned: ['thread-2'] },
    lanes: 'thread-2 core-0 core-1 thread-0 thread-1 resource-0 resource-1',
  },
  {
    name: 'a folded group hides its lanes',
    choices: { folded: ['threads'] },
    lanes: 'core-0 core-1 resource-0 resource-1',
  },
  {
    name: 'a folded lane is left out',
    choices: { folded: ['thread-1'] },
    lanes: 'core-0 core-1 thread-0 thread-2 resource-0 resource-1',
  },
  { name: 'a search finds a folded lane', choices: { folded: ['thread-1'], search: 'Thread-1' }, lanes: 'thread-1' },
  {
    name: 'a pinned group stands above the others, below pinned lanes',
    choices: { pinned: ['gil', 'thread-2'] },
    lanes: 'thread-2 resource-0 core-0 core-1 thread-0 thread-1 resource-1',
  },
  { name: 'a search leaves what has the name', choices: { search: 'Thread-1' }, lanes: 'thread-1' },
  { name: 'an unknown name leaves nothing', choices: { search: 'nobody' }, lanes: '' },
])('$name', ({ choices, lanes }) => {
  const layout = layoutOf(rowsOf(trace), { ...plain, ...choices });
  expect(layout.lanes.map(({ lane }) => lane.id).join(' ')).toBe(lanes);
});

test('the lane under a height is found, and nothing on a header', () => {
  const layout = layoutOf(rowsOf(trace), plain);
  const view = { scrollTopPx: 0, heightPx: layout.height };
  for (const placed of layout.lanes) expect(laneAt(layout, placed.top + 3, view)?.lane.id).toBe(placed.lane.id);
  expect(laneAt(layout, layout.headers[1]?.top ?? 0, view)).toBeNull();
  expect(laneAt(layout, layout.height + 50, view)).toBeNull();
});

test('pinned lanes stay on top of what moves under them', () => {
  const layout = layoutOf(rowsOf(trace), { ...plain, pinned: ['thread-2'] });
  const view = { scrollTopPx: 70, heightPx: 90 };
  const seen = lanesInView(layout, view).map(({ lane, top }) => `${lane.id} ${top}`);
  expect(seen).toEqual(['thread-0 38', 'thread-1 58', 'thread-2 0']);
  expect(laneAt(layout, 5, view)?.lane.id).toBe('thread-2');
  expect(laneAt(layout, 40, view)?.lane.id).toBe('thread-0');
});

test('a lane shows who held the lock, when, and how a thread fared', () => {
  const lock = rowsOf(trace).find(({ id }) => id === 'resource-1');
  expect([...(lock?.track.value.slice(0, 4) ?? [])]).toEqual([0, 1, 2, 0]);
});

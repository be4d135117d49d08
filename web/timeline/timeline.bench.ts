import { bench, describe } from 'vitest';
import { layoutOf } from './layout.ts';
import { rowsOf } from './rows.ts';
import { levelShapesOf, ShapeList, shapesOf } from './shapes.ts';
import { syntheticTrace } from './synthetic-trace.ts';

const trace = syntheticTrace({ threads: 24, events: 1_000_000 });
const lanes = rowsOf(trace);
const shapes = new ShapeList();

describe('a million events', () => {
  bench('lanes of the whole trace', () => {
    rowsOf(trace);
  });
  for (const share of [1, 0.1, 0.001]) {
    bench(`shapes of every lane, ${share} of the run in view`, () => {
      const window = {
        fromNs: trace.endNs * 0.3 * (1 - share),
        toNs: trace.endNs * (0.3 * (1 - share) + share),
        widthPx: 1500,
      };
      for (const lane of lanes) {
        shapesOf(lane.track, window, shapes);
        if (lane.kind === 'resource') levelShapesOf(lane.waiters, window, shapes);
      }
    });
  }
});

describe('ten thousand threads', () => {
  const many = rowsOf(syntheticTrace({ threads: 10_000, events: 200_000 }));
  bench('places of the lanes', () => {
    layoutOf(many, { pinned: [], folded: [], showsInternal: false, search: '', laneHeight: 24 });
  });
});

import { expect, test } from 'vitest';
import { lessonLink, readLink, walkLink } from './lab-link.ts';
import type { LinkedWalk } from './lab-link.ts';
import { plainConfig, plainDataCache } from './plain-config.ts';

const walk: LinkedWalk = {
  lesson: null,
  source: 'li a0, 1 # 中文\nebreak\n',
  config: { ...plainConfig, harts: 2, dataCache: plainDataCache, interleaving: { kind: 'by-hand' } },
  cycle: 4,
  choices: [0, 1, null, 1],
};

test('a walk comes back as it was sent', () => {
  expect(readLink(walkLink(walk))).toEqual({ kind: 'walk', walk });
});

test.each([
  { name: 'the room', hash: '#/cpu-lab', read: { kind: 'plain' } },
  { name: 'a lesson', hash: lessonLink('hazards'), read: { kind: 'lesson', lesson: 'hazards' } },
  { name: 'a lesson that does not exist', hash: '#/cpu-lab/nonsense', read: { kind: 'unreadable' } },
  { name: 'a newer format', hash: walkLink(walk).replace('/1.', '/2.'), read: { kind: 'unreadable' } },
  { name: 'a link that was cut off', hash: walkLink(walk).slice(0, 60), read: { kind: 'unreadable' } },
])('$name', ({ hash, read }) => {
  expect(readLink(hash)).toEqual(read);
});

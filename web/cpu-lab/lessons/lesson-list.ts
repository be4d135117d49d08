/** The lessons in the order of a course: one instruction, one program, the pipeline, the cache, several harts. */
import { plainDataCache } from '../plain-config.ts';
import type { Lesson, LessonId } from './lesson.ts';
import * as program from './programs.ts';

const twoBit = { kind: '2-bit', bufferBits: 3, counterBits: 3, historyBits: 0, initialCounter: 1 } as const;
const locks = { harts: 4, dataCache: { ...plainDataCache, wordsPerBlock: 2, penaltyCycles: 6 } } as const;
const pair = { harts: 2, dataCache: { ...plainDataCache, penaltyCycles: 6 } } as const;
const slow = { unit: 'transfer', speed: 1, panel: 'registers' } as const;
const table = { unit: 'cycle', speed: 2, panel: 'figures' } as const;
const caches = { unit: 'instruction', speed: 5, panel: 'cache' } as const;
const shared = { unit: 'cycle', speed: 5, panel: 'bus' } as const;

const lessons: readonly Lesson[] = [
  { id: 'first', source: program.endlessLoop, config: {}, ...slow },
  { id: 'sum', source: program.sumOfArray, config: { model: 'multi-cycle' }, ...slow, speed: 2 },
  {
    id: 'stack',
    source: program.stackAndCall,
    config: { model: 'multi-cycle' },
    ...slow,
    unit: 'instruction',
    panel: 'memory',
  },
  { id: 'hazards', source: program.hazards, config: { model: 'pipeline' }, ...table },
  { id: 'reordered', source: program.reordered, config: { model: 'pipeline' }, ...table },
  {
    id: 'prediction',
    source: program.nestedLoops,
    config: { model: 'pipeline', branchStage: 'MEM', predictor: twoBit },
    ...table,
    speed: 5,
    panel: 'predictor',
  },
  { id: 'rows', source: program.walk('friendly'), config: { dataCache: plainDataCache }, ...caches },
  { id: 'columns', source: program.walk('unfriendly'), config: { dataCache: plainDataCache }, ...caches },
  {
    id: 'lost',
    source: program.count(program.plainIncrement),
    config: { harts: 2 },
    ...shared,
    speed: 2,
    panel: 'memory',
  },
  { id: 'amoadd', source: program.count(program.atomicIncrement), config: pair, ...shared, panel: 'memory' },
  { id: 'testAndSet', source: program.lock(program.testAndSet), config: locks, ...shared },
  { id: 'testFirst', source: program.lock(program.testFirst), config: locks, ...shared },
  { id: 'reserved', source: program.count(program.reservedIncrement), config: pair, ...shared },
  { id: 'falseSharing', source: program.ownCounters(4), config: pair, ...shared },
  { id: 'padded', source: program.ownCounters(64), config: pair, ...shared },
  {
    id: 'threeLevels',
    source: program.count(program.plainIncrement),
    config: { harts: 2 },
    ...shared,
    speed: 1,
    panel: 'memory',
  },
];

export function lessonOf(id: LessonId): Lesson {
  const lesson = lessons.find((it) => it.id === id);
  if (lesson === undefined) throw new Error(`no lesson ${id}`);
  return lesson;
}

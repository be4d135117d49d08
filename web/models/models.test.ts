import { describe, expect, test } from 'vitest';
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import { firstShape } from './job-shape.ts';
import { modelIds, modelScenario } from './model-programs.ts';
import type { RowPart } from './model-run.ts';
import { sharesOf, visibleParts } from './visible-parts.ts';

const { running, sleeping, ready } = threadStates;

function parts(text: string): readonly RowPart[] {
  let fromNs = 0;
  return text.split(' ').map((word) => {
    const state = { r: running, s: sleeping, w: ready }[word[0] ?? ''] ?? running;
    const toNs = fromNs + Number(word.slice(1));
    const part = { fromNs, toNs, state };
    fromNs = toNs;
    return part;
  });
}

function told(shown: readonly RowPart[]): string {
  const letters: Readonly<Record<number, string>> = { [running]: 'r', [sleeping]: 's', [ready]: 'w' };
  return shown.map(({ fromNs, toNs, state }) => `${letters[state]}${toNs - fromNs}`).join(' ');
}

describe('what can be told apart of a row', () => {
  test.each([
    { name: 'long parts stay as they are', row: 'r50 s100 r50', least: 10, shown: 'r50 s100 r50' },
    {
      name: 'short ones become one that looks like most of them',
      row: 'r50 w2 r4 w1 s100',
      least: 10,
      shown: 'r50 r7 s100',
    },
    { name: 'many short ones keep some shape', row: 'r5 w1 r5 w1 s5 w1 s5 w1', least: 10, shown: 'r11 s12 w1' },
    { name: 'a short end is not lost', row: 's100 r3', least: 10, shown: 's100 r3' },
  ])('$name', ({ row, least, shown }) => {
    expect(told(visibleParts(parts(row), least))).toBe(shown);
  });

  test('shares are of the whole time, the largest first', () => {
    expect(sharesOf(parts('r10 s60 r10'), 100)).toEqual([
      { state: sleeping, share: 0.6 },
      { state: running, share: 0.2 },
    ]);
  });
});

describe('the programs', () => {
  test.each(modelIds)('%s holds the numbers of the sliders', (model) => {
    const scenario = modelScenario(model, { ...firstShape, jobs: 3, waitMs: 120, computeMs: 20, cores: 4 }, 'x');
    expect(scenario.files[0].text).toContain('JOBS = 3\nWAIT = 0.12\nTURNS = 1333340\n');
    expect(scenario.settings.cores).toBe(4);
    expect(scenario.settings.python).toBe(model === 'free-threads' ? '3.13t' : '3.13');
  });
});

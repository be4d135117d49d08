// The timing faces may differ in time and in nothing else.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Machine } from './machine/machine.ts';
import { randomProgram } from './testing/random-program.ts';
import { faces, run } from './testing/run-assembly.ts';

describe.each(faces.filter(({ config }) => config.harts === undefined))('$face', ({ config }) => {
  test('ends in the state in which the single-cycle machine ends', () => {
    fc.assert(
      fc.property(randomProgram, (source) => {
        expect(stateOf(run(source, config))).toEqual(stateOf(run(source)));
      }),
      { numRuns: 80 },
    );
  });
});

function stateOf(machine: Machine): unknown {
  const [hart] = machine.harts;
  const area = machine.image.symbols.get('area') ?? 0;
  return {
    registers: [...(hart?.x ?? [])],
    stop: hart?.stop,
    instructions: hart?.counters.instructions,
    memory: Array.from({ length: 24 }, (_, i) => machine.peek(area + 4 * i, 4)),
  };
}

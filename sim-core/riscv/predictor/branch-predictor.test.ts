import { expect, test } from 'vitest';
import { BranchPredictor } from './branch-predictor.ts';
import type { PredictorKind } from './branch-predictor.ts';

const pc = 0x1000;

/** Right predictions over so many passes of a pattern, once the buffer knows the branch. */
function rightOf(pattern: string, { kind, initialCounter, passes, skip }: Run): number {
  const predictor = new BranchPredictor({ kind, bufferBits: 4, counterBits: 4, historyBits: 0, initialCounter });
  // Jumps never change a counter's meaning here: the buffer learns the branch from a first outcome that is then forgotten.
  predictor.learn({ pc, isJump: false, isTaken: false, target: 0x800 });
  predictor.counters.fill(initialCounter);
  let right = 0;
  const outcomes = pattern.repeat(passes + skip);
  for (const [i, outcome] of outcomes.split('').entries()) {
    const isTaken = outcome === 'T';
    if (i >= skip * pattern.length && (predictor.predict(pc) === 0x800) === isTaken) right += 1;
    predictor.learn({ pc, isJump: false, isTaken, target: 0x800 });
  }
  return right;
}

interface Run {
  readonly kind: PredictorKind;
  readonly initialCounter: number;
  readonly passes: number;
  readonly skip: number;
}

test.each([
  { pattern: 'TTTTTTTTTN', kind: '1-bit', initial: 1, percent: 80 },
  { pattern: 'TTTTTTTTTN', kind: '2-bit', initial: 1, percent: 90 },
  { pattern: 'TTTN', kind: '1-bit', initial: 0, percent: 50 },
  { pattern: 'TTTN', kind: '2-bit', initial: 1, percent: 75 },
  { pattern: 'TNTTN', kind: '1-bit', initial: 0, percent: 20 },
  { pattern: 'TNTTN', kind: '2-bit', initial: 0, percent: 60 },
  { pattern: 'TNTTN', kind: 'always', initial: 0, percent: 60 },
  { pattern: 'TNTTN', kind: 'none', initial: 0, percent: 40 },
  { pattern: 'TN', kind: '1-bit', initial: 0, percent: 0 },
  { pattern: 'TN', kind: '2-bit', initial: 0, percent: 50 },
  { pattern: 'TN', kind: '2-bit', initial: 1, percent: 0 },
  { pattern: 'TN', kind: '2-bit-hysteresis', initial: 1, percent: 50 },
  { pattern: 'TTTN', kind: 'BTFNT', initial: 0, percent: 75 },
] as const)(
  '$kind is right about $pattern in $percent % (starting with $initial)',
  ({ pattern, kind, initial, percent }) => {
    const run = { kind, initialCounter: initial, passes: 20, skip: 10 };
    expect((100 * rightOf(pattern, run)) / (20 * pattern.length)).toBe(percent);
  },
);

test('the first four of T N T T from strongly not taken: one in four', () => {
  expect(rightOf('TNTT', { kind: '2-bit', initialCounter: 0, passes: 1, skip: 0 })).toBe(1);
});

test('what is not in the buffer is predicted to fall through', () => {
  const predictor = new BranchPredictor({
    kind: 'always',
    bufferBits: 2,
    counterBits: 2,
    historyBits: 0,
    initialCounter: 0,
  });
  expect(predictor.predict(pc)).toBe(pc + 4);
  predictor.learn({ pc, isJump: false, isTaken: true, target: 0x800 });
  expect(predictor.predict(pc)).toBe(0x800);
  expect(predictor.predict(pc + 16)).toBe(pc + 20);
});

import { describe, expect, test } from 'vitest';
import { outputOf, runProgram } from './run-program.ts';

/** Virtual nanoseconds per unit of work, as a program measures them; python3.13 on the machine of decision 0003 gave the ranges. */
const measured: readonly (readonly [expression: string, units: number, least: number, most: number])[] = [
  ['sum(range(20000))', 20_000, 14, 24],
  ['list(range(20000))', 20_000, 14, 32],
  ['sorted(shuffled)', 20_000 * 15, 7, 12],
  ['sorted(ordered)', 20_000, 3, 8],
  ['-1 in ordered', 20_000, 7, 11],
  ['set(ordered)', 20_000, 25, 60],
  ['ordered[:]', 20_000, 0.6, 2],
  ['text.split()', 4000, 25, 60],
  ['text.replace("m", "nn")', 24_000, 0.2, 2],
  ['large * large', 500 ** 2, 0.2, 0.9],
  ['re.match(r"(a+)+$", "a" * 12 + "b")', 2 ** 12, 30, 90],
];

describe('long calls of C functions take the time they take', () => {
  test.each(measured)('%s', (expression, units, least, most) => {
    const trace = runProgram(`import random, re, time
ordered = list(range(20000))
shuffled = ordered[:]
random.Random(1).shuffle(shuffled)
text = 'lorem ipsum ' * 2000
large = 1 << 15000
begin = time.perf_counter_ns()
${expression}
print(time.perf_counter_ns() - begin)
`);
    const perUnitNs = Number(outputOf(trace)) / units;
    expect(perUnitNs).toBeGreaterThan(least);
    expect(perUnitNs).toBeLessThan(most);
  });
});

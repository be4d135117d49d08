/** Recorded with greenlet 2.0.2 on CPython 3.11: `python3 x.py`; each line of the file is one program and what it printed. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarioOf } from '../../../scenario/scenario.ts';
import { copyGraph } from '../../../simulation/copy-graph.ts';
import { outputOf, runProgram } from '../../../simulation/run-program.ts';
import { Simulation } from '../../../simulation/simulation.ts';
import { createPythonParser } from '../../syntax/parser.ts';

interface RecordedProgram {
  readonly name: string;
  readonly program: string;
  readonly stdout: string;
}

const programs = readFileSync(new URL('greenlet.recorded.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as RecordedProgram);

test.each(programs)('$name: prints what greenlet prints', ({ program, stdout }) => {
  expect(outputOf(runProgram(program))).toBe(stdout);
});

const parent = `from greenlet import greenlet, getcurrent
main = getcurrent()
def count(n):
    for i in range(n): main.switch(i)
    return 'end'
def nested(n):
    inner = greenlet(lambda: sum(i for i in range(n) if main.switch(i) != 'skip'))
    return inner.switch()
a, b = greenlet(count), greenlet(nested)
while a or b or not a.dead:
    print(a.switch(3), b.switch(3), a.dead, b.dead)
`;

test('a machine with suspended greenlets can be copied, and the copy goes on alike', () => {
  const original = new Simulation(scenarioOf(parent), createPythonParser());
  original.runTo(1_000_000);
  const steps = original.steps;
  const simulation = new Simulation(scenarioOf(parent), createPythonParser());
  let copies = 0;
  for (let at = 20; at < steps; at += 5) {
    simulation.runTo(at);
    const copy = copyGraph(simulation, [simulation.scenario]);
    if (copy === null) continue;
    copies += 1;
    copy.runTo(1_000_000);
    expect(copy.steps).toBe(steps);
    expect(copy.timeNs).toBe(original.timeNs);
    expect(copy.outcome).toEqual(original.outcome);
  }
  expect(copies).toBeGreaterThan(10);
}, 20_000);

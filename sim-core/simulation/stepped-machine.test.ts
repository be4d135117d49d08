import { expect, test } from 'vitest';
import { createPythonParser } from '../python/syntax/parser.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import { formatSchedule, runsOfChoices } from '../trace/schedule.ts';
import { outputOf } from './run-program.ts';
import { Simulation } from './simulation.ts';
import { SteppedMachine } from './stepped-machine.ts';

const parser = createPythonParser();

function program(work: string, ending = ''): string {
  return `import threading
x = 0
A = threading.Lock()
B = threading.Lock()
${work}
threads = [threading.Thread(target=work, args=args) for args in ((A, B), (B, A))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
${ending}`;
}

/** Both threads stand before their first visible operation; the main thread waits for them. */
function begun(text: string): SteppedMachine {
  const machine = SteppedMachine.start({ ...scenarioOf(text), schedule: 's1 bytecode 0:*' }, parser);
  for (const thread of [1, 2]) machine.goToVisible(thread);
  return machine;
}

/** Every interleaving of visible operations to its end, in plain depth-first order. */
function interleavings(machine: SteppedMachine): SteppedMachine[] {
  const ready = machine
    .candidates()
    .filter(({ thread, hindrance, wouldBlock }) => thread > 0 && hindrance === null && !wouldBlock);
  if (machine.outcome !== null || ready.length === 0) return [machine];
  return ready.flatMap(({ thread }) => {
    const twin = machine.copy() as SteppedMachine;
    twin.choose(thread);
    twin.goToVisible(thread);
    return interleavings(twin);
  });
}

function printedBy(text: string, machine: SteppedMachine): string {
  const schedule = formatSchedule({ granularity: 'bytecode', runs: runsOfChoices(machine.choices) });
  const replay = new Simulation({ ...scenarioOf(text), schedule }, parser);
  replay.runTo(10_000_000);
  return outputOf(replay.trace()).trim();
}

test('a counter of two threads: 6 interleavings of visible operations, 4 of them lose an update', () => {
  const text = program('def work(*_):\n    global x\n    v = x\n    x = v + 1', 'print(x)');
  const printed = interleavings(begun(text)).map((machine) => printedBy(text, machine));
  expect(printed.toSorted().join(' ')).toBe('1 1 1 1 2 2');
}, 60_000);

test('two locks the other way round: 6 interleavings, 2 of them into the deadlock', () => {
  const text = program('def work(first, second):\n    with first:\n        with second:\n            pass');
  const ends = interleavings(begun(text));
  expect(
    ends
      .map(({ outcome }) => outcome?.kind ?? 'stuck')
      .toSorted()
      .join(' '),
  ).toBe('exited exited exited exited stuck stuck');
}, 60_000);

test('a copy goes its own way and leaves the original where it was', () => {
  const text = program('def work(*_):\n    global x\n    v = x\n    x = v + 1');
  const machine = begun(text);
  const before = JSON.stringify(machine.candidates());
  const twin = machine.copy() as SteppedMachine;
  twin.choose(1);
  expect(machine.choices.length).toBeLessThan(twin.choices.length);
  expect(JSON.stringify(machine.candidates())).toBe(before);
  expect(machine.candidates()[1]?.next).toMatchObject({ kind: 'read', name: 'x' });
});

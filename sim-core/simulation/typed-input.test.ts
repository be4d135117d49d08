import { expect, test } from 'vitest';
import { createPythonParser } from '../python/syntax/parser.ts';
import { type Scenario, scenarioOf, type TypedInput } from '../scenario/scenario.ts';
import { eventKinds } from '../trace/event-kind.ts';
import type { Trace } from '../trace/trace.ts';
import { Session } from './session.ts';

const parser = createPythonParser();

function runTyped(text: string, typed: readonly TypedInput[], keyboard: Scenario['keyboard'] = 'open'): Trace {
  const session = new Session({ ...scenarioOf(text), typed, keyboard }, parser);
  while (!session.advance(50_000));
  return session.trace();
}

function printed(trace: Trace): string {
  return trace.output.map(({ text }) => text).join('');
}

const greeting = `name = input('name? ')
print('hello', name)
age = int(input('age? '))
print(age + 1)
`;

test('a program that waits for what nobody has typed stops there and says so', () => {
  const trace = runTyped(greeting, []);
  expect(trace.outcome).toEqual({ kind: 'limit', limit: 'input' });
  expect(printed(trace)).toBe('name? ');
});

test('with more typed the run is the same until then, and goes on', () => {
  const before = runTyped(greeting, []);
  const after = runTyped(greeting, [{ afterSeconds: 2, text: 'Ann\n' }]);
  expect(after.outcome).toEqual({ kind: 'limit', limit: 'input' });
  expect(printed(after)).toBe('name? hello Ann\nage? ');
  expect(after.timeNs.slice(0, before.length)).toEqual(before.timeNs.slice(0, before.length));
  const read = after.kind.indexOf(eventKinds.input);
  expect(after.timeNs[read]).toBeGreaterThanOrEqual(2e9);
  const whole = runTyped(greeting, [
    { afterSeconds: 2, text: 'Ann\n' },
    { afterSeconds: 0.5, text: '41\n' },
  ]);
  expect(whole.outcome).toEqual({ kind: 'exited', status: 0 });
  expect(printed(whole)).toBe('name? hello Ann\nage? 42\n');
});

test('the end of file ends it as it does in a terminal', () => {
  const trace = runTyped(greeting, [{ afterSeconds: 0, text: null }]);
  expect(trace.outcome).toEqual({ kind: 'exited', status: 1 });
  expect(printed(trace)).toContain('EOFError: EOF when reading a line');
});

test('a keyboard that ends gives the end of file after its last entry', () => {
  expect(runTyped(greeting, [], 'ends').outcome).toEqual({ kind: 'exited', status: 1 });
});

test('other threads go on while one waits for input', () => {
  const trace = runTyped(
    `import threading, time
def tick():
    for n in range(3):
        time.sleep(0.1)
        print('tick', n)
threading.Thread(target=tick).start()
input()
`,
    [],
  );
  expect(printed(trace)).toBe('tick 0\ntick 1\ntick 2\n');
  expect(trace.outcome).toEqual({ kind: 'limit', limit: 'input' });
});

/** Recorded with gevent 22.10.2 on CPython 3.11: each line of the file is one program and what it printed. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { scenarioOf } from '../../../scenario/scenario.ts';
import { copyGraph } from '../../../simulation/copy-graph.ts';
import { outputOf, runProgram } from '../../../simulation/run-program.ts';
import { Session } from '../../../simulation/session.ts';
import { Simulation } from '../../../simulation/simulation.ts';
import { eventKinds, loopPhases, taskStates } from '../../../trace/event-kind.ts';
import { createPythonParser } from '../../syntax/parser.ts';

interface RecordedProgram {
  readonly name: string;
  readonly program: string;
  readonly stdout: string;
}

const programs = readFileSync(new URL('gevent.recorded.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as RecordedProgram);

test.each(programs)(
  '$name: prints what gevent prints',
  ({ program, stdout }) => {
    expect(outputOf(runProgram(program))).toBe(stdout);
  },
  90_000,
);

function errorsOf(program: string): string {
  return runProgram(program)
    .output.filter((piece) => piece.stream === 'stderr')
    .map((piece) => piece.text)
    .join('')
    .replaceAll(/0x[0-9a-f]+/g, '0x…');
}

test('an exception that leaves a greenlet is reported as gevent reports it', () => {
  const program = `import gevent
def bad():
    raise ValueError('boom')
gevent.spawn(bad).join()
gevent.get_hub().loop.run_callback(bad)
gevent.sleep(0)
print('goes on')
`;
  expect(errorsOf(program)).toBe(`Traceback (most recent call last):
  File "src/gevent/greenlet.py", line 908, in gevent._gevent_cgreenlet.Greenlet.run
  File "/home/student/main.py", line 3, in bad
    raise ValueError('boom')
ValueError: boom
2024-01-01T00:00:00Z <Greenlet at 0x…: bad> failed with ValueError

Traceback (most recent call last):
  File "/home/student/main.py", line 3, in bad
    raise ValueError('boom')
ValueError: boom
2024-01-01T00:00:00Z <callback at 0x… args=()> failed with ValueError

`);
});

test('a greenlet that waits for what nobody can give ends in LoopExit', () => {
  const text = errorsOf(`import gevent.event
gevent.event.Event().wait()
`);
  expect(text.split('\n').slice(-5)).toEqual([
    'gevent.exceptions.LoopExit: This operation would block forever',
    "\tHub: <Hub '' at 0x… epoll default pending=0 ref=-1 thread_ident=0x…>",
    '\tHandles:',
    '[]',
    '',
  ]);
});

const waiting = `import gevent
from gevent.queue import Queue
q = Queue(2)
def produce():
    for i in range(6):
        q.put(i)
        gevent.sleep(0.001)
def consume():
    total = 0
    for _ in range(6):
        total += q.get()
    return total
a = gevent.spawn(produce)
b = gevent.spawn(consume)
gevent.joinall([a, b])
print(b.value)
`;

test('a machine with a hub can be copied while its greenlets wait', () => {
  const original = new Simulation(scenarioOf(waiting), createPythonParser());
  original.runTo(5_000_000);
  const { steps } = original;
  const simulation = new Simulation(scenarioOf(waiting), createPythonParser());
  let copies = 0;
  for (let at = steps - 2500; at < steps; at += 250) {
    simulation.runTo(at);
    const copy = copyGraph(simulation, [simulation.scenario]);
    if (copy === null) continue;
    copies += 1;
    copy.runTo(5_000_000);
    expect([copy.steps, copy.timeNs, copy.outcome]).toEqual([steps, original.timeNs, original.outcome]);
  }
  expect(copies).toBeGreaterThan(2);
}, 20_000);

test('the trace knows greenlets as tasks: who made them, what they wait for, how they end', () => {
  const trace = runProgram(`import gevent
def child(n):
    gevent.sleep(0.01)
    return n
def bad():
    raise ValueError
a = gevent.spawn(child, 1)
b = gevent.spawn(bad)
c = gevent.spawn(gevent.sleep, 5)
gevent.joinall([a, b])
c.kill()
`);
  expect(trace.tasks.map(({ name, functionName, parent }) => [name, functionName, parent])).toEqual([
    ['main', '', -1],
    ['Greenlet-0', 'child', 0],
    ['Greenlet-1', 'bad', 0],
    ['Greenlet-2', 'sleep', 0],
  ]);
  const states = trace.tasks.map(() => [] as string[]);
  const names = Object.keys(taskStates);
  for (let i = 0; i < trace.length; i += 1) {
    const task = trace.a[i] as number;
    if (trace.kind[i] === eventKinds.taskState) states[task]?.push(names[trace.b[i] as number] as string);
    if (trace.kind[i] === eventKinds.taskAwaits) states[task]?.push(trace.strings[trace.b[i] as number] as string);
  }
  expect(states[1]).toEqual(['ready', 'running', 'sleep(0.01)', 'suspended', 'running', 'finished']);
  expect(states[2]).toEqual(['ready', 'running', 'failed']);
  expect(states[3]?.at(-1)).toBe('cancelled');
  expect(states[0]).toContain('gevent.joinall([a, b])');
});

test('a moment shows each greenlet with its own call stack, and what the hub will do', () => {
  const text = `import gevent
def sleeper(n):
    gevent.sleep(n)
def worker(n):
    sleeper(n)
a = gevent.spawn(worker, 0.02)
b = gevent.spawn(worker, 0.01)
a.name = 'slow'
gevent.sleep(0.001)
gevent.spawn(print, 'later')
print('here')
gevent.joinall([a, b])
`;
  const session = new Session(scenarioOf(text), createPythonParser());
  while (!session.advance(1_000_000));
  const trace = session.trace();
  const printed = trace.kind.indexOf(eventKinds.output);
  const moment = session.momentAtStep(trace.step[printed] as number);
  const slow = moment.tasks.find(({ name }) => name === 'slow');
  expect(slow).toMatchObject({
    kind: 'greenlet',
    functionName: 'worker',
    state: taskStates.suspended,
    awaits: 'sleep(n)',
  });
  expect(
    slow?.frames.filter(({ isLibrary }) => !isLibrary).map(({ functionName, line }) => [functionName, line]),
  ).toEqual([
    ['sleeper', 3],
    ['worker', 5],
  ]);
  const [loop] = moment.loops;
  expect(loop?.timers.map(({ text: what }) => what)).toEqual(['Greenlet-1.switch()', 'slow.switch()']);
  expect(loop?.ready.map(({ text: what }) => what)).toEqual(['Greenlet-2.switch()']);
  expect(loop?.timers[0]?.dueNs).toBeGreaterThan(10_000_000);
});

test('a moment shows which sockets the hub watches', () => {
  const text = `import gevent
from gevent import socket
listener = socket.create_server(('127.0.0.1', 4321))
gevent.spawn_later(0.01, socket.create_connection, ('127.0.0.1', 4321))
print(listener.accept()[1][0])
`;
  const session = new Session(scenarioOf(text), createPythonParser());
  while (!session.advance(1_000_000));
  const trace = session.trace();
  const waits = trace.kind.findIndex(
    (kind, event) => kind === eventKinds.loopPhase && trace.a[event] === loopPhases.select,
  );
  const [loop] = session.momentAtStep((trace.step[waits] as number) + 1).loops;
  expect(loop?.sockets).toEqual([
    { fileDescriptor: 3, text: 'server 127.0.0.1:4321', forReading: true, forWriting: false },
  ]);
}, 20_000);

test('another machine is named as what is needed', () => {
  const program = `from gevent import socket
socket.create_connection(('www.example.org', 80))
`;
  expect(runProgram(program).outcome).toMatchObject({
    kind: 'unsupported',
    feature: 'needs-network: www.example.org is another machine; only sockets within this one (127.0.0.1)',
  });
});

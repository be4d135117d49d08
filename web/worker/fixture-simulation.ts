/** The door's interface on the toy machine: lets the page be built and tested before the simulation stands. */
import type { Scenario } from '../../sim-core/scenario/scenario.ts';
import type { Moment, ThreadMoment, Variable } from '../../sim-core/trace/moment.ts';
import type { Outcome } from '../../sim-core/trace/outcome.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import type { Place, SimulationApi } from './api.ts';
import { FixtureMachine, type FixtureThread } from './fixture-machine.ts';
import { crosswise, lostUpdate, type FixtureProgram } from './fixture-program.ts';

const maxSteps = 20_000;
const ordinary = { process: 0, isInternal: false, place: null, guard: null, limit: null } as const;
const empty = { place: null, guard: null, limit: null, value: null, contents: null } as const;

export function createFixtureSimulation(): SimulationApi {
  let program = lostUpdate;
  const steps = (): number => runTo(program, maxSteps).step;
  return {
    check: async () => ({ diagnostics: [], switchLines: [], awaitLines: [] }),
    findHit: async () => null,
    findPlaces: async (places) => places.map(() => null),
    run: async (scenario: Scenario) => {
      program = /knife/.test(scenario.files[0].text) ? crosswise : lostUpdate;
      return fixtureTrace(program);
    },
    stop: async () => undefined,
    continueRun: async () => fixtureTrace(program),
    runStepped: async () => Promise.reject(new Error('the toy machine has no stepped runs')),
    continueStepped: async () => Promise.reject(new Error('the toy machine has no stepped runs')),
    choose: async () => Promise.reject(new Error('the toy machine has no stepped runs')),
    momentAt: async (place: Place) =>
      momentOf(runTo(program, 'step' in place ? place.step : stepAt(program, place.timeNs))),
    momentNear: async (fromStep, unit, direction) => {
      const reach = unit === 'bytecode' ? 1 : unit === 'line' ? 4 : 17;
      return momentOf(runTo(program, Math.max(0, Math.min(steps(), fromStep + reach * direction))));
    },
    bytecodeOf: async (code) => {
      const thread = program.threads[code];
      return {
        functionName: thread?.functionName ?? '',
        fileName: 'main.py',
        rows: (thread?.ops ?? []).map((op, index) => ({
          instruction: index,
          offset: index * 2,
          line: op.line,
          opcodeName: op.opcode,
          argument: 0,
          argumentText: op.argument,
          isJumpTarget: index === 1,
          canSwitchAfter: op.canSwitch,
        })),
      };
    },
    executedBetween: async () => null,
    locksets: async () => null,
    sharedObjects: async () => [],
  };
}

function fixtureTrace(program: FixtureProgram): Trace {
  const machine = runTo(program, maxSteps);
  const column = (pick: (event: (typeof machine.events)[number]) => number): number[] =>
    machine.events.map((event) => pick(event));
  return {
    length: machine.events.length,
    timeNs: Float64Array.from(column((event) => event.timeNs)),
    step: Float64Array.from(column((event) => event.step)),
    kind: Uint8Array.from(column((event) => event.kind)),
    thread: Int32Array.from(column((event) => event.thread)),
    a: Int32Array.from(column((event) => event.a)),
    b: Int32Array.from(column((event) => event.b)),
    strings: ['main', ...program.threads.map((thread) => thread.name)],
    resources: [
      { kind: 'gil', name: 'GIL', ...ordinary },
      ...program.locks.map((name) => ({ kind: 'lock', name, ...ordinary }) as const),
    ],
    tasks: [],
    taskSwitches: [],
    output: machine.output.map((piece) => ({ stream: 'stdout', ...piece })),
    steps: machine.step,
    endNs: machine.timeNs,
    cores: 2,
    outcome: outcomeOf(machine),
    hash: 'f1f7ure000000000',
  };
}

function outcomeOf(machine: FixtureMachine): Outcome {
  const stuck = machine.threads.filter((thread) => thread.waitsFor !== null && thread.waitsFor < 100);
  if (stuck.length === 0) return { kind: 'exited', status: 0 };
  const nameOf = (thread: number): string => machine.program.threads[thread]?.name ?? '';
  return {
    kind: 'deadlock',
    cycle: stuck.map((thread) => thread.id),
    waits: stuck.map((thread) => {
      const resource = thread.waitsFor ?? 0;
      const owner = machine.owners.get(resource) ?? 0;
      return {
        thread: thread.id,
        threadName: nameOf(thread.id),
        resource,
        resourceName: machine.program.locks[resource - 1] ?? '',
        heldBy: [owner],
        heldByNames: [nameOf(owner)],
        fileName: 'main.py',
        line: 12,
        holds: machine.program.locks.filter((_, index) => machine.owners.get(index + 1) === thread.id),
      };
    }),
  };
}

function runTo(program: FixtureProgram, step: number): FixtureMachine {
  const machine = new FixtureMachine(program, 16);
  while (machine.step < step && machine.advance());
  return machine;
}

function stepAt(program: FixtureProgram, timeNs: number): number {
  const machine = new FixtureMachine(program, 16);
  while (machine.timeNs < timeNs && machine.advance());
  return machine.step;
}

function momentOf(machine: FixtureMachine): Moment {
  const { last } = machine;
  return {
    step: machine.step,
    timeNs: machine.timeNs,
    eventCount: machine.events.length,
    nextThread: machine.current,
    justDone: last && {
      thread: last.thread,
      threadName: machine.program.threads[last.thread]?.name ?? '',
      fileName: 'main.py',
      line: last.op.line,
      opcodeName: last.op.opcode,
      argumentText: last.op.argument,
      functionName: machine.program.threads[last.thread]?.functionName ?? '',
      isLibrary: false,
      canSwitchAfter: last.op.canSwitch,
      events: machine.events.slice(last.firstEvent).map(({ kind, thread, a, b }) => ({ kind, thread, a, b })),
    },
    processes: [{ id: 0, name: 'main', exitStatus: null, globals: variablesOf(machine.globals, machine.changed) }],
    threads: machine.threads.filter((thread) => thread.isStarted).map((thread) => threadMomentOf(machine, thread)),
    resources: [
      {
        index: 0,
        kind: 'gil',
        name: 'GIL',
        isInternal: false,
        owners: machine.current === null ? [] : [machine.current],
        waiters: machine.threads.filter((thread) => thread.state === 3 && thread.isStarted).map((thread) => thread.id),
        ...empty,
      },
      ...machine.program.locks.map((name, index) => ({
        index: index + 1,
        kind: 'lock' as const,
        name,
        isInternal: false,
        owners: [machine.owners.get(index + 1)].filter((owner) => owner !== undefined),
        waiters: machine.waiters.get(index + 1) ?? [],
        ...empty,
      })),
    ],
    tasks: [],
    loops: [],
  };
}

function threadMomentOf(machine: FixtureMachine, thread: FixtureThread): ThreadMoment {
  const isRunning = thread.state === 0;
  return {
    id: thread.id,
    process: 0,
    name: machine.program.threads[thread.id]?.name ?? '',
    isDaemon: false,
    state: thread.state,
    core: isRunning ? thread.id % 2 : null,
    hasGil: machine.current === thread.id,
    waitsFor: waitOf(thread),
    holds: [...machine.owners].filter(([, owner]) => owner === thread.id).map(([resource]) => resource),
    frames: thread.state === 7 ? [] : [frameOf(machine, thread)],
  };
}

function waitOf(thread: FixtureThread): ThreadMoment['waitsFor'] {
  if (thread.waitsFor === null && thread.untilNs === null) return null;
  const resource = thread.waitsFor !== null && thread.waitsFor < 100 ? thread.waitsFor : null;
  return { resource, call: null, untilNs: thread.untilNs };
}

function frameOf(machine: FixtureMachine, thread: FixtureThread): ThreadMoment['frames'][number] {
  const script = machine.program.threads[thread.id];
  const next = Math.min(thread.pc, (script?.ops.length ?? 1) - 1);
  const changed = machine.last?.thread === thread.id ? machine.changed : '';
  return {
    functionName: script?.functionName ?? '',
    fileName: 'main.py',
    line: script?.ops[next]?.line ?? 1,
    isLibrary: false,
    locals: variablesOf(thread.locals, changed),
    code: thread.id,
    instruction: next,
  };
}

function variablesOf(values: Readonly<Record<string, number>>, changed: string): Variable[] {
  return Object.entries(values).map(([name, value]) => ({
    name,
    type: 'int',
    text: String(value),
    hasChanged: name === changed,
    role: 'value',
    identity: null,
  }));
}

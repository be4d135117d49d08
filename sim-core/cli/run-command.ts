/** `lockstep run`: runs a program and shows what a reader at a terminal would see; messages of our own come after it on stderr. */
import { appendFileSync, fstatSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import type { Outcome } from '../trace/outcome.ts';
import type { Trace } from '../trace/trace.ts';
import { eventKinds } from '../trace/event-kind.ts';
import { engineVersion } from '../scenario/engine-version.ts';
import { encodeLink } from '../scenario/link.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { createPythonParser } from '../python/syntax/parser.ts';
import { Simulation } from '../simulation/simulation.ts';
import { deadlockText } from './deadlock-text.ts';
import { conflictText } from './conflict-text.ts';
import { scheduleMistakeText } from '../trace/schedule.ts';
import { one, parseOptions } from './options.ts';
import { scenarioFrom, scenarioOptions } from './scenario-options.ts';
import { chromeTraceParts } from '../trace/chrome-trace.ts';

export function runCommand(args: readonly string[]): number {
  const options = parseOptions(args, scenarioOptions);
  const scenario = scenarioFrom(options, pipedInput);
  const { simulation, trace } = simulate(scenario);
  print(trace);
  const message = messageOf(trace.outcome, scenario.settings.maxSteps);
  if (message !== '') writeAll(2, message);
  const stats = one(options, 'stats');
  if (stats !== null) writeFileSync(stats, `${JSON.stringify(statisticsOf(trace, simulation), null, 1)}\n`);
  const traceFile = one(options, 'trace');
  if (traceFile !== null) {
    writeFileSync(traceFile, '');
    for (const part of chromeTraceParts(trace)) appendFileSync(traceFile, part);
  }
  return exitCodeOf(trace.outcome);
}

/** A mistake of ours ends in a message with a link that reproduces it. */
function simulate(scenario: Scenario): { readonly simulation: Simulation; readonly trace: Trace } {
  try {
    const simulation = new Simulation(scenario, createPythonParser());
    simulation.runTo(scenario.settings.maxSteps);
    return { simulation, trace: simulation.trace() };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    throw new Error(
      `${text}\nto reproduce it: npx lockstep open '#${encodeLink({ engine: engineVersion, scenario, view: {} })}'`,
      { cause: error },
    );
  }
}

function print(trace: Trace): void {
  let out = '';
  let error = '';
  for (const piece of trace.output) {
    if (piece.stream === 'stdout') out += piece.text;
    else error += piece.text;
  }
  writeAll(1, out);
  writeAll(2, error);
}

/** Writes everything even into a full pipe. */
function writeAll(descriptor: number, text: string): void {
  let rest = Buffer.from(text, 'utf8');
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

/** Our own standard input where it is piped or a file; nothing at a terminal. */
function pipedInput(): string {
  try {
    const status = fstatSync(0);
    return status.isFIFO() || status.isFile() ? readFileSync(0, 'utf8') : '';
  } catch {
    return '';
  }
}

function exitCodeOf(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'exited':
      // Ended by a signal: what a shell shows.
      return outcome.status < 0 ? 128 - outcome.status : outcome.status;
    case 'deadlock':
      return 70;
    case 'limit':
    case 'stopped':
      return 71;
    case 'unsupported':
      return 72;
    case 'syntax-error':
      return 1;
    case 'schedule-conflict':
    case 'bad-schedule':
      return 64;
    case 'bug':
      return 73;
  }
}

function messageOf(outcome: Outcome, maxSteps: number): string {
  switch (outcome.kind) {
    case 'exited':
    case 'stopped':
    case 'syntax-error':
      return '';
    case 'deadlock':
      return deadlockText(outcome);
    case 'limit':
      if (outcome.limit === 'input') return 'lockstep: the program waits for input that nobody has typed (--keys)\n';
      return outcome.limit === 'time'
        ? 'lockstep: stopped at the virtual time of --until\n'
        : `lockstep: stopped after ${maxSteps} bytecodes (--max-steps allows more)\n`;
    case 'unsupported':
      return `lockstep: ${outcome.fileName}:${outcome.line}: not simulated: ${outcome.feature}\n`;
    case 'schedule-conflict':
      return conflictText(outcome.conflict);
    case 'bad-schedule':
      return `lockstep: --schedule: ${scheduleMistakeText(outcome.mistake)}\n`;
    case 'bug':
      return `lockstep: a bug of ours: ${outcome.message}\n`;
  }
}

function statisticsOf(trace: Trace, simulation: Simulation): object {
  let gilSwitches = 0;
  for (const interpreter of simulation.machine.interpreters) gilSwitches += interpreter.gil?.switchNumber ?? 0;
  let threads = 0;
  let processes = 0;
  for (let i = 0; i < trace.length; i += 1) {
    if (trace.kind[i] === eventKinds.threadCreated) threads += 1;
    if (trace.kind[i] === eventKinds.processCreated) processes += 1;
  }
  return {
    steps: trace.steps,
    virtualNs: trace.endNs,
    threads,
    processes,
    gilSwitches,
    contextSwitches: simulation.kernel.contextSwitches,
    outcome: trace.outcome.kind,
    traceHash: trace.hash,
    ...(simulation.stepped === null
      ? {}
      : {
          choices: simulation.scheduleChooser?.made.length,
          switches: simulation.stepped.switches,
          preemptions: simulation.stepped.preemptions,
        }),
  };
}

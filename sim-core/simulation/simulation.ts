/**
 * A scenario on the machine: built, run to its outcome or a limit, gone on with. A pure function of the scenario; everything else
 * (seeking, moments) is done by building it again.
 */
import { SeededRandom } from '../base/seeded-random.ts';
import { SeededChooser } from '../engine/chooser.ts';
import { ScheduleChooser } from '../engine/schedule-chooser.ts';
import { Kernel } from '../kernel/kernel.ts';
import type { DispatcherOptions } from '../kernel/dispatcher.ts';
import type { Pause } from '../kernel/kernel.ts';
import { SteppedKernel } from '../kernel/stepped-kernel.ts';
import { policyTable } from '../kernel/policies/policy-table.ts';
import type { PythonParser } from '../python/syntax/parser.ts';
import { Interpreter } from '../python/vm/interpreter.ts';
import { MainEntry } from '../python/vm/main-entry.ts';
import { Machine } from '../python/vm/machine.ts';
import type { StandardInput } from '../python/vm/machine.ts';
import { PyThread } from '../python/vm/py-thread.ts';
import { versionProfiles } from '../python/vm/version-profile.ts';
import type { GilKind } from '../python/vm/version-profile.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Nanoseconds } from '../base/units.ts';
import type { Outcome } from '../trace/outcome.ts';
import { parseSchedule } from '../trace/schedule.ts';
import type { Granularity } from '../trace/schedule.ts';
import type { Trace } from '../trace/trace.ts';
import { TraceRecorder } from '../trace/trace-recorder.ts';
import { assert } from '../base/assert.ts';
import { deadlockOf } from './deadlock.ts';
import { conflictOf } from './candidates.ts';
import { nameResources } from './resource-names.ts';

/** How far one core may run ahead of another. Free-threaded cores look at the same objects; 2.7's threads race for the GIL. */
const lookaheadNs: Readonly<Record<GilKind, number>> = { none: 40, new: 0, old: 0 };

/** For a stepped run that is steered while it goes on. */
export interface Steering {
  /** The choices made so far, one thread each; it grows, and other machines may share it. */
  readonly made: number[];
  readonly atEnd: 'default' | 'pause';
}

export const defaultGranularity: Granularity = 'switch';

export class Simulation {
  readonly scenario: Scenario;
  readonly kernel: Kernel;
  /** Null in a timed run. */
  readonly stepped: SteppedKernel | null;
  readonly scheduleChooser: ScheduleChooser | null;
  readonly machine: Machine;
  readonly recorder = new TraceRecorder();
  /** Null while it can go on. */
  outcome: Outcome | null = null;

  constructor(scenario: Scenario, parser: PythonParser, steering: Steering | null = null) {
    const { settings } = scenario;
    const profile = versionProfiles[settings.python];
    const policy = policyTable.get(settings.policy)?.();
    assert(profile !== undefined, `Python ${settings.python} is not known`);
    assert(policy !== undefined, `the scheduling policy ${settings.policy} is not known`);
    this.scenario = scenario;
    const machine: Omit<DispatcherOptions, 'chooser'> = {
      cores: settings.cores,
      policy,
      quantumNs: Math.round(settings.quantumMs * 1e6),
      recorder: this.recorder,
      lookaheadNs: lookaheadNs[profile.gil],
    };
    const parsed = scenario.schedule === null ? null : parseSchedule(scenario.schedule);
    this.scheduleChooser =
      parsed === null
        ? null
        : new ScheduleChooser({
            script: parsed.schedule.runs,
            made: steering?.made ?? [],
            atEnd: steering?.atEnd ?? 'default',
          });
    this.stepped =
      this.scheduleChooser === null ? null : new SteppedKernel({ ...machine, chooser: this.scheduleChooser });
    this.kernel =
      this.stepped ?? new Kernel({ ...machine, chooser: new SeededChooser(new SeededRandom(settings.seed)) });
    if (parsed !== null && parsed.mistake !== null) this.outcome = { kind: 'bad-schedule', mistake: parsed.mistake };
    this.machine = new Machine({
      kernel: this.kernel,
      parser,
      profile,
      files: scenario.files,
      arguments: scenario.arguments,
      input: inputOf(scenario),
      switchIntervalNs: Math.max(1000, Math.round(settings.switchIntervalMs * 1e6)),
      seed: settings.seed,
      maxSteps: settings.maxSteps,
      cores: settings.cores,
      granularity: parsed === null ? null : (parsed.schedule.granularity ?? defaultGranularity),
    });
    this.startMain();
  }

  get steps(): number {
    return this.kernel.steps;
  }

  get timeNs(): number {
    return this.kernel.now;
  }

  /** Goes on until `steps` bytecodes have been executed in all, the run is over (then `outcome` is set), or a choice is open. */
  runTo(steps: number): void {
    while (this.outcome === null && this.kernel.steps < steps) if (this.goOn(steps) === 'choice') return;
  }

  /** Stepped: whoever is chosen does what comes before its next bytecode. */
  settle(): void {
    if (this.outcome === null) this.goOn(this.kernel.steps);
  }

  /** … but no further than a time, which may lie before the next bytecode. Not to be gone on with afterwards. */
  runUntil(steps: number, timeNs: Nanoseconds): void {
    this.machine.stopAtStep = steps;
    this.kernel.advance(timeNs);
  }

  private goOn(steps: number): Pause {
    const { machine, kernel } = this;
    const { untilSeconds } = this.scenario.settings;
    machine.stopAtStep = Math.min(steps, machine.maxSteps);
    const pause = kernel.advance(untilSeconds === null ? Number.POSITIVE_INFINITY : untilSeconds * 1e9);
    const conflict = pause === 'choice' ? conflictOf(this) : null;
    if (conflict !== null) this.outcome = { kind: 'schedule-conflict', conflict };
    else if (machine.outcome !== null) this.outcome = machine.outcome;
    else if (pause === 'idle') this.outcome = this.endOf();
    else if (pause === 'time') this.outcome = { kind: 'limit', limit: 'time' };
    else if (kernel.steps >= machine.maxSteps) this.outcome = { kind: 'limit', limit: 'steps' };
    return pause;
  }

  /** Goes up to the first bytecode. */
  prepare(): void {
    if (this.kernel.steps > 0 || this.outcome !== null || this.kernel.halted !== null) return;
    this.machine.stopAtStep = 0;
    this.kernel.advance(Number.POSITIVE_INFINITY);
  }

  /** Allows further steps after a limit. */
  allow(moreSteps: number): void {
    this.machine.maxSteps = this.kernel.steps + moreSteps;
    if (this.outcome?.kind === 'limit' || this.outcome?.kind === 'stopped') this.outcome = null;
  }

  /** The person ends it here. */
  stop(): void {
    this.outcome ??= { kind: 'stopped' };
  }

  trace(): Trace {
    nameResources(this.machine);
    return this.recorder.finish({
      steps: this.kernel.steps,
      endNs: this.kernel.now,
      cores: this.kernel.cores.length,
      outcome: this.outcome ?? { kind: 'stopped' },
    });
  }

  private startMain(): void {
    const process = this.kernel.createProcess('python', null);
    const interpreter = new Interpreter(this.machine, process);
    const main = new PyThread(interpreter, new MainEntry());
    main.kernelThread = this.kernel.spawn(process, main, 'MainThread', 0);
  }

  private endOf(): Outcome {
    const main = this.machine.interpreters[0];
    const status = main?.process.exitStatus ?? null;
    if (status !== null) return { kind: 'exited', status };
    nameResources(this.machine);
    if (this.machine.interpreters.some(({ stdin }) => stdin.readers.waiters.length > 0)) {
      return { kind: 'limit', limit: 'input' };
    }
    return deadlockOf(this.machine);
  }
}

function inputOf(scenario: Scenario): StandardInput {
  if (scenario.stdin !== null) return { kind: 'text', text: scenario.stdin };
  return { kind: 'typed', entries: scenario.typed, isOpen: scenario.keyboard === 'open' };
}

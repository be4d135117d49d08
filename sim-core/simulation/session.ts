/**
 * A run that can be walked through: it is made once, in slices, and every moment of it is found again by going on from a checkpoint.
 * Checkpoints are copies of the whole machine, taken on the way; so a seek costs at most the distance between two of them.
 */
import { opcodeNames } from '../python/compiler/opcodes.ts';
import type { PythonParser } from '../python/syntax/parser.ts';
import { PyFrame } from '../python/vm/frame.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { HitSearch } from '../trace/breakpoint.ts';
import type { BytecodeListing, ExecutedWindow, Moment, StepFact } from '../trace/moment.ts';
import type { LocksetReport } from '../trace/lockset.ts';
import type { SharedObject } from '../trace/shared-object.ts';
import type { Trace } from '../trace/trace.ts';
import { argumentText } from './argument-text.ts';
import { bytecodeListing } from './bytecode-listing.ts';
import { Checkpoints } from './checkpoints.ts';
import { findEach, findHit } from './find-hit.ts';
import { buildMoment, nextThread, variableTexts } from './moment-builder.ts';
import { LocksetObserver } from './lockset/lockset-observer.ts';
import { sharedObjects } from './shared-objects.ts';
import { Simulation } from './simulation.ts';
import type { Steering } from './simulation.ts';

const lockSliceSteps = 20_000;

export class Session {
  readonly scenario: Scenario;
  private readonly parser: PythonParser;
  readonly run: Simulation;
  private readonly steering: Steering | null;
  private viewer: Simulation;
  private readonly checkpoints: Checkpoints;
  private finished: Trace | null = null;

  constructor(scenario: Scenario, parser: PythonParser, steering: Steering | null = null) {
    this.scenario = scenario;
    this.parser = parser;
    this.steering = steering;
    this.run = new Simulation(scenario, parser, steering);
    this.checkpoints = new Checkpoints([parser, scenario]);
    this.viewer = this.fresh();
  }

  get steps(): number {
    return this.run.steps;
  }

  get timeNs(): number {
    return this.run.timeNs;
  }

  get outputPieces(): number {
    return this.run.recorder.outputCount;
  }

  /** Runs about so many bytecodes more; true when the run is over. */
  advance(sliceSteps: number): boolean {
    this.finished = null;
    const target = this.run.steps + sliceSteps;
    while (this.run.outcome === null && this.run.steps < target) {
      this.run.runTo(Math.min(target, this.checkpoints.nextSteps));
      if (this.run.steps >= this.checkpoints.nextSteps && this.run.outcome === null) this.checkpoints.take(this.run);
    }
    return this.run.outcome !== null;
  }

  stop(): void {
    this.run.stop();
  }

  /** Goes on after a limit or a stop. */
  allow(moreSteps: number): void {
    this.run.allow(moreSteps);
    this.finished = null;
    this.viewer = this.fresh();
  }

  /** The run itself has gone on. */
  runHasChanged(): void {
    this.finished = null;
  }

  trace(): Trace {
    this.finished ??= this.run.trace();
    return this.finished;
  }

  /** The state before bytecode number `step`, or the end if there are fewer. */
  momentAtStep(step: number): Moment {
    const wanted = Math.max(0, Math.min(Math.floor(step), this.run.steps));
    if (wanted === 0) {
      this.seek(0);
      return this.moment(null, null);
    }
    this.seek(wanted - 1);
    const before = variableTexts(this.viewer);
    const { fact } = this.stepOnce();
    return this.moment(fact, before);
  }

  /** Also between two bytecodes, where threads sleep, wait and are woken: then nobody's bytecode comes next. */
  momentAtTime(timeNs: number): Moment {
    const step = this.stepAtTime(timeNs);
    const next = this.momentAtStep(step);
    if (next.timeNs <= timeNs) return next;
    const machine = this.machineAt(Math.max(0, step - 1), false);
    const before = step === 0 ? null : variableTexts(machine);
    machine.runUntil(step, timeNs);
    return { ...buildMoment(machine, { justDone: next.justDone, before, resources: this.trace().resources }), step };
  }

  /** How many bytecodes had been executed at a time. */
  stepAtTime(timeNs: number): number {
    const trace = this.trace();
    if (timeNs >= trace.endNs) return trace.steps;
    const event = lastAtOrBefore(trace.timeNs, trace.length, timeNs);
    const fromStep = event < 0 ? 0 : (trace.step[event] as number);
    const toStep = event + 1 < trace.length ? (trace.step[event + 1] as number) : trace.steps;
    this.seek(fromStep);
    while (this.viewer.steps < toStep && this.viewer.outcome === null) {
      const left = toStep - this.viewer.steps;
      const stride = Math.max(1, Math.floor(Math.min(left / 2, (timeNs - this.viewer.timeNs) / 20)));
      const before = this.viewer.steps;
      this.viewer.runTo(before + stride);
      if (this.viewer.timeNs > timeNs) return before;
    }
    return this.viewer.steps;
  }

  /** The next place that differs in the person's own code: another line, or another thread. */
  momentNear(fromStep: number, unit: 'bytecode' | 'line' | 'switch', direction: 1 | -1): Moment {
    if (unit === 'bytecode') return this.momentAtStep(fromStep + direction);
    return this.momentAtStep(direction === 1 ? this.nextChange(fromStep, unit) : this.previousChange(fromStep, unit));
  }

  /** Where a thread next comes (or last came) to a line with a breakpoint, a slice at a time; null if it never does. */
  findHit(search: HitSearch): Generator<undefined, number | null> {
    return findHit({ machineAt: (step) => this.machineAt(step), lastStep: this.run.steps }, search);
  }

  /** In one walk, where each of several lines is begun for the how-manieth time. */
  findEach(wanted: Parameters<typeof findEach>[1]): ReturnType<typeof findEach> {
    return findEach({ machineAt: (step) => this.machineAt(step), lastStep: this.run.steps }, wanted);
  }

  sharedObjectsAt(step: number): readonly SharedObject[] {
    this.seek(Math.max(0, Math.min(step, this.run.steps)));
    return sharedObjects(this.viewer.machine);
  }

  /** Runs a stretch again, a slice at a time, and tells which locks were held at every use of a shared variable. */
  *locksets(fromStep: number, mostSteps: number): Generator<undefined, LocksetReport> {
    const from = Math.max(0, Math.min(fromStep, this.run.steps));
    const observer = new LocksetObserver(this.detachedAt(from), this.trace());
    while (
      observer.steps < from + mostSteps &&
      observer.advance(Math.min(lockSliceSteps, from + mostSteps - observer.steps))
    )
      yield;
    return observer.report();
  }

  bytecodeOf(code: number): BytecodeListing {
    const loaded = this.viewer.machine.interpreters[0]?.codes[code];
    if (loaded === undefined) return { functionName: '', fileName: '', rows: [] };
    return bytecodeListing(loaded, this.viewer.machine.profile.polls);
  }

  /** The bytecodes between two times; null if there are more than `limit`. */
  executedBetween(fromNs: number, toNs: number, limit: number): ExecutedWindow | null {
    // A little earlier: the first bytecode after a switch is executed later than the events around it.
    const from = Math.max(0, this.stepAtTime(fromNs) - 64);
    if (this.stepAtTime(toNs) - from > limit + 64) return null;
    const places: { readonly timeNs: number; readonly step: number; readonly place: Place }[] = [];
    this.seek(from);
    while (this.viewer.outcome === null && this.viewer.steps < this.run.steps && this.viewer.timeNs <= toNs) {
      const place = this.placeOfNext();
      if (place !== null && this.viewer.timeNs >= fromNs)
        places.push({ timeNs: this.viewer.timeNs, step: this.viewer.steps, place });
      if (places.length > limit) return null;
      this.viewer.runTo(this.viewer.steps + 1);
    }
    return {
      fromStep: places[0]?.step ?? from,
      length: places.length,
      timeNs: Float64Array.from(places, (row) => row.timeNs),
      thread: Int32Array.from(places, (row) => row.place.thread),
      line: Int32Array.from(places, (row) => row.place.line),
      opcode: Uint8Array.from(places, (row) => row.place.opcode),
      isLibrary: Uint8Array.from(places, (row) => (row.place.isLibrary ? 1 : 0)),
      opcodeNames,
    };
  }

  // Seeking

  private fresh(): Simulation {
    const simulation = new Simulation(
      { ...this.scenario, settings: { ...this.scenario.settings, maxSteps: Number.MAX_SAFE_INTEGER } },
      this.parser,
      this.steering,
    );
    simulation.recorder.isMuted = true;
    return simulation;
  }

  /** A machine of its own just before bytecode number `step`: to be watched while the viewer is elsewhere. */
  private detachedAt(step: number): Simulation {
    const copy = this.checkpoints.copyBefore(step) ?? this.fresh();
    if (copy.steps < step) copy.runTo(step);
    return copy;
  }

  /** Brings the viewer to just before bytecode number `step`. */
  private seek(step: number): void {
    const isNear = this.viewer.steps <= step && this.checkpoints.stepsBefore(step) <= this.viewer.steps;
    if (!isNear) this.viewer = this.machineAt(step);
    if (this.viewer.steps < step) this.viewer.runTo(step);
    if (step === 0) this.viewer.prepare();
  }

  /** A machine that nobody else uses, just before bytecode number `step`. */
  private machineAt(step: number, isPrepared = true): Simulation {
    const machine = this.checkpoints.copyBefore(step) ?? this.fresh();
    if (machine.steps < step) machine.runTo(step);
    if (step === 0 && isPrepared) machine.prepare();
    return machine;
  }

  private stepOnce(): { fact: StepFact | null } {
    const place = this.placeOfNext();
    const firstEvent = this.viewer.recorder.length;
    this.viewer.runTo(this.viewer.steps + 1);
    if (place === null) return { fact: null };
    const { code, instruction, opcode } = place;
    const fact: StepFact = {
      thread: place.thread,
      threadName: place.threadName,
      fileName: code.source.fileName,
      line: place.line,
      opcodeName: opcodeNames[opcode] ?? '',
      argumentText: argumentText(code.source, instruction),
      functionName: code.source.qualifiedName,
      isLibrary: code.isLibrary,
      canSwitchAfter: this.viewer.machine.profile.polls.canSwitchAfter(
        opcode,
        code.source.arguments[instruction] as number,
      ),
      events: this.eventsBetween(firstEvent, this.viewer.recorder.length),
    };
    return { fact };
  }

  private eventsBetween(from: number, to: number): StepFact['events'] {
    const { recorder } = this.run;
    const events: StepFact['events'][number][] = [];
    for (let i = from; i < Math.min(to, recorder.length, from + 64); i += 1) {
      const { kind, thread, a, b } = recorder.event(i);
      events.push({ kind, thread, a, b });
    }
    return events;
  }

  private placeOfNext(): Place | null {
    const thread = nextThread(this.viewer);
    const frame = thread?.frame;
    if (thread === null || !(frame instanceof PyFrame)) return null;
    return {
      thread: thread.kernelThread.id,
      threadName: thread.kernelThread.name,
      code: frame.code,
      instruction: frame.pc,
      line: frame.code.lineOf(frame.pc),
      opcode: frame.code.ops[frame.pc] as number,
      isLibrary: frame.code.isLibrary,
    };
  }

  private moment(justDone: StepFact | null, before: ReadonlyMap<string, string> | null): Moment {
    return buildMoment(this.viewer, { justDone, before, resources: this.trace().resources });
  }

  private nextChange(fromStep: number, unit: 'line' | 'switch'): number {
    this.seek(fromStep);
    const start = this.placeOfNext();
    while (this.viewer.outcome === null && this.viewer.steps < this.run.steps) {
      this.viewer.runTo(this.viewer.steps + 1);
      const place = this.placeOfNext();
      if (isChange(start, place, unit)) return this.viewer.steps;
    }
    return this.run.steps;
  }

  /** Runs over growing stretches before `fromStep` until one holds a change. */
  private previousChange(fromStep: number, unit: 'line' | 'switch'): number {
    for (let stretch = 2_000; ; stretch *= 8) {
      const from = Math.max(0, fromStep - stretch);
      const found = this.lastChangeBetween(from, fromStep, unit);
      if (found !== null || from === 0) return found ?? 0;
    }
  }

  private lastChangeBetween(from: number, to: number, unit: 'line' | 'switch'): number | null {
    this.seek(from);
    let last: number | null = null;
    let before = this.placeOfNext();
    while (this.viewer.steps < to - 1 && this.viewer.outcome === null) {
      this.viewer.runTo(this.viewer.steps + 1);
      const place = this.placeOfNext();
      if (isChange(before, place, unit)) {
        last = this.viewer.steps;
        before = place;
      }
    }
    return last;
  }
}

interface Place {
  readonly thread: number;
  readonly threadName: string;
  readonly code: PyFrame['code'];
  readonly instruction: number;
  readonly line: number;
  readonly opcode: number;
  readonly isLibrary: boolean;
}

function isChange(before: Place | null, now: Place | null, unit: 'line' | 'switch'): boolean {
  if (now === null) return false;
  if (before === null) return unit === 'switch' || !now.isLibrary;
  if (unit === 'switch') return now.thread !== before.thread;
  return !now.isLibrary && (now.thread !== before.thread || now.code !== before.code || now.line !== before.line);
}

/** Index of the last time that is not after `timeNs`; -1 if there is none. */
function lastAtOrBefore(times: Float64Array, length: number, timeNs: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= timeNs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

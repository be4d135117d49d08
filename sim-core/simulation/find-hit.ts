/**
 * Finds where a thread comes to a line with a breakpoint, by walking through the run again.
 * Models: CPython's line events (sys.monitoring, 3.12 and later): a line is begun when its first instruction, or one that is jumped to, is
 * executed after an instruction of another line of the same frame, or after a jump backwards. What a function does on entry has no line.
 */
import {
  COPY_FREE_VARS,
  JUMP_BACKWARD,
  jumpOpcodes,
  MAKE_CELL,
  POP_TOP,
  RESUME,
  RETURN_GENERATOR,
} from '../python/compiler/opcodes.ts';
import type { LoadedCode } from '../python/objects/loaded-code.ts';
import { PyFrame } from '../python/vm/frame.ts';
import type { Breakpoint, HitSearch } from '../trace/breakpoint.ts';
import { nextThread } from './moment-builder.ts';
import type { Simulation } from './simulation.ts';

const stepsBetweenPauses = 50_000;
const firstStretchSteps = 4_000;
const none: readonly Breakpoint[] = [];

export interface HitRun {
  /** A machine of the search's own, standing before bytecode number `step`. */
  readonly machineAt: (step: number) => Simulation;
  readonly lastStep: number;
}

/** Pauses (yields) now and then; returns the step that is about to begin the line, or null if there is none. */
export function* findHit(run: HitRun, search: HitSearch): Generator<undefined, number | null> {
  return search.direction === 1 ? yield* findForwards(run, search) : yield* findBackwards(run, search);
}

function* findForwards(run: HitRun, search: HitSearch): Generator<undefined, number | null> {
  const walk = new LineWalk(run.machineAt(search.fromStep), search.breakpoints);
  let left = search.count;
  for (let walked = 1; walk.step < run.lastStep && walk.canGoOn; walked += 1) {
    if (walk.advance().length > 0) left -= 1;
    if (left === 0) return walk.step;
    if (walked % stepsBetweenPauses === 0) yield;
  }
  return null;
}

/** Walks forwards through longer and longer stretches before the place, until one holds enough hits. */
function* findBackwards(run: HitRun, search: HitSearch): Generator<undefined, number | null> {
  for (let stretch = firstStretchSteps; ; stretch *= 4) {
    const from = Math.max(0, search.fromStep - stretch);
    const walk = new LineWalk(run.machineAt(from), search.breakpoints);
    const hits: number[] = [];
    for (let walked = 1; walk.step < search.fromStep - 1 && walk.canGoOn; walked += 1) {
      if (walk.advance().length > 0) hits.push(walk.step);
      if (hits.length > search.count) hits.shift();
      if (walked % stepsBetweenPauses === 0) yield;
    }
    if (hits.length === search.count) return hits[0] ?? null;
    if (from === 0) return null;
  }
}

/** Where each of several lines is begun for the how-manieth time, in one walk from the beginning; null where it never is. */
export function* findEach(
  run: HitRun,
  wanted: readonly { readonly breakpoint: Breakpoint; readonly count: number }[],
): Generator<undefined, (number | null)[]> {
  const walk = new LineWalk(
    run.machineAt(0),
    wanted.map(({ breakpoint }) => breakpoint),
  );
  const left = wanted.map(({ count }) => count);
  const found = wanted.map((): number | null => null);
  for (let walked = 1; walk.step < run.lastStep && walk.canGoOn && found.includes(null); walked += 1) {
    const begun = walk.advance();
    for (const [index, { breakpoint }] of begun.length === 0 ? [] : wanted.entries()) {
      if (!begun.includes(breakpoint)) continue;
      left[index] = (left[index] ?? 0) - 1;
      if (left[index] === 0) found[index] = walk.step;
    }
    if (walked % stepsBetweenPauses === 0) yield;
  }
  return found;
}

class LineWalk {
  private readonly simulation: Simulation;
  private readonly breakpoints: readonly Breakpoint[];
  /** Where each frame stood when it was last about to run. */
  private readonly places = new WeakMap<PyFrame, number>();
  private readonly wanted = new WeakMap<LoadedCode, ReadonlyMap<number, Breakpoint[]>>();

  constructor(simulation: Simulation, breakpoints: readonly Breakpoint[]) {
    this.simulation = simulation;
    this.breakpoints = breakpoints;
    this.begunLines();
  }

  get step(): number {
    return this.simulation.steps;
  }

  get canGoOn(): boolean {
    return this.simulation.outcome === null;
  }

  /** Executes one bytecode; the breakpoints whose line the one that comes next begins. */
  advance(): readonly Breakpoint[] {
    this.simulation.runTo(this.simulation.steps + 1);
    return this.begunLines();
  }

  private begunLines(): readonly Breakpoint[] {
    const thread = nextThread(this.simulation);
    const frame = thread?.frame;
    if (thread === null || !(frame instanceof PyFrame)) return none;
    const { code, pc } = frame;
    const before = this.places.get(frame);
    this.places.set(frame, pc);
    const wanted = this.wantedIn(code).get(pc);
    if (wanted === undefined) return none;
    if (before !== undefined && isSameLine(code, before, pc) && code.ops[before] !== JUMP_BACKWARD) return none;
    const { id } = thread.kernelThread;
    return wanted.filter((breakpoint) => breakpoint.thread === null || breakpoint.thread === id);
  }

  /** The instructions that may begin a line with a breakpoint. */
  private wantedIn(code: LoadedCode): ReadonlyMap<number, Breakpoint[]> {
    const known = this.wanted.get(code);
    if (known !== undefined) return known;
    const inFile = this.breakpoints.filter(({ fileName }) => !code.isLibrary && fileName === code.source.fileName);
    const found = new Map<number, Breakpoint[]>();
    for (const instruction of inFile.length === 0 ? [] : lineStarts(code)) {
      const line = lineAt(code, instruction);
      const here = inFile.filter((breakpoint) => breakpoint.line === line);
      if (here.length > 0) found.set(instruction, here);
    }
    this.wanted.set(code, found);
    return found;
  }
}

const entryOpcodes = new Set<number>([COPY_FREE_VARS, MAKE_CELL, RETURN_GENERATOR, POP_TOP, RESUME]);

/** How many instructions a function begins with that belong to no line. */
function entryLength({ ops }: LoadedCode): number {
  let length = 0;
  while (length < ops.length && entryOpcodes.has(ops[length] as number)) length += 1;
  return length;
}

/** Null for what belongs to no line: a function's entry, and what the compiler added. */
function lineAt(code: LoadedCode, instruction: number): number | null {
  const line = code.source.positions[4 * instruction] ?? -1;
  return line < 1 || instruction < entryLength(code) ? null : line;
}

function isSameLine(code: LoadedCode, one: number, other: number): boolean {
  return lineAt(code, one) === lineAt(code, other);
}

function lineStarts(code: LoadedCode): ReadonlySet<number> {
  const { ops, args } = code;
  const starts = new Set<number>();
  for (let at = entryLength(code); at < ops.length; at += 1)
    if (at === 0 || !isSameLine(code, at, at - 1)) starts.add(at);
  for (const [at, op] of ops.entries()) if (jumpOpcodes.has(op)) starts.add(args[at] as number);
  return starts;
}

/**
 * The backtracking machine that runs a compiled regular expression.
 * Models: CPython 3.13, Modules/_sre/sre_lib.h, in what it finds; the machine is our own, with an explicit stack and no recursion.
 */
import { wideCharacters } from '../text/code-points.ts';

/** One instruction: moves the matcher on, or says that it does not match here. */
export type Instruction = (matcher: Matcher) => boolean;

/** Takes up an entry of the stack; false if there is nothing to go on with and the next entry is due. */
export type Resumption = (matcher: Matcher, first: number, second: number) => boolean;

export interface Program {
  readonly instructions: readonly Instruction[];
  readonly resumptions: readonly Resumption[];
  readonly groupCount: number;
  readonly slotCount: number;
  /** Whether a match can begin with a character; null if it may be empty or nothing is known. */
  readonly mayStartWith: ((code: number) => boolean) | null;
}

/** The first entries of every program's resumptions. */
export const choiceResumption = 0;
const slotResumption = 1;

export const commonResumptions: readonly Resumption[] = [
  (matcher, pc, position) => {
    matcher.pc = pc;
    matcher.position = position;
    return true;
  },
  (matcher, slot, value) => {
    matcher.slots[slot] = value;
    return false;
  },
];

/** Where and how to match. Positions are of code points. */
export interface MatchRequest {
  readonly start: number;
  readonly end: number;
  /** Whether the match must reach the end. */
  readonly isFull: boolean;
  /** Whether an empty match at the start does not count. */
  readonly mustAdvance: boolean;
  /** Called every so many steps; may throw to give up. */
  readonly onSteps: ((count: number) => void) | null;
}

const stepsBetweenCalls = 10_000;

export class Matcher {
  readonly program: Program;
  readonly request: MatchRequest;
  /** The text ends here for the pattern, wherever it really ends. */
  readonly end: number;
  /** Starts and ends of the groups, the last closed group, then the registers of loops and look-arounds; -1 for none. */
  readonly slots: Int32Array;
  pc = 0;
  position = 0;
  isAccepted = false;
  readonly #text: string;
  readonly #wide: readonly string[] | null;
  /** Entries of three numbers: the resumption and what it is given. */
  readonly #stack: number[] = [];
  #steps = 0;
  #start = 0;
  #mustAdvance = false;

  constructor(program: Program, text: string, request: MatchRequest) {
    this.program = program;
    this.request = request;
    this.end = request.end;
    this.slots = new Int32Array(program.slotCount);
    this.#text = text;
    this.#wide = wideCharacters(text);
  }

  codeAt(position: number): number {
    if (this.#wide === null) return this.#text.charCodeAt(position);
    return (this.#wide[position] as string).codePointAt(0) as number;
  }

  /** Tries to match with the first character at a position. */
  matchAt(start: number): boolean {
    this.slots.fill(-1);
    this.#stack.length = 0;
    this.#start = start;
    this.#mustAdvance = this.request.mustAdvance && start === this.request.start;
    this.pc = 0;
    this.position = start;
    this.isAccepted = false;
    const { instructions } = this.program;
    for (;;) {
      if (++this.#steps >= stepsBetweenCalls) this.countSteps();
      if (!(instructions[this.pc] as Instruction)(this) && !this.backtrack()) return false;
      if (this.isAccepted) return true;
    }
  }

  /** Looks for the first place that matches. */
  search(): boolean {
    const { mayStartWith } = this.program;
    for (let start = this.request.start; start <= this.end; start++) {
      if (mayStartWith !== null) {
        while (start < this.end && !mayStartWith(this.codeAt(start))) start++;
        if (start >= this.end) return false;
      }
      if (this.matchAt(start)) return true;
    }
    return false;
  }

  get start(): number {
    return this.#start;
  }

  /** Tells of the steps since the last call of `onSteps`. */
  countSteps(): void {
    this.request.onSteps?.(this.#steps);
    this.#steps = 0;
  }

  /** The end of the program: the request may ask for more. */
  accept(): boolean {
    if (this.request.isFull && this.position !== this.end) return false;
    if (this.#mustAdvance && this.position === this.#start) return false;
    this.isAccepted = true;
    return true;
  }

  push(resumption: number, first: number, second: number): void {
    this.#stack.push(resumption, first, second);
  }

  /** Sets a slot so that going back undoes it. */
  setSlot(slot: number, value: number): void {
    this.#stack.push(slotResumption, slot, this.slots[slot] as number);
    this.slots[slot] = value;
  }

  get stackHeight(): number {
    return this.#stack.length;
  }

  /** Goes back to the last choice. */
  backtrack(): boolean {
    const stack = this.#stack;
    while (stack.length > 0) {
      const second = stack.pop() as number;
      const first = stack.pop() as number;
      const resumption = this.program.resumptions[stack.pop() as number] as Resumption;
      if (resumption(this, first, second)) return true;
    }
    return false;
  }

  /** Forgets the choices above a height, but not how to undo the slots. */
  forgetChoices(height: number): void {
    const stack = this.#stack;
    let kept = height;
    for (let index = height; index < stack.length; index += 3) {
      if (stack[index] !== slotResumption) continue;
      stack[kept] = slotResumption;
      stack[kept + 1] = stack[index + 1] as number;
      stack[kept + 2] = stack[index + 2] as number;
      kept += 3;
    }
    stack.length = kept;
  }

  /** Undoes everything above a height. */
  unwind(height: number): void {
    const stack = this.#stack;
    while (stack.length > height) {
      const value = stack.pop() as number;
      const slot = stack.pop() as number;
      if (stack.pop() === slotResumption) this.slots[slot] = value;
    }
  }
}

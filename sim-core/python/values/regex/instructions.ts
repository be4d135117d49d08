/** The instructions of the matcher, made with what they need. Labels hold addresses that are known only later. */
import { isWordCharacter } from './character-set.ts';
import { choiceResumption, type Instruction, type Matcher, type Resumption } from './matcher.ts';
import type { Anchor } from './pattern-node.ts';

/** An address in the program; set when its place is reached. */
export interface Label {
  pc: number;
}

function advance(matcher: Matcher): true {
  matcher.position++;
  matcher.pc++;
  return true;
}

function proceed(matcher: Matcher, holds: boolean): boolean {
  if (holds) matcher.pc++;
  return holds;
}

export function oneCharacter(code: number): Instruction {
  return (matcher) => matcher.position < matcher.end && matcher.codeAt(matcher.position) === code && advance(matcher);
}

export function oneOf(holds: (code: number) => boolean): Instruction {
  return (matcher) => matcher.position < matcher.end && holds(matcher.codeAt(matcher.position)) && advance(matcher);
}

export function jump(target: Label): Instruction {
  return (matcher) => {
    matcher.pc = target.pc;
    return true;
  };
}

/** Goes to the first label, and to the second if that fails. */
export function split(first: Label, second: Label): Instruction {
  return (matcher) => {
    matcher.push(choiceResumption, second.pc, matcher.position);
    matcher.pc = first.pc;
    return true;
  };
}

/** Notes the position in a slot. */
export function mark(slot: number): Instruction {
  return (matcher) => {
    matcher.setSlot(slot, matcher.position);
    return proceed(matcher, true);
  };
}

export function setSlot(slot: number, value: number): Instruction {
  return (matcher) => {
    matcher.setSlot(slot, value);
    return proceed(matcher, true);
  };
}

export const accept: Instruction = (matcher) => matcher.accept();
export const fail: Instruction = () => false;

/** What a repetition of one character needs. */
export interface SingleRepeat {
  readonly holds: (code: number) => boolean;
  readonly minimum: number;
  readonly maximum: number;
}

function countRun(matcher: Matcher, { holds, maximum }: SingleRepeat): number {
  const start = matcher.position;
  const limit = Math.min(matcher.end, start + maximum);
  let position = start;
  while (position < limit && holds(matcher.codeAt(position))) position++;
  return position - start;
}

/** Takes as many as there are; the resumption gives one back at a time. */
export function greedySingle(repeat: SingleRepeat, resumption: number | null): Instruction {
  return (matcher) => {
    const count = countRun(matcher, repeat);
    if (count < repeat.minimum) return false;
    const lowest = matcher.position + repeat.minimum;
    matcher.position += count;
    matcher.pc++;
    if (resumption !== null && matcher.position > lowest) matcher.push(resumption, lowest, matcher.position);
    return true;
  };
}

export function resumeGreedySingle(next: Label, own: number): Resumption {
  return (matcher, lowest, position) => {
    matcher.position = position - 1;
    matcher.pc = next.pc;
    if (position - 1 > lowest) matcher.push(own, lowest, position - 1);
    return true;
  };
}

/** Takes as few as will do; the resumption takes one more at a time. */
export function lazySingle(repeat: SingleRepeat, resumption: number): Instruction {
  return (matcher) => {
    const count = countRun(matcher, { ...repeat, maximum: repeat.minimum });
    if (count < repeat.minimum) return false;
    matcher.position += count;
    matcher.pc++;
    if (repeat.maximum > count) matcher.push(resumption, matcher.position, count);
    return true;
  };
}

export function resumeLazySingle(repeat: SingleRepeat, next: Label, own: number): Resumption {
  return (matcher, position, count) => {
    if (position >= matcher.end || !repeat.holds(matcher.codeAt(position))) return false;
    matcher.position = position + 1;
    matcher.pc = next.pc;
    if (repeat.maximum > count + 1) matcher.push(own, position + 1, count + 1);
    return true;
  };
}

/** A loop with a count in one slot and the position of its last optional turn in the next. */
export interface Loop {
  readonly slot: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly body: Label;
  readonly exit: Label;
}

function enterBody(matcher: Matcher, loop: Loop): true {
  matcher.setSlot(loop.slot, (matcher.slots[loop.slot] as number) + 1);
  matcher.pc = loop.body.pc;
  return true;
}

/** A turn that need not be: notes where it begins, which turns that must be do not. */
function enterOptionalBody(matcher: Matcher, loop: Loop): true {
  matcher.setSlot(loop.slot + 1, matcher.position);
  return enterBody(matcher, loop);
}

/** Whether one more turn is allowed: a turn that took no character is the last one. */
function mayTurn(matcher: Matcher, loop: Loop): boolean {
  return (matcher.slots[loop.slot] as number) < loop.maximum && matcher.slots[loop.slot + 1] !== matcher.position;
}

export function greedyLoop(loop: Loop): Instruction {
  return (matcher) => {
    if ((matcher.slots[loop.slot] as number) < loop.minimum) return enterBody(matcher, loop);
    if (mayTurn(matcher, loop)) {
      matcher.push(choiceResumption, loop.exit.pc, matcher.position);
      return enterOptionalBody(matcher, loop);
    }
    matcher.pc = loop.exit.pc;
    return true;
  };
}

export function lazyLoop(loop: Loop, resumption: number): Instruction {
  return (matcher) => {
    if ((matcher.slots[loop.slot] as number) < loop.minimum) return enterBody(matcher, loop);
    matcher.push(resumption, matcher.position, 0);
    matcher.pc = loop.exit.pc;
    return true;
  };
}

export function resumeLazyLoop(loop: Loop): Resumption {
  return (matcher, position) => {
    matcher.position = position;
    return mayTurn(matcher, loop) && enterOptionalBody(matcher, loop);
  };
}

/** Notes the height of the stack and the position, before an atomic group or a look-around. */
export function saveState(slot: number): Instruction {
  return (matcher) => {
    const height = matcher.stackHeight;
    matcher.setSlot(slot, height);
    matcher.setSlot(slot + 1, matcher.position);
    return proceed(matcher, true);
  };
}

/** The end of an atomic group: no way back into it. */
export function commit(slot: number): Instruction {
  return (matcher) => {
    matcher.forgetChoices(matcher.slots[slot] as number);
    return proceed(matcher, true);
  };
}

/** The end of a look-around that should match: goes back to where it began. */
export function commitLook(slot: number): Instruction {
  return (matcher) => {
    matcher.position = matcher.slots[slot + 1] as number;
    matcher.forgetChoices(matcher.slots[slot] as number);
    return proceed(matcher, true);
  };
}

/** The end of a look-around that should not match, and did. */
export function refuseLook(slot: number): Instruction {
  return (matcher) => {
    matcher.unwind(matcher.slots[slot] as number);
    return false;
  };
}

/** Steps back before a look-behind. */
export function stepBack(width: number): Instruction {
  return (matcher) => {
    if (matcher.position < width) return false;
    matcher.position -= width;
    return proceed(matcher, true);
  };
}

/** The text of a group once more; `same` says which characters are equal. */
export function backreference(group: number, same: (a: number, b: number) => boolean): Instruction {
  return (matcher) => {
    const start = matcher.slots[2 * group - 2] as number;
    const end = matcher.slots[2 * group - 1] as number;
    if (start < 0 || end < start || matcher.position + end - start > matcher.end) return false;
    for (let index = 0; index < end - start; index++) {
      if (!same(matcher.codeAt(start + index), matcher.codeAt(matcher.position + index))) return false;
    }
    matcher.position += end - start;
    return proceed(matcher, true);
  };
}

/** Goes elsewhere if the group has not matched. */
export function unlessGroup(group: number, otherwise: Label): Instruction {
  return (matcher) => {
    const start = matcher.slots[2 * group - 2] as number;
    const end = matcher.slots[2 * group - 1] as number;
    matcher.pc = start < 0 || end < start ? otherwise.pc : matcher.pc + 1;
    return true;
  };
}

const newline = 10;

export function anchor(at: Anchor, multiLine: boolean, unicode: boolean): Instruction {
  const holds = anchorTest(at, multiLine, unicode);
  return (matcher) => proceed(matcher, holds(matcher));
}

function anchorTest(at: Anchor, multiLine: boolean, unicode: boolean): (matcher: Matcher) => boolean {
  switch (at) {
    case 'text-start':
      return (matcher) => matcher.position === 0;
    case 'text-end':
      return (matcher) => matcher.position === matcher.end;
    case 'line-start':
      return (matcher) => matcher.position === 0 || (multiLine && matcher.codeAt(matcher.position - 1) === newline);
    case 'line-end':
      return (matcher) => {
        if (matcher.position === matcher.end) return true;
        const isNear = multiLine || matcher.position === matcher.end - 1;
        return isNear && matcher.codeAt(matcher.position) === newline;
      };
    case 'word-boundary':
      return (matcher) => matcher.end > 0 && isBoundary(matcher, unicode);
    case 'no-word-boundary':
      return (matcher) => matcher.end > 0 && !isBoundary(matcher, unicode);
  }
}

function isBoundary(matcher: Matcher, unicode: boolean): boolean {
  const { position } = matcher;
  const before = position > 0 && isWordCharacter(matcher.codeAt(position - 1), unicode);
  const behind = position < matcher.end && isWordCharacter(matcher.codeAt(position), unicode);
  return before !== behind;
}

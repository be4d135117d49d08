/** Turns the tree of a pattern into the program of the matcher. */
import { characterSetOf, CharacterSet, foldCase, isUnicodePattern } from './character-set.ts';
import * as make from './instructions.ts';
import { commonResumptions, type Instruction, type Program, type Resumption } from './matcher.ts';
import type { ParsedPattern } from './pattern-parser.ts';
import {
  regexFlags,
  type GroupNode,
  type LookNode,
  type RegexNode,
  type RepeatNode,
  type Sequence,
} from './pattern-node.ts';
import { patternFault } from './pattern-source.ts';
import { widthOf } from './pattern-width.ts';

export function compileProgram(pattern: string, parsed: ParsedPattern): Program {
  const compiler = new ProgramCompiler(pattern, parsed);
  compiler.emitSequence(parsed.body, parsed.flags);
  compiler.emit(make.accept);
  return {
    instructions: compiler.instructions,
    resumptions: compiler.resumptions,
    groupCount: parsed.groupWidths.length - 1,
    slotCount: compiler.slotCount,
    mayStartWith: firstCharacters(parsed.body, parsed.flags),
  };
}

type Test = (code: number) => boolean;

/** The test of a node that always takes one character, else null. */
function singleTest(node: RegexNode, flags: number): Test | null {
  switch (node.kind) {
    case 'character': {
      if ((flags & regexFlags.ignoreCase) === 0) return (code) => code === node.code;
      const unicode = isUnicodePattern(flags);
      const folded = foldCase(node.code, unicode);
      const set = new CharacterSet((code) => foldCase(code, unicode) === folded);
      return (code) => set.has(code);
    }
    case 'set': {
      const set = characterSetOf(node.items, node.negated, flags);
      return (code) => set.has(code);
    }
    case 'any':
      return (flags & regexFlags.dotAll) === 0 ? (code) => code !== 10 : () => true;
    case 'anchor':
    case 'branch':
    case 'repeat':
    case 'group':
    case 'atomic':
    case 'look':
    case 'failure':
    case 'backreference':
    case 'condition':
      return null;
  }
}

/** With which characters a match may begin, where that is plain to see. */
function firstCharacters(body: Sequence, flags: number): Test | null {
  const [first] = body;
  if (first === undefined) return null;
  if (first.kind === 'repeat') return first.minimum > 0 ? firstCharacters(first.body, flags) : null;
  if (first.kind === 'atomic') return firstCharacters(first.body, flags);
  if (first.kind === 'group') {
    return firstCharacters(first.body, (flags | first.addedFlags) & ~first.removedFlags);
  }
  if (first.kind !== 'branch') return singleTest(first, flags);
  const tests = first.alternatives.map((alternative) => firstCharacters(alternative, flags));
  return tests.includes(null) ? null : (code) => tests.some((test) => test?.(code));
}

class ProgramCompiler {
  readonly instructions: Instruction[] = [];
  readonly resumptions: Resumption[] = [...commonResumptions];
  slotCount: number;
  readonly #pattern: string;
  readonly #parsed: ParsedPattern;
  readonly #lastIndexSlot: number;

  constructor(pattern: string, parsed: ParsedPattern) {
    this.#pattern = pattern;
    this.#parsed = parsed;
    this.#lastIndexSlot = 2 * (parsed.groupWidths.length - 1);
    this.slotCount = this.#lastIndexSlot + 1;
  }

  emit(instruction: Instruction): void {
    this.instructions.push(instruction);
  }

  /** A label for the next instruction. */
  #here(): make.Label {
    return { pc: this.instructions.length };
  }

  #place(label: make.Label): void {
    label.pc = this.instructions.length;
  }

  #newSlots(count: number): number {
    const slot = this.slotCount;
    this.slotCount += count;
    return slot;
  }

  #newResumption(create: (own: number) => Resumption): number {
    const own = this.resumptions.length;
    this.resumptions.push(create(own));
    return own;
  }

  emitSequence(sequence: Sequence, flags: number): void {
    for (const node of sequence) this.#emitNode(node, flags);
  }

  #emitNode(node: RegexNode, flags: number): void {
    switch (node.kind) {
      case 'character':
        if ((flags & regexFlags.ignoreCase) === 0) this.emit(make.oneCharacter(node.code));
        else this.emit(make.oneOf(singleTest(node, flags) as Test));
        break;
      case 'set':
      case 'any':
        this.emit(make.oneOf(singleTest(node, flags) as Test));
        break;
      case 'anchor':
        this.emit(make.anchor(node.at, (flags & regexFlags.multiLine) !== 0, isUnicodePattern(flags)));
        break;
      case 'branch':
        this.#emitBranch(node.alternatives, flags);
        break;
      case 'repeat':
        this.#emitRepeat(node, flags);
        break;
      case 'group':
        this.#emitGroup(node, flags);
        break;
      case 'atomic':
        this.#emitAtomic(() => this.emitSequence(node.body, flags));
        break;
      case 'look':
        this.#emitLook(node, flags);
        break;
      case 'failure':
        this.emit(make.fail);
        break;
      case 'backreference':
        this.#emitBackreference(node.group, flags);
        break;
      case 'condition':
        this.#emitCondition(node, flags);
        break;
    }
  }

  #emitBranch(alternatives: readonly Sequence[], flags: number): void {
    const end: make.Label = { pc: -1 };
    for (const [index, alternative] of alternatives.entries()) {
      if (index === alternatives.length - 1) {
        this.emitSequence(alternative, flags);
        break;
      }
      const next: make.Label = { pc: -1 };
      this.emit(make.split({ pc: this.instructions.length + 1 }, next));
      this.emitSequence(alternative, flags);
      this.emit(make.jump(end));
      this.#place(next);
    }
    this.#place(end);
  }

  #emitGroup(node: GroupNode, flags: number): void {
    const typeFlags = regexFlags.ascii | regexFlags.locale | regexFlags.unicode;
    const kept = (node.addedFlags & typeFlags) === 0 ? flags : flags & ~typeFlags;
    const inner = (kept | node.addedFlags) & ~node.removedFlags;
    if (node.group === null) {
      this.emitSequence(node.body, inner);
      return;
    }
    this.emit(make.mark(2 * node.group - 2));
    this.emitSequence(node.body, inner);
    this.emit(make.mark(2 * node.group - 1));
    this.emit(make.setSlot(this.#lastIndexSlot, node.group));
  }

  #emitAtomic(emitBody: () => void): void {
    const slot = this.#newSlots(2);
    this.emit(make.saveState(slot));
    emitBody();
    this.emit(make.commit(slot));
  }

  #emitRepeat(node: RepeatNode, flags: number): void {
    if (node.maximum === 0) return;
    const [only] = node.body;
    const test = node.body.length === 1 && only !== undefined ? singleTest(only, flags) : null;
    if (test !== null) {
      this.#emitSingleRepeat(node, test);
    } else if (node.mode === 'possessive') {
      this.#emitAtomic(() => this.#emitLoop({ ...node, mode: 'greedy' }, flags));
    } else {
      this.#emitLoop(node, flags);
    }
  }

  #emitSingleRepeat({ minimum, maximum, mode }: RepeatNode, holds: Test): void {
    const repeat = { holds, minimum, maximum };
    const next: make.Label = { pc: this.instructions.length + 1 };
    if (mode === 'possessive') {
      this.emit(make.greedySingle(repeat, null));
    } else if (mode === 'greedy') {
      const own = this.#newResumption((index) => make.resumeGreedySingle(next, index));
      this.emit(make.greedySingle(repeat, own));
    } else {
      const own = this.#newResumption((index) => make.resumeLazySingle(repeat, next, index));
      this.emit(make.lazySingle(repeat, own));
    }
  }

  #emitLoop(node: RepeatNode, flags: number): void {
    const { minimum, maximum, mode, body } = node;
    const isNeverEmpty = widthOf(body, this.#parsed.groupWidths).least > 0;
    if (minimum === 0 && maximum === 1 && isNeverEmpty) this.#emitOptional(node, flags);
    else if (minimum <= 1 && maximum === Infinity && isNeverEmpty) this.#emitPlainLoop(node, flags);
    else {
      const slot = this.#newSlots(2);
      const exit: make.Label = { pc: -1 };
      this.emit(make.setSlot(slot, 0));
      this.emit(make.setSlot(slot + 1, -1));
      const test = this.#here();
      const loop = { slot, minimum, maximum, body: { pc: test.pc + 1 }, exit };
      if (mode === 'lazy')
        this.emit(
          make.lazyLoop(
            loop,
            this.#newResumption(() => make.resumeLazyLoop(loop)),
          ),
        );
      else this.emit(make.greedyLoop(loop));
      this.emitSequence(body, flags);
      this.emit(make.jump(test));
      this.#place(exit);
    }
  }

  #emitOptional({ mode, body }: RepeatNode, flags: number): void {
    const exit: make.Label = { pc: -1 };
    const inside: make.Label = { pc: this.instructions.length + 1 };
    this.emit(mode === 'lazy' ? make.split(exit, inside) : make.split(inside, exit));
    this.emitSequence(body, flags);
    this.#place(exit);
  }

  /** `*` and `+` of what is never empty need no count. */
  #emitPlainLoop({ minimum, mode, body }: RepeatNode, flags: number): void {
    const exit: make.Label = { pc: -1 };
    const test: make.Label = { pc: -1 };
    const start: make.Label = { pc: -1 };
    if (minimum === 0) this.emit(make.jump(test));
    this.#place(start);
    this.emitSequence(body, flags);
    this.#place(test);
    this.emit(mode === 'lazy' ? make.split(exit, start) : make.split(start, exit));
    this.#place(exit);
  }

  #emitLook(node: LookNode, flags: number): void {
    const slot = this.#newSlots(2);
    const behind: make.Label = { pc: -1 };
    this.emit(make.saveState(slot));
    if (node.negated) this.emit(make.split({ pc: this.instructions.length + 1 }, behind));
    if (node.direction === 'behind') this.emit(make.stepBack(this.#fixedWidth(node.body)));
    this.emitSequence(node.body, flags);
    this.emit(node.negated ? make.refuseLook(slot) : make.commitLook(slot));
    this.#place(behind);
  }

  #fixedWidth(body: Sequence): number {
    const { least, most } = widthOf(body, this.#parsed.groupWidths);
    if (least !== most) throw patternFault('look-behind requires fixed-width pattern', this.#pattern, null);
    return least;
  }

  #emitBackreference(group: number, flags: number): void {
    const unicode = isUnicodePattern(flags);
    const ignoresCase = (flags & regexFlags.ignoreCase) !== 0;
    this.emit(
      make.backreference(
        group,
        ignoresCase ? (a, b) => foldCase(a, unicode) === foldCase(b, unicode) : (a, b) => a === b,
      ),
    );
  }

  #emitCondition(node: RegexNode & { readonly kind: 'condition' }, flags: number): void {
    const otherwise: make.Label = { pc: -1 };
    const end: make.Label = { pc: -1 };
    this.emit(make.unlessGroup(node.group, otherwise));
    this.emitSequence(node.yes, flags);
    this.emit(make.jump(end));
    this.#place(otherwise);
    this.emitSequence(node.no, flags);
    this.#place(end);
  }
}

/**
 * The code of one block while it is being made: its instructions, constants and names.
 * Models: CPython 3.13, Python/compile.c (`struct compiler_unit`).
 */
import { assert } from '../../../base/assert.ts';
import { ConstantTable } from '../constant-table.ts';
import { symbolFlags, type Scope } from '../symbols/scope.ts';
import type { Instruction, Label, Location } from './instruction.ts';

export type UnitKind =
  | 'module'
  | 'class'
  | 'function'
  | 'async-function'
  | 'lambda'
  | 'comprehension'
  | 'type-parameters';

/** Something that has to be undone when control leaves it early. */
export interface FrameBlock {
  readonly kind:
    | 'while-loop'
    | 'for-loop'
    | 'try-except'
    | 'finally-try'
    | 'finally-end'
    | 'with'
    | 'async-with'
    | 'handler-cleanup'
    | 'pop-value'
    | 'exception-handler'
    | 'exception-group-handler'
    | 'async-comprehension'
    | 'stop-iteration';
  /** Where a loop goes on. */
  readonly block: Label | null;
  readonly exit: Label | null;
  readonly location: Location;
  /** For `finally-try`: makes the code of the finally block once more. */
  readonly emitFinally?: () => void;
  /** For `handler-cleanup`: the name that is deleted afterwards. */
  readonly name?: string | null;
}

/** Names with their numbers, in order of first use. */
export class NameTable {
  readonly #indexByName = new Map<string, number>();

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name);
  }

  add(name: string): number {
    const known = this.#indexByName.get(name);
    if (known !== undefined) return known;
    const index = this.#indexByName.size;
    this.#indexByName.set(name, index);
    return index;
  }

  indexOf(name: string): number | null {
    return this.#indexByName.get(name) ?? null;
  }

  get names(): string[] {
    return [...this.#indexByName.keys()];
  }

  get size(): number {
    return this.#indexByName.size;
  }
}

export interface UnitDetails {
  readonly kind: UnitKind;
  readonly name: string;
  readonly firstLine: number;
  readonly className: string | null;
  readonly parent: CodeUnit | null;
}

export class CodeUnit {
  readonly kind: UnitKind;
  readonly name: string;
  readonly scope: Scope;
  readonly firstLine: number;
  readonly parent: CodeUnit | null;
  /** Whose private names are mangled here. */
  readonly className: string | null;
  readonly instructions: Instruction[] = [];
  /** The instruction that each label stands before. */
  readonly labelPositions: number[] = [];
  readonly constants = new ConstantTable();
  readonly names = new NameTable();
  readonly locals: NameTable;
  readonly cells: NameTable;
  readonly frees: NameTable;
  /** Locals of inlined comprehensions in a class or module: true while inside one. */
  readonly hiddenLocals = new Map<string, boolean>();
  readonly blocks: FrameBlock[] = [];
  readonly staticAttributes = new Set<string>();
  qualifiedName = '';
  argumentCount = 0;
  positionalOnlyCount = 0;
  keywordOnlyCount = 0;
  inlinedDepth = 0;
  /** Whether there are `*args` and `**kwargs`. */
  variableParameters = { hasVarArgs: false, hasVarKeywords: false };

  constructor(scope: Scope, details: UnitDetails) {
    this.scope = scope;
    this.kind = details.kind;
    this.name = details.name;
    this.firstLine = details.firstLine;
    this.parent = details.parent;
    this.className = details.className;
    this.locals = new NameTable(scope.parameterNames);
    const cells = namesWith(scope, 'cell', symbolFlags.comprehensionCell);
    if (scope.needsClassClosure) cells.push('__class__');
    if (scope.needsClassDict) cells.push('__classdict__');
    this.cells = new NameTable(cells);
    this.frees = new NameTable(namesWith(scope, 'free', symbolFlags.freeClass));
  }

  label(): Label {
    this.labelPositions.push(-1);
    return (this.labelPositions.length - 1) as Label;
  }

  /** The label stands before the next instruction. */
  use(label: Label): void {
    assert(this.labelPositions[label] === -1, 'a label is used once');
    this.labelPositions[label] = this.instructions.length;
  }

  emit(location: Location, opcode: number, argument = 0): void {
    this.instructions.push({ opcode, argument, target: null, location });
  }

  emitJump(location: Location, opcode: number, target: Label): void {
    this.instructions.push({ opcode, argument: 0, target, location });
  }

  /** Puts an instruction at the beginning. */
  insertFirst(instruction: Instruction): void {
    this.instructions.unshift(instruction);
    for (let index = 0; index < this.labelPositions.length; index += 1) {
      const position = this.labelPositions[index];
      if (position !== undefined && position >= 0) this.labelPositions[index] = position + 1;
    }
  }
}

function namesWith(scope: Scope, kind: 'cell' | 'free', flag: number): string[] {
  const found: string[] = [];
  for (const [name, flags] of scope.flags) {
    if (scope.scopeOf(name) === kind || (flags & flag) !== 0) found.push(name);
  }
  return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * Where code generation stands: the unit it is in, and how units nest.
 * Models: CPython 3.13, Python/compile.c (`struct compiler`, `compiler_enter_scope`, `compiler_set_qualname`).
 */
import { assert } from '../../../base/assert.ts';
import type { Expression } from '../../syntax/ast.ts';
import type { Statement } from '../../syntax/ast-statements.ts';
import { SyntaxFailure } from '../../syntax/syntax-failure.ts';
import type { CodeObject, Constant } from '../code-object.ts';
import * as op from '../opcodes.ts';
import { mangle } from '../symbols/mangle.ts';
import type { Scope, SymbolTable } from '../symbols/scope.ts';
import { CodeUnit, type FrameBlock, type UnitKind } from './code-unit.ts';
import { noLocation, type Label, type Location } from './instruction.ts';

export interface GeneratorOptions {
  readonly symbols: SymbolTable;
  readonly fileName: string;
  readonly hasFutureAnnotations: boolean;
  readonly isInteractive: boolean;
  readonly warn: (message: string, location: Location) => void;
  readonly visitExpression: (generator: CodeGenerator, node: Expression) => void;
  readonly visitStatement: (generator: CodeGenerator, node: Statement) => void;
  /** Turns a finished unit into code; where asked, it ends with `return None`. */
  readonly assemble: (generator: CodeGenerator, unit: CodeUnit, returnsNone: boolean) => CodeObject;
}

/** Finally blocks inside one another double with each level; no sensible program comes near this. */
const mostInstructions = 500_000;

export class CodeGenerator {
  readonly options: GeneratorOptions;
  unit: CodeUnit;

  constructor(options: GeneratorOptions) {
    this.options = options;
    const details = { kind: 'module' as const, name: '<module>', firstLine: 1, className: null, parent: null };
    this.unit = new CodeUnit(options.symbols.module, details);
    this.unit.qualifiedName = '<module>';
    this.emit({ line: 0, column: 0, endLine: 1, endColumn: 0 }, op.RESUME, 0);
  }

  expression(node: Expression): void {
    this.options.visitExpression(this, node);
  }

  expressions(nodes: readonly Expression[]): void {
    for (const node of nodes) this.options.visitExpression(this, node);
  }

  statements(nodes: readonly Statement[]): void {
    for (const node of nodes) this.options.visitStatement(this, node);
  }

  emit(location: Location, opcode: number, argument = 0): void {
    if (this.unit.instructions.length > mostInstructions) this.fail('too much code in one block', location);
    this.unit.emit(location, opcode, argument);
  }

  emitJump(location: Location, opcode: number, target: Label): void {
    this.unit.emitJump(location, opcode, target);
  }

  label(): Label {
    return this.unit.label();
  }

  use(label: Label): void {
    this.unit.use(label);
  }

  loadConstant(location: Location, value: Constant): void {
    this.emit(location, op.LOAD_CONST, this.unit.constants.add(value));
  }

  /** An instruction that names something; private names are mangled. */
  emitName(location: Location, opcode: number, name: string): void {
    const index = this.unit.names.add(this.mangle(name));
    this.emit(location, opcode, opcode === op.LOAD_ATTR ? index << 1 : index);
  }

  mangle(name: string): string {
    const { scope, className } = this.unit;
    if (scope.mangledNames !== null && !scope.mangledNames.has(name)) return name;
    return mangle(className, name);
  }

  scopeOf(opener: object): Scope {
    const scope = this.options.symbols.scopes.get(opener);
    assert(scope !== undefined, 'every block has its symbols');
    return scope;
  }

  /** Begins the code of a block; `opener` is the node that opens it. */
  enter(kind: UnitKind, name: string, opener: object, details: EnterDetails): void {
    const { firstLine, className } = details;
    const outer = this.unit;
    const ownClass = className === undefined ? outer.className : className;
    this.unit = new CodeUnit(this.scopeOf(opener), { kind, name, firstLine, className: ownClass, parent: outer });
    this.unit.qualifiedName = qualifiedNameOf(this.unit);
    this.emit({ line: firstLine, column: 0, endLine: firstLine, endColumn: 0 }, op.RESUME, 0);
  }

  /** Ends the code of the block and goes back to the one around it. */
  leave(returnsNone: boolean): CodeObject {
    const { unit } = this;
    const code = this.options.assemble(this, unit, returnsNone);
    assert(unit.parent !== null, 'the module is not left');
    this.unit = unit.parent;
    return code;
  }

  push(block: FrameBlock): void {
    if (this.unit.blocks.length >= 21) this.fail('too many statically nested blocks', block.location);
    this.unit.blocks.push(block);
  }

  pop(): void {
    this.unit.blocks.pop();
  }

  fail(message: string, location: Location): never {
    throw new SyntaxFailure(
      message,
      location === noLocation ? { line: 1, column: 0, endLine: 1, endColumn: 0 } : location,
    );
  }
}

export interface EnterDetails {
  readonly firstLine: number;
  /** Left out: that of the block around. */
  readonly className?: string | null;
}

function qualifiedNameOf(unit: CodeUnit): string {
  let { parent } = unit;
  if (parent === null || parent.parent === null) return unit.name;
  if (parent.kind === 'type-parameters') {
    parent = parent.parent;
    if (parent === null || parent.parent === null) return unit.name;
  }
  if (unit.kind === 'function' || unit.kind === 'async-function' || unit.kind === 'class') {
    if (parent.scope.scopeOf(mangle(parent.className, unit.name)) === 'global-explicit') return unit.name;
  }
  const isFunction = parent.kind === 'function' || parent.kind === 'async-function' || parent.kind === 'lambda';
  return `${parent.qualifiedName}${isFunction ? '.<locals>' : ''}.${unit.name}`;
}

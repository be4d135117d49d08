/**
 * Where the first pass over a program stands: the block it is in and the names it has noted.
 * Models: CPython 3.13, Python/symtable.c (`symtable_enter_block`, `symtable_add_def`).
 */
import type { Expression, Located, Parameters, TypeParameter } from '../../syntax/ast.ts';
import type { Statement } from '../../syntax/ast-statements.ts';
import { SyntaxFailure } from '../../syntax/syntax-failure.ts';
import { Scope, symbolFlags, type BlockKind } from './scope.ts';

export interface Visitors {
  expression(collector: SymbolCollector, node: Expression): void;
  statement(collector: SymbolCollector, node: Statement): void;
}

const start: Located = { line: 0, column: 0, endLine: 0, endColumn: 0 };

export class SymbolCollector {
  readonly hasFutureAnnotations: boolean;
  readonly expression: (node: Expression) => void;
  readonly statement: (node: Statement) => void;
  readonly module = new Scope('module', 'top', null, { place: start, className: null });
  readonly scopes = new Map<object, Scope>();
  current = this.module;
  className: string | null = null;

  constructor(hasFutureAnnotations: boolean, visitors: Visitors) {
    this.hasFutureAnnotations = hasFutureAnnotations;
    this.expression = (node) => visitors.expression(this, node);
    this.statement = (node) => visitors.statement(this, node);
  }

  enter(kind: BlockKind, name: string, opener: object & Partial<Located>, place: Located): Scope {
    const scope = new Scope(kind, name, this.current, { place, className: this.className });
    this.current.children.push(scope);
    this.scopes.set(opener, scope);
    this.current = scope;
    return scope;
  }

  leave(): void {
    this.current = this.current.parent ?? this.module;
  }

  fail(message: string, place: Located): never {
    throw new SyntaxFailure(message, place);
  }

  lookUp(name: string): number {
    return this.current.flagsOf(this.current.mangle(name));
  }

  define(name: string, flag: number, place: Located): void {
    this.defineIn(this.current, name, { flag, place });
  }

  defineIn(scope: Scope, name: string, { flag, place }: { readonly flag: number; readonly place: Located }): void {
    const mangled = this.current.mangle(name);
    const before = scope.flagsOf(mangled);
    if ((flag & before & symbolFlags.parameter) !== 0) {
      this.fail(`duplicate argument '${name}' in function definition`, place);
    }
    if ((flag & before & symbolFlags.typeParameter) !== 0) this.fail(`duplicate type parameter '${name}'`, place);
    let flags = before | flag;
    if (scope.isReadingTarget) {
      if ((flags & (symbolFlags.global | symbolFlags.nonlocal)) !== 0) {
        this.fail(`comprehension inner loop cannot rebind assignment expression target '${name}'`, place);
      }
      flags |= symbolFlags.comprehensionTarget;
    }
    scope.flags.set(mangled, flags);
    if ((flag & symbolFlags.parameter) !== 0) scope.parameterNames.push(mangled);
    else if ((flag & symbolFlags.global) !== 0) {
      this.module.flags.set(mangled, this.module.flagsOf(mangled) | flag);
    }
  }

  parameters(parameters: Parameters): void {
    const { positionalOnly, positional, keywordOnly, varArgs, varKeywords } = parameters;
    for (const parameter of [...positionalOnly, ...positional, ...keywordOnly]) {
      this.define(parameter.name, symbolFlags.parameter, parameter);
    }
    if (varArgs !== null) this.define(varArgs.name, symbolFlags.parameter, varArgs);
    if (varKeywords !== null) this.define(varKeywords.name, symbolFlags.parameter, varKeywords);
  }

  defaults(parameters: Parameters): void {
    for (const node of parameters.defaults) this.expression(node);
    for (const node of parameters.keywordDefaults) if (node !== null) this.expression(node);
  }

  annotation(node: Expression | null): void {
    if (node === null) return;
    if (!this.hasFutureAnnotations) this.expression(node);
  }

  annotations(parameters: Parameters, returns: Expression | null): void {
    const { positionalOnly, positional, varArgs, varKeywords, keywordOnly } = parameters;
    for (const parameter of [...positionalOnly, ...positional]) this.annotation(parameter.annotation);
    if (varArgs !== null) this.annotation(varArgs.annotation);
    if (varKeywords !== null) this.annotation(varKeywords.annotation);
    for (const parameter of keywordOnly) this.annotation(parameter.annotation);
    this.annotation(returns);
  }

  /** Opens the block of the type parameters; the caller leaves it. */
  enterTypeParameters(
    name: string,
    nodes: TypeParameter[],
    details: { readonly place: Located; readonly isClass: boolean; readonly defaults: Parameters | null },
  ): void {
    const { place, isClass, defaults } = details;
    const isInClass = this.current.kind === 'class';
    if (isClass) this.className = name;
    const scope = this.enter('type-parameters', name, nodes, place);
    if (isInClass) {
      scope.canSeeClassScope = true;
      this.define('__classdict__', symbolFlags.use, place);
    }
    if (isClass) {
      scope.mangledNames = new Set();
      this.define('.type_params', symbolFlags.local | symbolFlags.use, place);
      this.define('.generic_base', symbolFlags.local | symbolFlags.use, place);
    }
    // A function's block has room for the defaults even where there are none.
    if (defaults !== null) this.define('.defaults', symbolFlags.parameter, place);
    if (defaults?.keywordDefaults.some((node) => node !== null) === true) {
      this.define('.kwdefaults', symbolFlags.parameter, place);
    }
    for (const node of nodes) this.#typeParameter(node);
  }

  #typeParameter(node: TypeParameter): void {
    this.current.mangledNames?.add(node.name);
    this.define(node.name, symbolFlags.typeParameter | symbolFlags.local, node);
    if (node.bound !== null) this.#lazily(node.name, node.bound);
    if (node.defaultValue !== null) this.#lazily(node.name, node.defaultValue);
  }

  /** An expression that is evaluated in a block of its own, when it is asked for. */
  #lazily(name: string, node: Expression): void {
    const isInClass = this.current.canSeeClassScope;
    this.enter('type-variable', name, node, node);
    this.seeClass(isInClass, node);
    this.expression(node);
    this.leave();
  }

  seeClass(isInClass: boolean, place: Located): void {
    if (!isInClass) return;
    this.current.canSeeClassScope = true;
    this.define('__classdict__', symbolFlags.use, place);
  }
}

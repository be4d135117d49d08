/**
 * What is known of the names of one block.
 * Models: CPython 3.13, Include/internal/pycore_symtable.h (`PySTEntryObject`).
 */
import { mangle } from './mangle.ts';
import type { Located } from '../../syntax/ast.ts';

export type BlockKind =
  | 'module'
  | 'class'
  | 'function'
  | 'type-parameters'
  /** The bound or default of a type parameter. */
  | 'type-variable'
  | 'type-alias';

export type ComprehensionKind = 'list' | 'set' | 'dict' | 'generator';

/** How a name of a block is reached at run time. */
export type NameScope = 'local' | 'global-explicit' | 'global-implicit' | 'free' | 'cell';

/** Bits for what a block does with a name. */
export const symbolFlags = {
  global: 1,
  local: 2,
  parameter: 4,
  nonlocal: 8,
  use: 0x10,
  /** Free in a class and bound there too. */
  freeClass: 0x40,
  import: 0x80,
  annotated: 0x100,
  comprehensionTarget: 0x200,
  typeParameter: 0x400,
  /** A cell of a comprehension that is inlined here. */
  comprehensionCell: 0x800,
} as const;

export const boundFlags = symbolFlags.local | symbolFlags.parameter | symbolFlags.import | symbolFlags.typeParameter;

export class Scope {
  readonly kind: BlockKind;
  readonly name: string;
  readonly parent: Scope | null;
  readonly place: Located;
  /** In the order of their first appearance. */
  readonly flags = new Map<string, number>();
  readonly scopes = new Map<string, NameScope>();
  readonly parameterNames: string[] = [];
  children: Scope[] = [];
  /** Where `global` and `nonlocal` were said of a name. */
  readonly directives = new Map<string, Located>();
  /** Inside a function, directly or not. */
  readonly isNested: boolean;
  isAsyncFunction = false;
  isGenerator = false;
  isCoroutine = false;
  comprehension: ComprehensionKind | null = null;
  isInlined = false;
  hasFree = false;
  childHasFree = false;
  needsClassClosure = false;
  needsClassDict = false;
  canSeeClassScope = false;
  hasAnnotations = false;
  /** The class whose private names are mangled here. */
  readonly className: string | null;
  /** Where not null, only these names are mangled. */
  mangledNames: Set<string> | null = null;
  isReadingTarget = false;
  iterableDepth = 0;

  constructor(kind: BlockKind, name: string, parent: Scope | null, rest: ScopeDetails) {
    this.kind = kind;
    this.name = name;
    this.parent = parent;
    this.place = rest.place;
    this.className = rest.className;
    this.isNested = parent !== null && (parent.isNested || parent.isFunctionLike);
  }

  get isFunctionLike(): boolean {
    return this.kind !== 'module' && this.kind !== 'class';
  }

  mangle(name: string): string {
    if (this.mangledNames !== null && !this.mangledNames.has(name)) return name;
    return mangle(this.className, name);
  }

  flagsOf(name: string): number {
    return this.flags.get(name) ?? 0;
  }

  scopeOf(name: string): NameScope | null {
    return this.scopes.get(name) ?? null;
  }
}

export interface ScopeDetails {
  readonly place: Located;
  readonly className: string | null;
}

/** The blocks of a program, by the node that opens each. */
export interface SymbolTable {
  readonly module: Scope;
  readonly scopes: ReadonlyMap<object, Scope>;
}

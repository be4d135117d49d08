/**
 * Decides for each name of each block whether it is local, a cell, free or global, and which comprehensions are inlined.
 * Models: CPython 3.13, Python/symtable.c (`analyze_block` and below), PEP 709.
 */
import { SyntaxFailure } from '../../syntax/syntax-failure.ts';
import { boundFlags, symbolFlags, type NameScope, type Scope } from './scope.ts';

type Names = Set<string>;

interface Surroundings {
  /** Names bound in enclosing functions; null for the module. */
  readonly bound: Names | null;
  readonly global: Names;
  readonly typeParameters: Names;
  /** The class that the block can look into. */
  readonly classScope: Scope | null;
}

export function analyzeScopes(module: Scope): void {
  analyzeBlock(module, { bound: null, global: new Set(), typeParameters: new Set(), classScope: null });
}

/** Analyses a block and tells its free names. */
function analyzeBlock(scope: Scope, around: Surroundings): Names {
  const scopes = new Map<string, NameScope>();
  const free: Names = new Set();
  const local: Names = new Set();
  const newBound: Names = new Set();
  const newGlobal: Names = new Set();
  const isClass = scope.kind === 'class';
  // A class's own names are not visible in its methods.
  if (isClass) {
    addAll(newGlobal, around.global);
    addAll(newBound, around.bound);
  }
  for (const [name, flags] of scope.flags) analyzeName(scope, { name, flags, scopes, local, free }, around);
  if (isClass) {
    newBound.add('__class__');
    newBound.add('__classdict__');
  } else {
    if (scope.isFunctionLike) addAll(newBound, local);
    addAll(newBound, around.bound);
    addAll(newGlobal, around.global);
  }
  const inlinedCells: Names = new Set();
  const childAround = { bound: newBound, global: newGlobal, typeParameters: around.typeParameters };
  for (const child of scope.children) {
    const childFree = analyzeChild(scope, child, { ...childAround, classScope: around.classScope });
    if (isInlinable(scope, child)) {
      inlineComprehension(scope, child, { scopes, childFree, inlinedCells });
      child.isInlined = true;
    }
    addAll(free, childFree);
    if (child.hasFree || child.childHasFree) scope.childHasFree = true;
  }
  scope.children = scope.children.flatMap((child) => (child.isInlined ? child.children : [child]));
  if (scope.isFunctionLike) makeCells(scopes, free, inlinedCells);
  else if (isClass) dropClassNames(scope, free);
  record(scope, { scopes, free, inlinedCells }, around);
  return free;
}

function addAll(into: Names, from: Iterable<string> | null): void {
  if (from !== null) for (const name of from) into.add(name);
}

function analyzeChild(scope: Scope, child: Scope, around: Surroundings): Names {
  let classScope: Scope | null = null;
  if (child.canSeeClassScope) classScope = scope.kind === 'class' ? scope : around.classScope;
  return analyzeBlock(child, {
    bound: new Set(around.bound),
    global: new Set(around.global),
    typeParameters: new Set(around.typeParameters),
    classScope,
  });
}

function isInlinable(scope: Scope, child: Scope): boolean {
  return child.comprehension !== null && child.comprehension !== 'generator' && !scope.canSeeClassScope;
}

interface Symbol {
  readonly name: string;
  readonly flags: number;
  readonly scopes: Map<string, NameScope>;
  readonly local: Names;
  readonly free: Names;
}

function analyzeName(scope: Scope, symbol: Symbol, around: Surroundings): void {
  const { name, flags, scopes } = symbol;
  if ((flags & symbolFlags.global) !== 0) {
    if ((flags & symbolFlags.nonlocal) !== 0) failAt(scope, name, `name '${name}' is nonlocal and global`);
    scopes.set(name, 'global-explicit');
    around.global.add(name);
    around.bound?.delete(name);
  } else if ((flags & symbolFlags.nonlocal) !== 0) {
    analyzeNonlocal(scope, symbol, around);
  } else if ((flags & boundFlags) !== 0) {
    scopes.set(name, 'local');
    symbol.local.add(name);
    around.global.delete(name);
    if ((flags & symbolFlags.typeParameter) === 0) around.typeParameters.delete(name);
    else around.typeParameters.add(name);
  } else {
    analyzeUse(scope, symbol, around);
  }
}

function analyzeNonlocal(scope: Scope, { name, scopes, free }: Symbol, around: Surroundings): void {
  if (around.bound === null) failAt(scope, name, 'nonlocal declaration not allowed at module level');
  if (!around.bound.has(name)) failAt(scope, name, `no binding for nonlocal '${name}' found`);
  if (around.typeParameters.has(name)) {
    failAt(scope, name, `nonlocal binding not allowed for type parameter '${name}'`);
  }
  scopes.set(name, 'free');
  scope.hasFree = true;
  free.add(name);
}

function analyzeUse(scope: Scope, { name, scopes, free }: Symbol, around: Surroundings): void {
  const inClass = around.classScope?.flagsOf(name) ?? 0;
  if ((inClass & symbolFlags.global) !== 0) {
    scopes.set(name, 'global-explicit');
  } else if ((inClass & boundFlags) !== 0 && (inClass & symbolFlags.nonlocal) === 0) {
    scopes.set(name, 'global-implicit');
  } else if (around.bound?.has(name) === true) {
    scopes.set(name, 'free');
    scope.hasFree = true;
    free.add(name);
  } else {
    if (!around.global.has(name) && scope.isNested) scope.hasFree = true;
    scopes.set(name, 'global-implicit');
  }
}

function failAt(scope: Scope, name: string, message: string): never {
  throw new SyntaxFailure(message, scope.directives.get(name) ?? scope.place);
}

interface Inlining {
  readonly scopes: Map<string, NameScope>;
  readonly childFree: Names;
  readonly inlinedCells: Names;
}

/** The names of an inlined comprehension become names of the block around it. */
function inlineComprehension(scope: Scope, child: Scope, { scopes, childFree, inlinedCells }: Inlining): void {
  for (const [name, flags] of child.flags) {
    if ((flags & symbolFlags.parameter) !== 0) continue;
    let nameScope = child.scopeOf(name) ?? 'global-implicit';
    if (nameScope === 'cell' || (flags & symbolFlags.comprehensionCell) !== 0) inlinedCells.add(name);
    if (!scope.flags.has(name)) {
      if (nameScope === 'free' && scope.kind === 'class' && name === '__class__') {
        nameScope = 'global-implicit';
        childFree.delete(name);
      }
      scope.flags.set(name, flags);
      scopes.set(name, nameScope);
    } else if (
      (scope.flagsOf(name) & boundFlags) !== 0 &&
      scope.kind !== 'class' &&
      !child.children.some((inner) => inner.scopeOf(name) === 'free')
    ) {
      childFree.delete(name);
    }
  }
}

function makeCells(scopes: Map<string, NameScope>, free: Names, inlinedCells: Names): void {
  for (const [name, nameScope] of scopes) {
    if (nameScope !== 'local' || (!free.has(name) && !inlinedCells.has(name))) continue;
    scopes.set(name, 'cell');
    free.delete(name);
  }
}

function dropClassNames(scope: Scope, free: Names): void {
  if (free.delete('__class__')) scope.needsClassClosure = true;
  if (free.delete('__classdict__')) scope.needsClassDict = true;
}

interface Results {
  readonly scopes: Map<string, NameScope>;
  readonly free: Names;
  readonly inlinedCells: Names;
}

function record(scope: Scope, { scopes, free, inlinedCells }: Results, around: Surroundings): void {
  for (const [name, flags] of scope.flags) {
    if (inlinedCells.has(name)) scope.flags.set(name, flags | symbolFlags.comprehensionCell);
  }
  for (const [name, nameScope] of scopes) scope.scopes.set(name, nameScope);
  const isClassLike = scope.kind === 'class' || scope.canSeeClassScope;
  for (const name of free) {
    const flags = scope.flags.get(name);
    if (flags !== undefined) {
      if (isClassLike) scope.flags.set(name, flags | symbolFlags.freeClass);
    } else if (around.bound === null || around.bound.has(name)) {
      // A name of an inner block that an outer one binds passes through this one.
      scope.flags.set(name, 0);
      scope.scopes.set(name, 'free');
    }
  }
}

/**
 * A comprehension inside the code around it: its names are kept apart from those outside.
 * Models: CPython 3.13, Python/compile.c (`push_inlined_comprehension_state`, `pop_inlined_comprehension_state`), PEP 709.
 */
import * as op from '../opcodes.ts';
import { symbolFlags, type NameScope, type Scope } from '../symbols/scope.ts';
import type { CodeGenerator } from './code-generator.ts';
import { noLocation, type Label, type Location } from './instruction.ts';
import { JUMP_NO_INTERRUPT, POP_BLOCK, SETUP_FINALLY, STORE_FAST_MAYBE_NULL } from './pseudo-opcodes.ts';

interface OuterSymbol {
  readonly flags: number;
  readonly scope: NameScope | null;
}

export interface InlinedState {
  /** Locals whose outer values wait on the stack. */
  readonly pushed: string[];
  /** What names meant outside. */
  readonly outerSymbols: Map<string, OuterSymbol>;
  readonly hidden: string[];
  readonly location: Location;
  readonly cleanup: Label | null;
  readonly end: Label | null;
}

export function enterInlined(generator: CodeGenerator, location: Location, inner: Scope): InlinedState {
  const { unit } = generator;
  const isInClass = unit.scope.kind === 'class' && unit.inlinedDepth === 0;
  unit.inlinedDepth += 1;
  const pushed: string[] = [];
  const outerSymbols = new Map<string, OuterSymbol>();
  const hidden: string[] = [];
  for (const [name, flags] of inner.flags) {
    const isOwn = (flags & symbolFlags.local) !== 0 && (flags & symbolFlags.nonlocal) === 0;
    const outerScope = unit.scope.scopeOf(name);
    const isIsolated = isOwn || isInClass;
    if (isIsolated && !unit.scope.isFunctionLike && unit.hiddenLocals.get(name) !== true) {
      unit.hiddenLocals.set(name, true);
      hidden.push(name);
    }
    if (isInClass || isDifferent(inner.scopeOf(name), outerScope)) {
      outerSymbols.set(name, { flags: unit.scope.flagsOf(name), scope: outerScope });
      overrideSymbol(unit.scope, inner, name);
    }
    // In a class even names from outside are kept apart.
    if (!isIsolated) continue;
    generator.emit(location, op.LOAD_FAST_AND_CLEAR, unit.locals.add(name));
    if (inner.scopeOf(name) === 'cell') emitMakeCell(generator, location, name, outerScope);
    pushed.push(name);
  }
  if (pushed.length === 0) return { pushed, outerSymbols, hidden, location, cleanup: null, end: null };
  // The iterator goes back to the top of the stack.
  generator.emit(location, op.SWAP, pushed.length + 1);
  const cleanup = generator.label();
  generator.emitJump(location, SETUP_FINALLY, cleanup);
  return { pushed, outerSymbols, hidden, location, cleanup, end: generator.label() };
}

/** Whether a name is reached in another way inside than outside. */
function isDifferent(inner: NameScope | null, outer: NameScope | null): boolean {
  return inner !== outer && inner !== 'free' && !(inner === 'cell' && outer === 'free');
}

function overrideSymbol(scope: Scope, inner: Scope, name: string): void {
  scope.flags.set(name, inner.flagsOf(name));
  const innerScope = inner.scopeOf(name);
  if (innerScope !== null) scope.scopes.set(name, innerScope);
}

function emitMakeCell(generator: CodeGenerator, location: Location, name: string, outer: NameScope | null): void {
  const { cells, frees } = generator.unit;
  const index = outer === 'free' ? cells.size + frees.add(name) : cells.add(name);
  generator.emit(location, op.MAKE_CELL, index);
}

export function leaveInlined(generator: CodeGenerator, state: InlinedState): void {
  const { unit } = generator;
  unit.inlinedDepth -= 1;
  for (const [name, { flags, scope }] of state.outerSymbols) {
    unit.scope.flags.set(name, flags);
    if (scope === null) unit.scope.scopes.delete(name);
    else unit.scope.scopes.set(name, scope);
  }
  if (state.cleanup !== null && state.end !== null) {
    generator.emit(noLocation, POP_BLOCK);
    generator.emitJump(noLocation, JUMP_NO_INTERRUPT, state.end);
    // An exception inside: the unfinished result lies under it.
    generator.use(state.cleanup);
    generator.emit(noLocation, op.SWAP, 2);
    generator.emit(noLocation, op.POP_TOP);
    restore(generator, state);
    generator.emit(noLocation, op.RERAISE, 0);
    generator.use(state.end);
    restore(generator, state);
  }
  for (const name of state.hidden) unit.hiddenLocals.set(name, false);
}

function restore(generator: CodeGenerator, state: InlinedState): void {
  generator.emit(state.location, op.SWAP, state.pushed.length + 1);
  for (const name of state.pushed.toReversed()) {
    generator.emit(state.location, STORE_FAST_MAYBE_NULL, generator.unit.locals.add(name));
  }
}

/**
 * What the code of a pattern keeps track of.
 * Models: CPython 3.13, Python/compile.c (`pattern_context` and its helpers).
 */
import * as op from '../opcodes.ts';
import type { CodeGenerator } from './code-generator.ts';
import type { Label, Location } from './instruction.ts';

export class MatchState {
  /** Names captured so far; their values lie on the stack in this order, the first at the bottom. */
  stores: string[] = [];
  mayBeIrrefutable: boolean;
  /** Where a failure goes that must first pop so many values. */
  failures: Label[] = [];
  /** Values on top of the captured ones that are still needed. */
  onTop = 0;

  constructor(mayBeIrrefutable: boolean) {
    this.mayBeIrrefutable = mayBeIrrefutable;
  }
}

export function failureAt(generator: CodeGenerator, state: MatchState, pops: number): Label {
  while (state.failures.length <= pops) state.failures.push(generator.label());
  return state.failures[pops] ?? generator.label();
}

export function jumpToFailure(generator: CodeGenerator, location: Location, state: MatchState, opcode: number): void {
  const target = failureAt(generator, state, state.onTop + state.stores.length);
  generator.emitJump(location, opcode, target);
}

/** Here failures arrive: each pops one value fewer than the one before. */
export function receiveFailures(generator: CodeGenerator, location: Location, state: MatchState): void {
  for (let index = state.failures.length - 1; index >= 0; index -= 1) {
    const label = state.failures[index];
    if (label !== undefined) generator.use(label);
    if (index > 0) generator.emit(location, op.POP_TOP);
  }
  state.failures = [];
}

/** Moves the top of the stack so many places down. */
export function rotate(generator: CodeGenerator, location: Location, count: number): void {
  for (let depth = count; depth > 1; depth -= 1) generator.emit(location, op.SWAP, depth);
}

/** Captures the value on top, or drops it where there is no name. */
export function capture(generator: CodeGenerator, location: Location, state: MatchState, name: string | null): void {
  if (name === null) {
    generator.emit(location, op.POP_TOP);
    return;
  }
  addStore(generator, location, state, name);
  rotate(generator, location, state.onTop + state.stores.length);
}

export function addStore(generator: CodeGenerator, location: Location, state: MatchState, name: string): void {
  if (state.stores.includes(name)) {
    generator.fail(`multiple assignments to name '${name}' in pattern`, location);
  }
  state.stores.push(name);
}

/** The futures that were taken from the choices of a stepped run. */
import type { Outcome } from '../../sim-core/trace/outcome.ts';
import type { Turn } from '../../sim-core/trace/stepped-state.ts';
import type { SteppedRun } from '../worker/api.ts';

/** One future: all choices that were ever made on it; one may stand anywhere in it. */
export interface Branch {
  readonly id: number;
  readonly name: string;
  readonly choices: readonly number[];
  readonly turns: readonly Turn[];
  /** How it ended; null while it has not. */
  readonly ending: Outcome['kind'] | null;
}

export interface Branches {
  readonly branches: readonly Branch[];
  readonly currentBranch: number;
}

/** For a fresh start. */
export const noBranches = { branches: [], currentBranch: 0 } as const;

export function currentBranchOf({ branches, currentBranch }: Branches): Branch | null {
  return branches.find(({ id }) => id === currentBranch) ?? null;
}

/** The current branch has become longer, or one has gone back in it; what does not belong to it begins anew. */
export function branchesAfter(store: Branches, { trace, state }: SteppedRun): Partial<Branches> {
  const branch = currentBranchOf(store);
  const ending = state.isOver ? trace.outcome.kind : null;
  const { choices, turns } = state;
  if (branch === null || !isPrefix(branch.choices, choices)) {
    if (branch !== null && isPrefix(choices, branch.choices)) return {};
    return { ...noBranches, branches: [{ id: 0, name: branchName(0), choices, turns, ending }] };
  }
  return {
    branches: store.branches.map((other) => (other === branch ? { ...branch, choices, turns, ending } : other)),
  };
}

function isPrefix(short: readonly number[], long: readonly number[]): boolean {
  return short.length <= long.length && short.every((thread, at) => long[at] === thread);
}

/** A new one, which has gone so far. */
export function withBranch({ branches }: Branches, choices: readonly number[]): Branches {
  const id = Math.max(-1, ...branches.map((branch) => branch.id)) + 1;
  return { branches: [...branches, { id, name: branchName(id), choices, turns: [], ending: null }], currentBranch: id };
}

/** A, B, …, Z, A2, … */
function branchName(id: number): string {
  return String.fromCharCode(65 + (id % 26)) + (id < 26 ? '' : String(Math.floor(id / 26) + 1));
}

/** What a stepped run is to be led to, and whether it has been. */
import type { LinkView } from '../../sim-core/scenario/link-schema.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import type { Store } from './store.ts';

export type Goal = NonNullable<LinkView['goal']>;

/** `missed`: the run is over, and it ended otherwise. */
export type GoalProgress = 'open' | 'reached' | 'missed';

export function goalProgress(store: Store): GoalProgress {
  const { goal, stepped, trace } = store;
  if (goal === null || stepped === null || trace === null) return 'open';
  if (isReached(goal, trace, store)) return 'reached';
  const isKnown = goal.kind !== 'variable' || store.moment?.step === trace.steps;
  return stepped.isOver && isKnown ? 'missed' : 'open';
}

function isReached(goal: Goal, trace: Trace, { stepped, moment }: Store): boolean {
  switch (goal.kind) {
    case 'deadlock':
      return trace.outcome.kind === 'deadlock';
    case 'prints': {
      const printed = trace.output.filter(({ stream }) => stream === 'stdout').map(({ text }) => text);
      return printed.join('').split('\n').includes(goal.text);
    }
    case 'variable': {
      // Only the last moment says how it ended.
      if (stepped?.isOver !== true || moment?.step !== trace.steps) return false;
      const found = moment.processes.flatMap(({ globals }) => globals).find(({ name }) => name === goal.name);
      return found?.text === goal.text;
    }
  }
}

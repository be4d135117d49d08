import { litmusAccesses, litmusCells, litmusTests, outcomesPerAccess } from '../programs/litmus.ts';
import type { RunSummary } from '../results/run-summary.ts';
import { type Experiment, type Reading, ringCapacity } from './experiment.ts';

export const litmus: Experiment = {
  id: 'litmus',
  fields: {
    workers: null,
    amount: { name: 'trials', min: 1024, max: 2_000_000, step: 1024, unit: 'count' },
    rounds: null,
    variants: litmusTests,
  },
  defaults: { workers: 2, variant: 'store-buffering', amount: 204_800, rounds: 1 },
  isPair: false,
  limitMs: 30_000,
  planFor: () => ({
    cellWords: litmusCells.wordCount,
    resultCount: litmusAccesses.length * outcomesPerAccess,
    ringCapacity,
  }),
  summarise,
};

/** The outcome, as 2a + b, that no order of the four steps can give. */
function weakOutcomeOf(variant: string): number {
  return variant === 'message-passing' ? 0b10 : 0b00;
}

function summarise({ settings, memory }: Reading): RunSummary {
  const rows = litmusAccesses.map((label, access) => ({
    label,
    counts: [...memory.results.subarray(access * outcomesPerAccess, (access + 1) * outcomesPerAccess)],
  }));
  const weak = weakOutcomeOf(settings.variant);
  const [plain, atomic] = rows.map(({ counts }) => ({
    weak: counts[weak] ?? 0,
    trials: counts.reduce((sum, count) => sum + count, 0),
  }));
  return {
    checks: [
      { id: 'atomic-never-weak', kind: 'law', holds: atomic?.weak === 0 },
      { id: 'plain-weak-seen', kind: 'sighting', holds: (plain?.weak ?? 0) > 0 },
    ],
    measures: [
      { id: 'trials', value: plain?.trials ?? 0, unit: 'count', isResolved: true },
      { id: 'weak-plain', value: plain?.weak ?? 0, unit: 'count', isResolved: true },
      { id: 'weak-atomic', value: atomic?.weak ?? 0, unit: 'count', isResolved: true },
    ],
    charts: [{ kind: 'outcomes', id: 'outcomes', rows }],
  };
}

/** A deadlock in words, for a terminal. */
import type { Outcome, Wait } from '../trace/outcome.ts';

export function deadlockText(outcome: Extract<Outcome, { kind: 'deadlock' }>): string {
  const { waits, cycle } = outcome;
  const lines = ['deadlock: every thread waits for something that can no longer happen'];
  for (const wait of waits) lines.push(waitText(wait));
  if (cycle.length > 0) lines.push(`the cycle: ${cycleText(waits, cycle)}`);
  return lines.map((line) => `lockstep: ${line}\n`).join('');
}

function waitText(wait: Wait): string {
  const holds = wait.holds.length === 0 ? '' : ` holds ${wait.holds.join(', ')} and`;
  const by =
    wait.heldByNames.length === 0
      ? ''
      : wait.heldBy.includes(wait.thread)
        ? ', which it holds itself'
        : `, held by ${wait.heldByNames.join(', ')}`;
  const isEnd = wait.resourceName === wait.heldByNames[0];
  const what = isEnd ? `the end of ${wait.resourceName}` : `${wait.resourceName}${by}`;
  return `  ${wait.threadName}${holds} waits for ${what} (${wait.fileName}:${wait.line})`;
}

function cycleText(waits: readonly Wait[], cycle: readonly number[]): string {
  const names = cycle.map((thread) => waits.find((wait) => wait.thread === thread));
  const parts = names.map((wait) => `${wait?.threadName ?? '?'} → ${wait?.resourceName ?? '?'}`);
  return `${parts.join(' → ')} → ${names[0]?.threadName ?? '?'}`;
}

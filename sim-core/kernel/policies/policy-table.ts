import { FirstInFirstOut } from './first-in-first-out.ts';
import type { Policy } from './policy.ts';
import { RoundRobin } from './round-robin.ts';

/** Every policy by the name that settings and the command line use. */
export const policyTable: ReadonlyMap<string, () => Policy> = new Map([
  ['round-robin', (): Policy => new RoundRobin()],
  ['fifo', (): Policy => new FirstInFirstOut()],
]);

/** What waking a thread costs its waker, and how long the woken one takes to its core. Models: futex_wake, the scheduler's interrupt, haltpoll. */
import type { Nanoseconds } from '../base/units.ts';
import type { Core } from './core.ts';
import { machineCosts } from './machine-costs.ts';
import type { Thread } from './thread.ts';

export interface WakeLatency {
  readonly wakerNs: Nanoseconds;
  readonly leastNs: Nanoseconds;
  /** It takes less than so much longer, by chance. */
  readonly spreadNs: Nanoseconds;
}

export function wakeLatency(thread: Thread, cores: readonly Core[], now: Nanoseconds): WakeLatency {
  const core = thread.lastCore;
  const { wakeNs, wakePollingCoreNs, wakePollingSpreadNs, idlePollNs } = machineCosts;
  if (core !== null && core.current === null && now - thread.sinceNs < idlePollNs)
    return { wakerNs: wakePollingCoreNs, leastNs: wakePollingCoreNs, spreadNs: wakePollingSpreadNs };
  const isOtherIdle = core === null || core.current === null || cores.some((other) => other.current === null);
  const leastNs = isOtherIdle ? machineCosts.wakeLatencyOtherCoreNs : machineCosts.wakeLatencySameCoreNs;
  return { wakerNs: wakeNs, leastNs, spreadNs: Math.floor(leastNs / 2) };
}

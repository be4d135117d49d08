/** All single phenomena of threads. */
import { eventLoopPhenomena } from './event-loops.ts';
import { gilPhenomena } from './gil-phenomena.ts';
import { greenletPhenomena } from './greenlets.ts';
import { lockPhenomena } from './lock-phenomena.ts';
import { nativeCallPhenomena } from './native-calls.ts';
import { oldGilPhenomena } from './old-gil-phenomena.ts';
import type { Phenomenon } from './phenomenon.ts';
import { shutdownPhenomena } from './shutdown-phenomena.ts';
import { signalPhenomena } from './signal-phenomena.ts';
import { switchPhenomena } from './switch-phenomena.ts';
import { threadPhenomena } from './thread-phenomena.ts';
import { waitPhenomena } from './wait-phenomena.ts';

export const phenomena: readonly Phenomenon[] = [
  ...switchPhenomena,
  ...gilPhenomena,
  ...oldGilPhenomena,
  ...waitPhenomena,
  ...threadPhenomena,
  ...lockPhenomena,
  ...nativeCallPhenomena,
  ...eventLoopPhenomena,
  ...greenletPhenomena,
  ...signalPhenomena,
  ...shutdownPhenomena,
];

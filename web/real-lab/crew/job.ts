import type { MemoryPlan } from '../memory/lab-memory.ts';
import type { RingCost } from '../recording/ring-cost.ts';
import type { ExperimentId } from '../experiments/experiment-id.ts';
import type { Settings } from './settings.ts';

/** The page's first word to a worker. */
export type Job =
  | {
      readonly kind: 'run';
      readonly program: ExperimentId;
      readonly index: number;
      readonly settings: Settings;
      readonly buffer: SharedArrayBuffer;
      readonly plan: MemoryPlan;
      /** The run's time zero, as milliseconds since 1970. */
      readonly originEpochMs: number;
      /** The worker hires the second one of a pair itself. */
      readonly hiresPartner: boolean;
    }
  | { readonly kind: 'calibrate' };

/** What a worker answers. */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'calibrated'; readonly ringCost: RingCost; readonly clockResolutionMs: number };

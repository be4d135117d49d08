import type { WaitEdge } from '../watchdog/wait-for-graph.ts';

/** How a run ended. */
export type CrewEnding =
  | { readonly kind: 'finished' }
  | { readonly kind: 'deadlock'; readonly cycle: readonly WaitEdge[] }
  | { readonly kind: 'limit' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly message: string };

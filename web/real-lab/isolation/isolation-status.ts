/** Whether this page may use shared memory, and if not, why not and what helps. */
export type IsolationStatus =
  | { readonly kind: 'isolated' }
  /** Inside another page, which would have to be isolated too. */
  | { readonly kind: 'framed' }
  /** Not https and not localhost: browsers give no shared memory and no service worker. */
  | { readonly kind: 'insecure' }
  | { readonly kind: 'old-browser' }
  /** The host sends no headers; the service worker can add them after a reload. */
  | { readonly kind: 'can-isolate' }
  /** It was tried, and it did not help. */
  | { readonly kind: 'refused' };

/** The facts the answer is made of, so that it can be tested without a browser. */
export interface IsolationFacts {
  readonly isCrossOriginIsolated: boolean;
  readonly hasSharedMemory: boolean;
  readonly isFramed: boolean;
  readonly isSecure: boolean;
  readonly hasServiceWorkers: boolean;
  readonly wasTried: boolean;
}

export function isolationStatus(facts: IsolationFacts): IsolationStatus {
  if (facts.isCrossOriginIsolated && facts.hasSharedMemory) return { kind: 'isolated' };
  if (facts.isCrossOriginIsolated) return { kind: 'old-browser' };
  if (facts.isFramed) return { kind: 'framed' };
  if (!facts.isSecure) return { kind: 'insecure' };
  if (!facts.hasServiceWorkers) return { kind: 'old-browser' };
  return { kind: facts.wasTried ? 'refused' : 'can-isolate' };
}

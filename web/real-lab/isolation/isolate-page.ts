import { registerSiteWorker } from '../../offline/site-worker.ts';
import type { IsolationFacts } from './isolation-status.ts';

const triedKey = 'lockstep.isolation-tried';
/** A second attempt may be made after this: a person who comes back later deserves one. */
const triedForMs = 30_000;

export function readIsolationFacts(): IsolationFacts {
  return {
    isCrossOriginIsolated: globalThis.crossOriginIsolated === true,
    hasSharedMemory: typeof SharedArrayBuffer === 'function' && typeof Atomics.wait === 'function',
    isFramed: globalThis.top !== globalThis.self,
    isSecure: globalThis.isSecureContext,
    hasServiceWorkers: 'serviceWorker' in navigator,
    wasTried: wasTriedJustNow(),
  };
}

/** Installs the service worker that adds the headers, and loads the page again through it. */
export async function isolateAndReload(): Promise<void> {
  rememberTry();
  const registration = await registerSiteWorker();
  await activeWorker(registration);
  location.reload();
}

function activeWorker(registration: ServiceWorkerRegistration): Promise<void> {
  return new Promise((resolve, reject) => {
    if (registration.active !== null) return resolve();
    const worker = registration.installing ?? registration.waiting;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve();
      if (worker.state === 'redundant') reject(new Error('The service worker could not be installed.'));
    });
  });
}

/** Kept in the tab's own storage: without it the page would reload for ever where isolation is refused. */
function wasTriedJustNow(): boolean {
  try {
    return Date.now() - Number(sessionStorage.getItem(triedKey) ?? 0) < triedForMs;
  } catch (error) {
    if (error instanceof DOMException) return true;
    throw error;
  }
}

function rememberTry(): void {
  try {
    sessionStorage.setItem(triedKey, String(Date.now()));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

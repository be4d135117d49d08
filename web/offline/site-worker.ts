/** The page's side of the service worker: asks it to keep the site for use without a network, and hears of new versions. */
import { useSyncExternalStore } from 'react';

const workerUrl = 'service-worker.js';

let isNewVersionThere = false;
let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

/** The one service worker of the site; the whole site is its scope. */
export function registerSiteWorker(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(workerUrl, { scope: './' });
}

/** Once the page is there and quiet. Not in another page's frame, and not in development, where nothing is built to be kept. */
export function keepSiteOffline(): void {
  const isPossible = import.meta.env.PROD && 'serviceWorker' in navigator && globalThis.isSecureContext;
  if (!isPossible || globalThis.top !== globalThis.self) return;
  const start = (): void => {
    // Where the browser forbids it (a strict setting) the site works all the same, with a network.
    keep().catch(() => undefined);
  };
  if (document.readyState === 'complete') setTimeout(start, 0);
  else addEventListener('load', () => setTimeout(start, 0), { once: true });
}

/** True when a newer version of the site has been fetched and waits. */
export function useNewVersion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isNewVersionThere,
  );
}

/** Lets the new version take over, and loads the page again from it. */
export function changeToNewVersion(): void {
  if (waiting === null || waiting.state !== 'installed') return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('activate');
}

async function keep(): Promise<void> {
  const { serviceWorker } = navigator;
  const hadController = serviceWorker.controller !== null;
  serviceWorker.addEventListener('message', (event) => {
    if (event.data === 'filled') document.documentElement.dataset['offline'] = 'ready';
  });
  // Another tab let a newer version take over: what this page loads later would not fit it.
  if (hadController) serviceWorker.addEventListener('controllerchange', () => announce(null));
  const registration = await registerSiteWorker();
  if (registration.waiting !== null && hadController) announce(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const found = registration.installing;
    found?.addEventListener('statechange', () => {
      if (found.state === 'installed' && serviceWorker.controller !== null) announce(found);
    });
  });
  const { active } = await serviceWorker.ready;
  active?.postMessage('fill');
}

function announce(worker: ServiceWorker | null): void {
  isNewVersionThere = true;
  waiting = worker;
  for (const listener of listeners) listener();
}

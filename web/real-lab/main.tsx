/** Starts the real lab: a page of its own, because shared memory needs an isolated page and the simulator must not be one. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepSiteOffline } from '../offline/site-worker.ts';
import '../ui/base.css';
import { messagesReady } from '../ui/messages/catalogue.ts';
import { startTheme } from '../ui/theme.ts';
import { WorkerRoster } from './crew/worker-roster.ts';
import { LabPage } from './room/lab-page.tsx';

startTheme();
if (globalThis.crossOriginIsolated) keepSiteOffline();

const roster = new WorkerRoster();
addEventListener('pagehide', () => roster.dismissAll());

await messagesReady();
const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <LabPage roster={roster} />
    </StrictMode>,
  );
}

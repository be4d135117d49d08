/** Starts the page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { openStore } from './app/open-store.ts';
import { keepSiteOffline } from './offline/site-worker.ts';
import './ui/base.css';
import { messagesReady } from './ui/messages/catalogue.ts';
import { startTheme } from './ui/theme.ts';

startTheme();
keepSiteOffline();

await messagesReady();
const root = document.querySelector('#root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App store={openStore()} />
    </StrictMode>,
  );
}

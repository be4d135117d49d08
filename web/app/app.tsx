import { Tooltip } from 'radix-ui';
import { type ReactNode, Suspense, useEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { NewVersionNotice } from '../offline/new-version-notice.tsx';
import { ArrivalNotice } from '../share/arrival-notice.tsx';
import { useEmbedDoor } from '../share/embed-door.ts';
import { useArrival } from '../share/use-arrival.ts';
import { useDraft } from '../share/use-draft.ts';
import { useDroppedFiles } from '../share/use-dropped-files.ts';
import { StoreProvider } from '../store/store-context.ts';
import type { Store } from '../store/store.ts';
import { useCommonMessages } from '../ui/messages/common.ts';
import { embeddedPanes } from '../ui/embedding.ts';
import { followSystemTheme } from '../ui/theme.ts';
import css from './app.module.css';
import { BlankScreen } from './blank-screen.tsx';
import { Dialogs } from './dialogs.tsx';
import { EmbedBar } from './embed-bar.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { CpuLabRoom, ModelsRoom } from './lazy-rooms.ts';
import { useRoom } from './route.ts';
import { TopBar } from './top-bar.tsx';
import { Workbench } from './workbench.tsx';

/** The whole page: the bar, and the room the address names. */
export function App({ store }: { readonly store: StoreApi<Store> }): ReactNode {
  const room = useRoom();
  useEffect(() => followSystemTheme(), []);
  return (
    <StoreProvider value={store}>
      <Tooltip.Provider delayDuration={400}>
        <div className={css['app']}>
          <NewVersionNotice />
          <ErrorBoundary key={room}>
            {embeddedPanes() !== null ? <EmbedBar /> : <TopBar room={room} />}
            {room === 'workbench' ? (
              <WorkbenchRoom />
            ) : (
              <LazyRoom>{room === 'models' ? <ModelsRoom /> : <CpuLabRoom />}</LazyRoom>
            )}
          </ErrorBoundary>
        </div>
      </Tooltip.Provider>
    </StoreProvider>
  );
}

function WorkbenchRoom(): ReactNode {
  useArrival();
  useDraft();
  useDroppedFiles();
  useEmbedDoor();
  return (
    <>
      <ArrivalNotice />
      <Workbench />
      <Dialogs />
      <BlankScreen />
    </>
  );
}

function LazyRoom({ children }: { readonly children: ReactNode }): ReactNode {
  const t = useCommonMessages();
  return <Suspense fallback={<p className={css['loading']}>{t('app.loading')}</p>}>{children}</Suspense>;
}

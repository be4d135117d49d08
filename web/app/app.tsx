import { Tooltip } from 'radix-ui';
import { type ReactNode, Suspense, useEffect } from 'react';
import { useCommonMessages } from '../ui/messages/common.ts';
import { followSystemTheme } from '../ui/theme.ts';
import css from './app.module.css';
import { ErrorBoundary } from './error-boundary.tsx';
import { CpuLabRoom } from './lazy-rooms.ts';
import { useRoom } from './route.ts';
import { TopBar } from './top-bar.tsx';

/** The whole page: the bar, and the room the address names. */
export function App(): ReactNode {
  const t = useCommonMessages();
  const room = useRoom();
  useEffect(() => followSystemTheme(), []);
  return (
    <Tooltip.Provider delayDuration={400}>
      <div className={css['app']}>
        <ErrorBoundary key={room}>
          <TopBar room={room} />
          <Suspense fallback={<p className={css['loading']}>{t('app.loading')}</p>}>
            {room === 'cpu-lab' ? <CpuLabRoom /> : <main className={css['room']} />}
          </Suspense>
        </ErrorBoundary>
      </div>
    </Tooltip.Provider>
  );
}

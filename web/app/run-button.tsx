import { Play, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { countText } from '../ui/time-text.ts';
import { useAppMessages } from './messages/app-messages.ts';
import css from './run-button.module.css';

/** Run, or Stop while it runs; says when the picture is older than the program. */
export function RunButton(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const run = useStore((state) => state.run);
  const isStale = useStore((state) => state.ranScenario !== null && state.ranScenario !== state.scenario);
  if (run.kind === 'running') {
    return (
      <>
        <span className={css['progress']} role="timer">
          {run.progress === null ? '' : countText(run.progress.steps)}
        </span>
        <Button kind="danger" icon={<Square />} onClick={() => void store.getState().stopRun()}>
          {t('bar.stop')}
        </Button>
      </>
    );
  }
  return (
    <>
      {isStale && <span className={css['stale']}>{t('bar.stale')}</span>}
      <Button kind="primary" icon={<Play />} onClick={() => void store.getState().startRun()} aria-keyshortcuts="R">
        {t(isStale ? 'bar.runAgain' : 'bar.run')}
      </Button>
    </>
  );
}

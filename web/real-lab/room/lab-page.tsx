import { Tooltip } from 'radix-ui';
import { type ReactNode, useEffect } from 'react';
import { followSystemTheme } from '../../ui/theme.ts';
import { NewVersionNotice } from '../../offline/new-version-notice.tsx';
import type { WorkerRoster } from '../crew/worker-roster.ts';
import { readIsolationFacts } from '../isolation/isolate-page.ts';
import { isolationStatus } from '../isolation/isolation-status.ts';
import { NotIsolated } from '../isolation/not-isolated.tsx';
import { LabBar } from './lab-bar.tsx';
import css from './lab-page.module.css';
import { LabRoom } from './lab-room.tsx';

export interface LabPageProps {
  readonly roster: WorkerRoster;
}

/** The whole page: the bar, and the lab if this page may have shared memory, else the reason and the way out. */
export function LabPage({ roster }: LabPageProps): ReactNode {
  useEffect(() => followSystemTheme(), []);
  const status = isolationStatus(readIsolationFacts());
  return (
    <Tooltip.Provider delayDuration={400}>
      <div className={css['page']}>
        <LabBar />
        <NewVersionNotice />
        {status.kind === 'isolated' ? <LabRoom roster={roster} /> : <NotIsolated status={status} />}
      </div>
    </Tooltip.Provider>
  );
}

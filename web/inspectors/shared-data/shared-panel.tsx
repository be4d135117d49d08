import type { ReactNode } from 'react';
import { useStore } from '../../store/store-context.ts';
import { Button } from '../../ui/button.tsx';
import { countText } from '../../ui/time-text.ts';
import { LocksetVariable } from './lockset-variable.tsx';
import { useSharedMessages } from './messages/shared-messages.ts';
import { SharedObjectsTable } from './shared-objects-table.tsx';
import css from './shared-panel.module.css';
import { useLocksets } from './use-locksets.ts';

/** What threads share: whether each use was guarded by a lock, and which objects several of them can reach. */
export function SharedPanel(): ReactNode {
  const t = useSharedMessages();
  const hasRun = useStore((state) => state.trace !== null);
  return (
    <div className={css['panel']}>
      <section>
        <h3>{t('lockset.title')}</h3>
        {hasRun && <Locksets />}
      </section>
      <section>
        <h3>{t('objects.title')}</h3>
        <SharedObjectsTable />
      </section>
    </div>
  );
}

function Locksets(): ReactNode {
  const t = useSharedMessages();
  const { report, watchHere } = useLocksets();
  if (report === null) return <p className={css['muted']}>{t('lockset.working')}</p>;
  const { fromStep, toStep, totalSteps, variables, onlyRead } = report;
  const range = { from: countText(fromStep), to: countText(toStep), total: countText(totalSteps) };
  return (
    <>
      {variables.map((variable) => (
        <LocksetVariable key={variable.name} variable={variable} />
      ))}
      {variables.length === 0 && <p>{t('lockset.none')}</p>}
      {onlyRead > 0 && <p className={css['muted']}>{t('lockset.onlyRead', { count: onlyRead })}</p>}
      <p className={css['muted']}>
        {watchHere === null ? t('lockset.all', { count: countText(totalSteps) }) : t('lockset.range', range)}{' '}
        {watchHere !== null && <Button onClick={watchHere}>{t('lockset.here')}</Button>}
      </p>
    </>
  );
}

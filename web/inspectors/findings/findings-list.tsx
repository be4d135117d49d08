import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Finding } from '../../store/findings.ts';
import { useStore, useStoreApi } from '../../store/store-context.ts';
import { threadNameOf } from '../../store/trace-threads.ts';
import { Button } from '../../ui/button.tsx';
import css from './findings-list.module.css';
import { useFindingMessages } from './messages/finding-messages.ts';

/** What stands out in the run, and what to do about it. */
export function FindingsList(): ReactNode {
  const t = useFindingMessages();
  const findings = useStore((state) => state.findings);
  const hasRun = useStore((state) => state.trace !== null);
  if (!hasRun) return null;
  return (
    <section aria-label={t('findings.title')}>
      <h3 className={css['title']}>{t('findings.title')}</h3>
      {findings.length === 0 && <p className={css['none']}>{t('findings.none')}</p>}
      <ul className={css['list']}>
        {findings.map((finding) => (
          <FindingItem key={`${finding.kind} ${finding.thread} ${finding.resource}`} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

function FindingItem({ finding }: { readonly finding: Finding }): ReactNode {
  const t = useFindingMessages();
  const store = useStoreApi();
  const trace = useStore((state) => state.trace);
  const { kind, count, percent, thread, resource } = finding;
  const values = {
    count,
    percent,
    name: trace === null || thread === null ? '' : threadNameOf(trace, thread),
    resource: trace?.resources[resource ?? -1]?.name ?? '',
  };
  return (
    <li className={css['finding']}>
      <TriangleAlert aria-hidden="true" />
      <div>
        <p>{t(`finding.${kind}`, values)}</p>
        <p className={css['none']}>{t(`finding.${kind}.remedy`)}</p>
      </div>
      <Button onClick={() => store.getState().showFinding(finding)}>{t('findings.show')}</Button>
    </li>
  );
}

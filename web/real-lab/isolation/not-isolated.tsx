import { ExternalLink, RotateCcw } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { useCommonMessages } from '../../ui/messages/common.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { isolateAndReload } from './isolate-page.ts';
import type { IsolationStatus } from './isolation-status.ts';
import css from './not-isolated.module.css';

type NotIsolatedKind = Exclude<IsolationStatus['kind'], 'isolated'>;

export interface NotIsolatedProps {
  readonly status: { readonly kind: NotIsolatedKind };
}

const reasons = {
  framed: 'isolation.framed',
  insecure: 'isolation.insecure',
  'old-browser': 'isolation.oldBrowser',
  'can-isolate': 'isolation.canIsolate',
  refused: 'isolation.refused',
} as const satisfies Record<NotIsolatedKind, string>;

const headers = `Cross-Origin-Opener-Policy: same-origin
Cross-Origin-Embedder-Policy: require-corp`;

/** Why real threads cannot run on this page as it is, and what to do about it. */
export function NotIsolated({ status }: NotIsolatedProps): ReactNode {
  const t = useLabMessages();
  const common = useCommonMessages();
  const [kind, setKind] = useState(status.kind);
  useEffect(() => {
    if (kind === 'can-isolate') isolateAndReload().catch(() => setKind('refused'));
  }, [kind]);
  return (
    <main className={css['page']} data-isolation={kind}>
      <h1>{t('isolation.title')}</h1>
      <p>{t('isolation.why')}</p>
      <output>
        <strong>{t(reasons[kind])}</strong>
      </output>
      <p className={css['actions']}>
        {kind === 'framed' && (
          <a className={css['button']} href={location.href} target="_blank" rel="noopener">
            <ExternalLink aria-hidden="true" /> {t('isolation.openTab')}
          </a>
        )}
        {kind === 'refused' && (
          <Button kind="primary" icon={<RotateCcw />} onClick={() => setKind('can-isolate')}>
            {common('action.retry')}
          </Button>
        )}
      </p>
      {kind === 'refused' && (
        <>
          <p>{t('isolation.forHosts')}</p>
          <pre className={css['headers']}>{headers}</pre>
        </>
      )}
      <p className={css['aside']}>
        {t('isolation.simulator')} <a href="./">{t('isolation.toSimulator')}</a>
      </p>
    </main>
  );
}

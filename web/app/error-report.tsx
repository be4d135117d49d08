import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { useCommonMessages } from '../ui/messages/common.ts';
import css from './error-report.module.css';

export interface ErrorReportProps {
  readonly error: Error;
  readonly onRetry: () => void;
}

export function ErrorReport({ error, onRetry }: ErrorReportProps): ReactNode {
  const t = useCommonMessages();
  return (
    <section className={css['report']} role="alert">
      <h1>{t('error.title')}</h1>
      <p>{t('error.body')}</p>
      <p className={css['actions']}>
        <Button kind="primary" onClick={onRetry}>
          {t('action.retry')}
        </Button>
        <Button onClick={() => location.reload()}>{t('action.reload')}</Button>
      </p>
      <details>
        <summary>{t('error.details')}</summary>
        <pre>{error.stack ?? error.message}</pre>
      </details>
    </section>
  );
}

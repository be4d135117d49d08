import { Download, Link } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { chromeTraceOf } from '../export/chrome-trace.ts';
import { saveText } from '../export/save-text.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { runHash } from '../share/run-link.ts';
import css from './controls.module.css';
import { type RunRecord, sharedRunOf } from './run-record.ts';

/** A run as a link and as a trace file. */
export function ShareButtons({ record }: { readonly record: RunRecord | null }): ReactNode {
  const t = useLabMessages();
  const [copied, setCopied] = useState<{ readonly record: RunRecord; readonly isDone: boolean } | null>(null);
  if (record === null) return null;
  const copy = (): void => {
    history.replaceState(null, '', runHash(sharedRunOf(record)));
    navigator.clipboard.writeText(location.href).then(
      () => setCopied({ record, isDone: true }),
      () => setCopied({ record, isDone: false }),
    );
  };
  const save = (): void => {
    const { experiment, settings, machine } = record;
    const about = { experiment, ...settings, browser: machine.browser, cores: machine.cores };
    saveText(`lockstep-${experiment}.json`, JSON.stringify(chromeTraceOf(record.rows, about)));
  };
  const wasCopied = copied?.record === record;
  return (
    <span className={css['share']}>
      <Button icon={<Link />} onClick={copy}>
        {t(wasCopied && copied.isDone ? 'share.copied' : 'share.link')}
      </Button>
      <Button icon={<Download />} title={t('share.traceHint')} onClick={save}>
        {t('share.trace')}
      </Button>
      {wasCopied && !copied.isDone && <output>{t('share.failed')}</output>}
    </span>
  );
}

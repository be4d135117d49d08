import type { ReactNode } from 'react';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { detailedOperations } from '../programs/detail-limit.ts';
import { formatDuration, formatNumber, formatQuantity } from '../results/format-quantity.ts';
import css from './controls.module.css';
import { recordingShare, type RunRecord } from './run-record.ts';
import type { RunState } from './use-lab-run.ts';

export interface RunStatusProps {
  readonly state: RunState;
  readonly limitMs: number;
}

/** How the run is going or how it ended, and what its recording cost. */
export function RunStatus({ state, limitMs }: RunStatusProps): ReactNode {
  const t = useLabMessages();
  const ending = state.kind === 'done' ? state.record.ending.kind : state.kind;
  return (
    <output className={css['status']} data-run={ending}>
      {state.kind === 'idle' && t('run.notYet')}
      {state.kind === 'running' && t('run.running')}
      {state.kind === 'done' && <EndingWords record={state.record} limitMs={limitMs} />}
    </output>
  );
}

function EndingWords({ record, limitMs }: { readonly record: RunRecord; readonly limitMs: number }): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const { experiment, ending, elapsedMs, log, memory } = record;
  const time = formatDuration(ending.kind === 'limit' ? limitMs : elapsedMs, language);
  const message = ending.kind === 'failed' ? ending.message : '';
  const { events, percent } = recordingShare(record);
  const isOverwritten = log.workers.some(({ overwrittenCount }) => overwrittenCount > 0);
  const kept = formatNumber(memory.plan.ringCapacity, language, 0);
  const share = formatQuantity(percent, 'percent', language);
  return (
    <>
      <strong data-kind={ending.kind}>{t(`run.${ending.kind}`, { time, message })}</strong>{' '}
      {t('run.recorded', { events: formatNumber(events, language, 0), share })}{' '}
      {experiment === 'coordination' && t('run.detail', { operations: formatNumber(detailedOperations, language, 0) })}{' '}
      {isOverwritten && t('run.overwritten', { kept })}
    </>
  );
}

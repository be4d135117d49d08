import type { ReactNode } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { durationText } from '../ui/time-text.ts';
import type { JobShape } from './job-shape.ts';
import { useModelMessages } from './messages/model-messages.ts';
import css from './model-card.module.css';
import { type ModelId, modelScenario } from './model-programs.ts';
import { ModelRows } from './model-rows.tsx';
import { gainOver } from './gain.ts';
import type { ModelResults } from './use-model-runs.ts';

export interface ModelCardProps {
  readonly model: ModelId;
  readonly shape: JobShape;
  readonly results: ModelResults;
  /** The end of the shared axis. */
  readonly longestNs: number;
}

/** One model: its name, how long it took and why, its rows, and the program itself. */
export function ModelCard({ model, shape, results, longestNs }: ModelCardProps): ReactNode {
  const t = useModelMessages();
  const store = useStoreApi();
  const result = results[model];
  const open = (): void => {
    store.getState().openScenario(modelScenario(model, shape, t(`model.${model}`)));
    void store.getState().startRun();
    location.hash = '#/';
  };
  return (
    <section className={css['card']}>
      <div className={css['head']}>
        <h2>{t(`model.${model}`)}</h2>
        <Verdict model={model} results={results} />
        <Button className={css['open']} onClick={open}>
          {t('open')}
        </Button>
      </div>
      <p className={css['why']}>{t(`model.${model}.why`)}</p>
      {result?.kind === 'done' && <ModelRows run={result.run} longestNs={longestNs} label={t(`model.${model}`)} />}
      {result?.kind === 'failed' && <p className={css['failed']}>{t('unsupported', { reason: result.reason })}</p>}
      <details className={css['program']}>
        <summary>{t('program')}</summary>
        <pre>{modelScenario(model, shape, '').files[0].text}</pre>
      </details>
    </section>
  );
}

function Verdict({ model, results }: { readonly model: ModelId; readonly results: ModelResults }): ReactNode {
  const t = useModelMessages();
  const result = results[model];
  if (result?.kind === 'running') return <span className={css['muted']}>{t('running')}</span>;
  if (result?.kind !== 'done') return null;
  const gain = gainOver(results, model);
  return (
    <>
      <strong className={css['total']}>{t('total', { time: durationText(result.run.totalNs) })}</strong>
      {gain !== null && model !== 'sequence' && (
        <span className={css['muted']}>{gain < 1.05 ? t('noGain') : t('gain', { factor: gain.toFixed(1) })}</span>
      )}
    </>
  );
}

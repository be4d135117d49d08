import type { ReactNode } from 'react';
import { ChartView } from '../charts/chart-view.tsx';
import type { ExperimentId } from '../experiments/experiment-id.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import type { Prediction } from '../predictions/prediction.ts';
import type { RunSummary } from '../results/run-summary.ts';
import type { SharedRun } from '../share/shared-run.ts';
import { CheckList } from './check-list.tsx';
import css from './experiment-view.module.css';
import { LiveMemory } from './live-memory.tsx';
import { NumberList } from './number-list.tsx';
import type { RunState } from './use-lab-run.ts';

export interface MeasuredPanelProps {
  readonly experiment: ExperimentId;
  readonly state: RunState;
  readonly shared: SharedRun | null;
  readonly prediction: Prediction;
  readonly simulatedOutput: string | null;
}

/** What really happened: the memory while it runs, then the charts, the checks and the numbers. */
export function MeasuredPanel({ experiment, state, shared, ...predicted }: MeasuredPanelProps): ReactNode {
  const t = useLabMessages();
  const summary = state.kind === 'done' ? state.record.summary : (shared?.summary ?? null);
  return (
    <section className={css['side']} aria-labelledby="measured">
      <h2 id="measured">
        {t(state.kind === 'idle' && shared !== null ? 'section.measuredThere' : 'section.measured')}
      </h2>
      {state.kind !== 'idle' && <LiveMemory experiment={experiment} state={state} />}
      {summary !== null && <Results summary={summary} {...predicted} />}
      {state.kind === 'idle' && summary === null && <p className={css['empty']}>{t('run.notYet')}</p>}
    </section>
  );
}

interface ResultsProps extends Pick<MeasuredPanelProps, 'prediction' | 'simulatedOutput'> {
  readonly summary: RunSummary;
}

function Results({ summary, ...predicted }: ResultsProps): ReactNode {
  return (
    <>
      {summary.charts.map((chart) => (
        <ChartView key={chart.id} chart={chart} {...predicted} />
      ))}
      <CheckList checks={summary.checks} />
      <NumberList measures={summary.measures} />
    </>
  );
}

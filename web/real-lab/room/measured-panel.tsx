import type { ReactNode } from 'react';
import { ChartView } from '../charts/chart-view.tsx';
import type { ExperimentId } from '../experiments/experiment-id.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { LivePicture } from '../pictures/live-picture.tsx';
import { useLiveFrame } from '../pictures/use-live-frame.ts';
import type { Prediction } from '../predictions/prediction.ts';
import type { SharedRun } from '../share/shared-run.ts';
import { CheckList } from './check-list.tsx';
import css from './experiment-view.module.css';
import { NumberList } from './number-list.tsx';
import type { RunState } from './use-lab-run.ts';

export interface MeasuredPanelProps {
  readonly experiment: ExperimentId;
  readonly state: RunState;
  readonly shared: SharedRun | null;
  readonly prediction: Prediction;
}

/** What really happened: the memory while it runs, then the checks, the numbers and the charts. */
export function MeasuredPanel({ experiment, state, shared, prediction }: MeasuredPanelProps): ReactNode {
  const t = useLabMessages();
  const running = state.kind === 'running' ? state : null;
  const record = state.kind === 'done' ? state.record : null;
  const frame = useLiveFrame(running?.crew.memory ?? record?.memory ?? null, running !== null);
  const about = running?.settings ?? record?.settings;
  const cycle = record?.ending.kind === 'deadlock' ? record.ending.cycle : null;
  const summary = record?.summary ?? shared?.summary ?? null;
  return (
    <section className={css['side']} aria-labelledby="measured">
      <h2 id="measured">{t('section.measured')}</h2>
      {frame !== null && about !== undefined && (
        <LivePicture experiment={experiment} settings={about} frame={frame} cycle={cycle} />
      )}
      {summary !== null && (
        <>
          {summary.charts.map((chart) => (
            <ChartView key={chart.id} chart={chart} prediction={prediction} />
          ))}
          <CheckList checks={summary.checks} />
          <NumberList measures={summary.measures} />
        </>
      )}
      {frame === null && summary === null && <p className={css['empty']}>{t('run.notYet')}</p>}
    </section>
  );
}

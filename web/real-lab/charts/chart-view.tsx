import type { ReactNode } from 'react';
import { useLabMessages } from '../messages/lab-messages.ts';
import type { Prediction } from '../predictions/prediction.ts';
import { printedNumber, printedSeries } from '../predictions/printed-results.ts';
import type { Chart } from '../results/run-summary.ts';
import { BarsView } from './bars-view.tsx';
import css from './chart.module.css';
import { CountsView } from './counts-view.tsx';
import { HistogramView } from './histogram-view.tsx';
import { LinesView } from './lines-view.tsx';
import { OutcomesView } from './outcomes-view.tsx';

export interface ChartViewProps {
  readonly chart: Chart;
  /** What was predicted for the same experiment, drawn into the same chart. */
  readonly prediction: Prediction;
  /** What the simulator printed for the same experiment, if it was asked. */
  readonly simulatedOutput: string | null;
}

export function ChartView({ chart, prediction, simulatedOutput }: ChartViewProps): ReactNode {
  const t = useLabMessages();
  return (
    <figure className={css['figure']}>
      <figcaption className={css['caption']}>{t(`chart.${chart.id}`)}</figcaption>
      {bodyOf(chart, prediction, simulatedOutput)}
    </figure>
  );
}

function bodyOf(chart: Chart, prediction: Prediction, simulatedOutput: string | null): ReactNode {
  switch (chart.kind) {
    case 'histogram':
      return (
        <HistogramView chart={chart} possible={prediction.possible} simulated={printedNumber(simulatedOutput ?? '')} />
      );
    case 'bars':
      return <BarsView chart={chart} predicted={prediction.bars} />;
    case 'counts':
      return <CountsView chart={chart} />;
    case 'lines':
      return (
        <LinesView
          chart={chart}
          predicted={[...prediction.series, ...printedSeries(simulatedOutput ?? '', chart.id)]}
        />
      );
    case 'outcomes':
      return <OutcomesView chart={chart} allowed={prediction.allowed} />;
  }
}

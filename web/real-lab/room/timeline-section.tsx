import type { ReactNode } from 'react';
import { useLabMessages } from '../messages/lab-messages.ts';
import type { Prediction } from '../predictions/prediction.ts';
import { RunTimeline } from '../timeline/run-timeline.tsx';
import css from './experiment-view.module.css';
import type { RunRecord } from './run-record.ts';

export interface TimelineSectionProps {
  readonly record: RunRecord | null;
  readonly isShared: boolean;
  readonly prediction: Prediction;
}

/** The real run, and under it the predicted one where it has been simulated, on the same component. */
export function TimelineSection({ record, isShared, prediction }: TimelineSectionProps): ReactNode {
  const t = useLabMessages();
  return (
    <section className={css['timeline']} aria-labelledby="timeline">
      <h2 id="timeline">{t('section.timeline')}</h2>
      {record !== null && <RunTimeline rows={record.rows} />}
      {record === null && <p className={css['empty']}>{t(isShared ? 'shared.noTimeline' : 'timeline.none')}</p>}
      {prediction.rows !== null && (
        <>
          <h2>{t('section.timelinePredicted')}</h2>
          <RunTimeline rows={prediction.rows} />
        </>
      )}
    </section>
  );
}

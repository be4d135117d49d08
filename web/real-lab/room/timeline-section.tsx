import type { ReactNode } from 'react';
import { useLabMessages } from '../messages/lab-messages.ts';
import type { SimulatedRun } from '../predictions/simulate.ts';
import { RunTimeline } from '../timeline/run-timeline.tsx';
import css from './experiment-view.module.css';
import type { RunRecord } from './run-record.ts';

export interface TimelineSectionProps {
  readonly record: RunRecord | null;
  readonly isShared: boolean;
  /** The same experiment in the simulator, once it has been asked. */
  readonly simulated: SimulatedRun | null;
}

/** The real run, and under it the predicted one where it has been simulated, on the same component. */
export function TimelineSection({ record, isShared, simulated }: TimelineSectionProps): ReactNode {
  const t = useLabMessages();
  return (
    <section className={css['timeline']} aria-labelledby="timeline">
      <h2 id="timeline">{t('section.timeline')}</h2>
      {record !== null && <RunTimeline label={t('section.timeline')} rows={record.rows} />}
      {record === null && <p className={css['empty']}>{t(isShared ? 'shared.noTimeline' : 'timeline.none')}</p>}
      {simulated !== null && (
        <>
          <h2>{t('section.timelinePredicted')}</h2>
          <RunTimeline label={t('section.timelinePredicted')} rows={simulated.rows} />
        </>
      )}
    </section>
  );
}

import type { ReactNode } from 'react';
import type { Moment } from '../../../sim-core/trace/moment.ts';
import type { LoopMoment } from '../../../sim-core/trace/task.ts';
import { LoopSteps } from './loop-steps.tsx';
import css from './loop-view.module.css';
import { useTaskMessages } from './messages/task-messages.ts';

export interface LoopViewProps {
  readonly loop: LoopMoment;
  readonly moment: Moment;
}

/** One event loop: its algorithm with the place where it stands, and the things it looks after. */
export function LoopView({ loop, moment }: LoopViewProps): ReactNode {
  const t = useTaskMessages();
  const thread = moment.threads.find(({ id }) => id === loop.thread)?.name ?? `#${loop.thread}`;
  return (
    <section className={css['loop']}>
      <h3>
        {t(`loop.${loop.kind}`, { thread })}
        <span className={css['turn']}>
          {loop.phase === null ? t('loop.notRunning') : t('loop.turn', { turn: loop.turn })}
        </span>
        {loop.isDebugging && <span className={css['turn']}>{t('loop.debug')}</span>}
      </h3>
      <LoopSteps loop={loop} moment={moment} />
    </section>
  );
}

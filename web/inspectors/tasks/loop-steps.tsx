import type { ReactNode } from 'react';
import { loopPhases } from '../../../sim-core/trace/event-kind.ts';
import type { LoopMoment } from '../../../sim-core/trace/task.ts';
import { durationText } from '../../ui/time-text.ts';
import css from './loop-steps.module.css';
import { useTaskMessages } from './messages/task-messages.ts';

/** One turn, in the order of the algorithm. */
const steps = ['select', 'socketsReady', 'timersDue', 'callbacks'] as const;

/** The event loop as a stepper: its captions are its algorithm. */
export function LoopSteps({ loop }: { readonly loop: LoopMoment }): ReactNode {
  const t = useTaskMessages();
  return (
    <ol className={css['steps']} aria-label={t('loop.cycle')}>
      {steps.map((step) => {
        const isHere = loop.phase === loopPhases[step];
        return (
          <li key={step} className={isHere ? css['here'] : undefined} aria-current={isHere ? 'step' : undefined}>
            <span className={css['caption']}>
              {t(`loop.phase.${step}`)}
              {isHere && <span className={css['mark']}>{t('loop.here')}</span>}
            </span>
            <span className={css['help']}>{t(`loop.phase.${step}.help`)}</span>
            {isHere && step === 'select' && <SelectLimit loop={loop} />}
          </li>
        );
      })}
    </ol>
  );
}

function SelectLimit({ loop }: { readonly loop: LoopMoment }): ReactNode {
  const t = useTaskMessages();
  const { selectUntilNs } = loop;
  return (
    <span className={css['limit']}>
      {selectUntilNs === null ? t('loop.selectEndless') : t('loop.selectUntil', { time: durationText(selectUntilNs) })}
    </span>
  );
}

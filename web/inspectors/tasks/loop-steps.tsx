import type { ReactNode } from 'react';
import { loopPhases } from '../../../sim-core/trace/event-kind.ts';
import type { TaskKind } from '../../../sim-core/trace/task.ts';
import { durationText } from '../../ui/time-text.ts';
import type { LoopViewProps } from './loop-view.tsx';
import css from './loop-steps.module.css';
import { useTaskMessages } from './messages/task-messages.ts';
import { ReadyQueue } from './ready-queue.tsx';
import { TimerHeap } from './timer-heap.tsx';
import { WatchedSockets } from './watched-sockets.tsx';

type Step = 'select' | 'socketsReady' | 'timersDue' | 'callbacks';

/** One turn, in the order of the algorithm: asyncio's `_run_once`; libev with gevent's callbacks before it. */
const steps: Readonly<Record<TaskKind, readonly Step[]>> = {
  asyncio: ['select', 'socketsReady', 'timersDue', 'callbacks'],
  greenlet: ['callbacks', 'select', 'timersDue'],
};

/** The event loop as a stepper: its captions are its algorithm, and under each stands what it works on. */
export function LoopSteps({ loop, moment }: LoopViewProps): ReactNode {
  const t = useTaskMessages();
  return (
    <ol className={[css['steps'], css[loop.kind]].join(' ')} aria-label={t(`loop.cycle.${loop.kind}`)}>
      {steps[loop.kind].map((step) => {
        const isHere = loop.phase === loopPhases[step];
        return (
          <li key={step} className={isHere ? css['here'] : undefined} aria-current={isHere ? 'step' : undefined}>
            <span className={css['caption']}>
              <span>
                {t(`${loop.kind}.${step}`)} {isHere && <span className={css['mark']}>{t('loop.here')}</span>}
              </span>
            </span>
            <StepContents step={step} loop={loop} moment={moment} />
            <span className={css['help']}>{t(`${loop.kind}.${step}.help`)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function StepContents({ step, loop, moment }: LoopViewProps & { readonly step: Step }): ReactNode {
  switch (step) {
    case 'select':
      return (
        <>
          {loop.phase === loopPhases.select && <SelectLimit loop={loop} moment={moment} />}
          <WatchedSockets sockets={loop.sockets} />
        </>
      );
    case 'socketsReady':
      return null;
    case 'timersDue':
      return <TimerHeap timers={loop.timers} nowNs={moment.timeNs} />;
    case 'callbacks':
      return <ReadyQueue loop={loop} eventCount={moment.eventCount} />;
  }
}

function SelectLimit({ loop: { selectUntilNs }, moment }: LoopViewProps): ReactNode {
  const t = useTaskMessages();
  if (selectUntilNs === null) return <span className={css['limit']}>{t('loop.selectEndless')}</span>;
  const leftNs = selectUntilNs - moment.timeNs;
  const words =
    leftNs <= 0
      ? t('loop.selectLooks')
      : t('loop.selectUntil', { time: durationText(selectUntilNs), left: durationText(leftNs) });
  return <span className={css['limit']}>{words}</span>;
}

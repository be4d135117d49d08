import type { ReactNode } from 'react';
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import { useCommonMessages } from '../ui/messages/common.ts';
import { stateStyleOf } from '../ui/state-style.ts';
import { StateSwatch } from '../ui/state-swatch.tsx';
import css from './legend.module.css';
import { useTimelineMessages } from './messages/timeline-messages.ts';

const shown = [
  threadStates.running,
  threadStates.runningOutsideGil,
  threadStates.ready,
  threadStates.waitingForGil,
  threadStates.blocked,
  threadStates.sleeping,
  threadStates.inputOutput,
] as const;

export function Legend(): ReactNode {
  const t = useTimelineMessages();
  const common = useCommonMessages();
  return (
    <ul className={css['legend']} aria-label={t('timeline.legend')}>
      {shown.map((state) => (
        <li key={state}>
          <StateSwatch state={state} />
          {common(stateStyleOf(state).message)}
        </li>
      ))}
    </ul>
  );
}

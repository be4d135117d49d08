import type { ReactNode } from 'react';
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import { useCommonMessages } from '../ui/messages/common.ts';
import { stateStyleOf } from '../ui/state-style.ts';
import { StateSwatch } from '../ui/state-swatch.tsx';
import css from './state-legend.module.css';

const shown = [
  threadStates.running,
  threadStates.runningOutsideGil,
  threadStates.ready,
  threadStates.waitingForGil,
  threadStates.blocked,
  threadStates.sleeping,
];

/** What the colours and patterns of the rows mean. */
export function StateLegend(): ReactNode {
  const common = useCommonMessages();
  return (
    <ul className={css['legend']}>
      {shown.map((state) => (
        <li key={state}>
          <StateSwatch state={state} />
          {common(stateStyleOf(state).message)}
        </li>
      ))}
    </ul>
  );
}

import { type ReactNode, useMemo } from 'react';
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import { useCommonMessages } from '../ui/messages/common.ts';
import { stateStyleOf } from '../ui/state-style.ts';
import { StateSwatch } from '../ui/state-swatch.tsx';
import type { Lane } from './lane.ts';
import css from './legend.module.css';
import { useTimelineMessages } from './messages/timeline-messages.ts';

/** Colours and patterns of the states that this run has. */
export function Legend({ lanes }: { readonly lanes: readonly Lane[] }): ReactNode {
  const t = useTimelineMessages();
  const common = useCommonMessages();
  const shown = useMemo(() => statesOf(lanes), [lanes]);
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

/** In the order of their numbers; "finished" is only a line and needs no explanation. */
function statesOf(lanes: readonly Lane[]): readonly number[] {
  const isSeen = new Uint8Array(256);
  for (const lane of lanes) {
    if (lane.kind !== 'thread' && lane.kind !== 'task') continue;
    for (const state of lane.track.value) isSeen[state] = 1;
  }
  return Object.values(threadStates).filter((state) => state !== threadStates.finished && isSeen[state] === 1);
}

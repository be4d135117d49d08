import type { ReactNode } from 'react';
import { useStore } from '../store/store-context.ts';
import { countText, durationText } from '../ui/time-text.ts';
import { useTimelineMessages } from './messages/timeline-messages.ts';
import css from './timeline-empty.module.css';

/** What stands here before the first run. */
export function TimelineEmpty(): ReactNode {
  const t = useTimelineMessages();
  const run = useStore((store) => store.run);
  if (run.kind !== 'running') return <p className={css['empty']}>{t('timeline.empty')}</p>;
  const steps = countText(run.progress?.steps ?? 0);
  return (
    <p className={css['empty']}>{t('timeline.running', { steps, time: durationText(run.progress?.timeNs ?? 0) })}</p>
  );
}

import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LoopMoment } from '../../../sim-core/trace/task.ts';
import { callbackAt } from '../../store/loop-callback.ts';
import { useStore } from '../../store/store-context.ts';
import { durationText } from '../../ui/time-text.ts';
import css from './called-now.module.css';
import { HandleChip } from './handle-chip.tsx';
import { useTaskMessages } from './messages/task-messages.ts';

export interface CalledNowProps {
  readonly loop: LoopMoment;
  readonly eventCount: number;
}

/** The callback that the loop is calling, with a badge where it keeps everybody waiting. */
export function CalledNow({ loop, eventCount }: CalledNowProps): ReactNode {
  const t = useTaskMessages();
  const trace = useStore((store) => store.trace);
  const called = trace === null || loop.phase === null ? null : callbackAt(trace, eventCount, loop.thread);
  if (called === null) return null;
  const duration = durationText(called.toNs - called.fromNs);
  return (
    <div className={css['called']}>
      <span className={css['label']}>{t('called.now')}</span>
      <HandleChip handle={{ ...called, isCancelled: false }} />
      {called.isBlocking && (
        <p className={css['blocked']}>
          <strong>
            <TriangleAlert aria-hidden="true" />
            {t('blocked.badge', { duration })}
          </strong>
          {t('blocked.help')}
        </p>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import type { HandleMoment } from '../../../sim-core/trace/task.ts';
import { useStoreApi } from '../../store/store-context.ts';
import { threadColor } from '../../ui/state-style.ts';
import css from './handle-chip.module.css';
import { useTaskMessages } from './messages/task-messages.ts';
import { taskHue } from '../../ui/task-hue.ts';

export interface HandleChipProps {
  readonly handle: HandleMoment;
  readonly isNext?: boolean;
  /** What stands after its words, such as when it is due. */
  readonly note?: string;
}

/** A callback in a queue; one that belongs to a task has its colour and selects it. */
export function HandleChip({ handle, isNext = false, note }: HandleChipProps): ReactNode {
  const t = useTaskMessages();
  const store = useStoreApi();
  const words = (
    <>
      <span className={handle.isCancelled ? css['cancelled'] : undefined}>{handle.text}</span>
      {isNext && <span className={css['note']}>{t('ready.next')}</span>}
      {note !== undefined && <span className={css['note']}>{note}</span>}
      {handle.isCancelled && <span className={css['note']}>{t('handle.cancelled')}</span>}
    </>
  );
  const { task } = handle;
  if (task === null) return <span className={css['chip']}>{words}</span>;
  return (
    <button
      type="button"
      className={css['chip']}
      style={{ '--thread': threadColor(taskHue(task)) }}
      onClick={() => store.getState().selectTask(task)}
    >
      {words}
    </button>
  );
}

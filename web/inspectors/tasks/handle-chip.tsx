import type { ReactNode } from 'react';
import type { HandleMoment } from '../../../sim-core/trace/task.ts';
import { useStoreApi } from '../../store/store-context.ts';
import { callbackWords } from '../../ui/callback-words.ts';
import { useCommonMessages } from '../../ui/messages/common.ts';
import { threadColor } from '../../ui/state-style.ts';
import css from './handle-chip.module.css';
import { useTaskMessages } from './messages/task-messages.ts';
import { taskHue } from '../../ui/task-hue.ts';

export interface HandleChipProps {
  readonly handle: HandleMoment;
  readonly isNext?: boolean;
}

/** A callback in a queue; one that belongs to a task has its colour and selects it. */
export function HandleChip({ handle, isNext = false }: HandleChipProps): ReactNode {
  const t = useTaskMessages();
  const common = useCommonMessages();
  const store = useStoreApi();
  const words = (
    <>
      <span className={handle.isCancelled ? css['cancelled'] : undefined}>{callbackWords(handle.text, common)}</span>
      {isNext && <span className={css['note']}>{t('ready.next')}</span>}
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

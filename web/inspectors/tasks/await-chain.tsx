import type { ReactNode } from 'react';
import { taskStates } from '../../../sim-core/trace/event-kind.ts';
import type { Moment } from '../../../sim-core/trace/moment.ts';
import type { TaskMoment } from '../../../sim-core/trace/task.ts';
import { useStore, useStoreApi } from '../../store/store-context.ts';
import css from './await-chain.module.css';
import { useTaskMessages } from './messages/task-messages.ts';
import { chosenTask } from './chosen-task.ts';

/** The chain of awaits of the chosen task, from its coroutine down to what it really waits for. */
export function AwaitChain({ moment }: { readonly moment: Moment }): ReactNode {
  const t = useTaskMessages();
  const selected = useStore((store) => store.selectedTask);
  const task = chosenTask(moment, selected);
  if (task === undefined) return null;
  return (
    <section className={css['chain']}>
      <h3>{t('chain.title', { task: task.name })}</h3>
      {task.state === taskStates.running && <p className={css['muted']}>{t('chain.running')}</p>}
      {task.state !== taskStates.running && task.frames.length === 0 && (
        <p className={css['muted']}>{t('chain.none')}</p>
      )}
      <ol className={css['frames']}>
        {task.frames.toReversed().map((frame, depth) => (
          <li key={depth} className={frame.isLibrary ? css['library'] : undefined}>
            {depth > 0 && <span className={css['muted']}>{t('chain.then')} </span>}
            <code>{t('chain.line', { function: frame.functionName, line: Math.max(1, frame.line) })}</code>
          </li>
        ))}
        {task.awaits !== null && (
          <li className={css['last']}>
            <span className={css['muted']}>{t('chain.then')} </span>
            <code>{task.awaits}</code>
          </li>
        )}
      </ol>
      <AwaitedTask task={task} moment={moment} />
    </section>
  );
}

function AwaitedTask({ task, moment }: { readonly task: TaskMoment; readonly moment: Moment }): ReactNode {
  const t = useTaskMessages();
  const store = useStoreApi();
  const awaited = moment.tasks.find(({ id }) => id === task.awaitsTask);
  if (awaited === undefined) return null;
  return (
    <button type="button" className={css['link']} onClick={() => store.getState().selectTask(awaited.id)}>
      {t('chain.task', { task: awaited.name })}
    </button>
  );
}

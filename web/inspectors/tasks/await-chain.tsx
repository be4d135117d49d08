import type { ReactNode } from 'react';
import type { Moment } from '../../../sim-core/trace/moment.ts';
import { useStore } from '../../store/store-context.ts';
import css from './await-chain.module.css';
import { ChainLink } from './chain-link.tsx';
import { chosenTask } from './chosen-task.ts';
import { useTaskMessages } from './messages/task-messages.ts';
import { TaskName } from './task-name.tsx';
import { chainOf } from './task-frames.ts';

/** The chain of awaits of the chosen task, through all the tasks it leads to, down to what is really waited for. */
export function AwaitChain({ moment }: { readonly moment: Moment }): ReactNode {
  const t = useTaskMessages();
  const selected = useStore((store) => store.selectedTask);
  const task = chosenTask(moment, selected);
  if (task === undefined) return null;
  const waiters = moment.tasks.filter(({ awaitsTask }) => awaitsTask === task.id);
  return (
    <section className={css['chain']}>
      <h3>{t('chain.title', { task: task.name })}</h3>
      <ol className={css['links']}>
        {chainOf(task, moment.tasks).map((link) => (
          <li key={link.id}>
            <ChainLink task={link} moment={moment} />
          </li>
        ))}
      </ol>
      {waiters.length > 0 && (
        <p className={css['waiters']}>
          {t('chain.awaitedBy')}{' '}
          {waiters.map((waiter) => (
            <TaskName key={waiter.id} task={waiter} />
          ))}
        </p>
      )}
    </section>
  );
}

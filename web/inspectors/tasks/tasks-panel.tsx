import type { ReactNode } from 'react';
import { useStore } from '../../store/store-context.ts';
import { AwaitChain } from './await-chain.tsx';
import { LoopView } from './loop-view.tsx';
import { useTaskMessages } from './messages/task-messages.ts';
import { TaskList } from './task-list.tsx';
import css from './tasks-panel.module.css';

/** asyncio's event loops and greenlets' hubs at the playhead, every task, and where the chosen one stands. */
export function TasksPanel(): ReactNode {
  const t = useTaskMessages();
  const moment = useStore((store) => store.moment);
  const hasTasks = useStore((store) => (store.trace?.tasks.length ?? 0) > 0);
  if (moment === null || (!hasTasks && moment.loops.length === 0)) return <p className={css['none']}>{t('none')}</p>;
  return (
    <div className={css['around']}>
      <div className={css['panel']}>
        {moment.loops.length > 0 && (
          <div className={css['loops']}>
            {moment.loops.map((loop) => (
              <LoopView key={`${loop.kind}-${loop.thread}`} loop={loop} moment={moment} />
            ))}
          </div>
        )}
        <section className={css['section']}>
          <h3>{t('tasks.title')}</h3>
          <TaskList moment={moment} />
        </section>
        <AwaitChain moment={moment} />
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';
import type { TaskMoment } from '../../../sim-core/trace/task.ts';
import { useStore, useStoreApi } from '../../store/store-context.ts';
import { threadColor, threadInk } from '../../ui/state-style.ts';
import { StateSwatch } from '../../ui/state-swatch.tsx';
import { useTaskMessages } from './messages/task-messages.ts';
import { taskHue } from '../../ui/task-hue.ts';
import css from './task-list.module.css';
import { taskStateName, threadStateLike } from './task-state-style.ts';
import { type TaskNode, taskTreeOf } from './task-tree.ts';

/** Every task under the one that made it: its state, and what it awaits. */
export function TaskList({ tasks }: { readonly tasks: readonly TaskMoment[] }): ReactNode {
  const t = useTaskMessages();
  const { nodes, endedCount } = taskTreeOf(tasks);
  if (tasks.length === 0) return <p className={css['muted']}>{t('noneYet')}</p>;
  return (
    <>
      <ul className={css['tasks']}>
        {nodes.map((node) => (
          <li key={node.task.id} style={{ '--depth': node.depth }}>
            <TaskRow node={node} />
          </li>
        ))}
      </ul>
      {endedCount > 0 && <p className={css['muted']}>{t('task.ended', { count: endedCount })}</p>}
    </>
  );
}

function TaskRow({ node: { task } }: { readonly node: TaskNode }): ReactNode {
  const t = useTaskMessages();
  const store = useStoreApi();
  const isSelected = useStore((state) => state.selectedTask === task.id);
  return (
    <button
      type="button"
      className={[css['task'], isSelected ? css['selected'] : ''].join(' ')}
      style={{ '--thread': threadColor(taskHue(task.id)) }}
      aria-pressed={isSelected}
      onClick={() => store.getState().selectTask(task.id)}
    >
      <span className={css['name']} style={{ color: threadInk(taskHue(task.id)) }}>
        {task.name}
      </span>
      <span className={css['function']}>{task.functionName}</span>
      <span className={css['state']}>
        <StateSwatch state={threadStateLike(task.state, task.awaits)} />
        {task.awaits === null ? t(`task.state.${taskStateName(task.state)}`) : t('task.awaits', { what: task.awaits })}
      </span>
      {task.cancelRequests > 0 && <span className={css['cancel']}>{t('task.cancelAsked')}</span>}
    </button>
  );
}

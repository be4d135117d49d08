import type { ReactNode } from 'react';
import type { TaskMoment } from '../../../sim-core/trace/task.ts';
import { useStoreApi } from '../../store/store-context.ts';
import { threadInk } from '../../ui/state-style.ts';
import { taskHue } from '../../ui/task-hue.ts';
import css from './task-name.module.css';

/** A task's name in its colour; it chooses the task. */
export function TaskName({ task }: { readonly task: TaskMoment }): ReactNode {
  const store = useStoreApi();
  return (
    <button
      type="button"
      className={css['name']}
      style={{ color: threadInk(taskHue(task.id)) }}
      onClick={() => store.getState().selectTask(task.id)}
    >
      {task.name}
    </button>
  );
}

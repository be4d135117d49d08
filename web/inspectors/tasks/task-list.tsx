import type { ReactNode } from 'react';
import { taskStates } from '../../../sim-core/trace/event-kind.ts';
import type { Moment } from '../../../sim-core/trace/moment.ts';
import type { TaskMoment } from '../../../sim-core/trace/task.ts';
import { isHousekeeping } from '../../store/housekeeping-tasks.ts';
import { useStore, useStoreApi } from '../../store/store-context.ts';
import { cancelsUntil } from '../../store/task-cancels.ts';
import { shortFunctionName } from '../../ui/short-function-name.ts';
import { threadColor, threadInk } from '../../ui/state-style.ts';
import { StateSwatch } from '../../ui/state-swatch.tsx';
import { useTaskMessages } from './messages/task-messages.ts';
import { taskHue } from '../../ui/task-hue.ts';
import css from './task-list.module.css';
import { taskStateName, threadStateLike } from './task-state-style.ts';
import { type TaskNode, taskTreeOf } from './task-tree.ts';

/** Every task under the one that made it: its state, and what it awaits. */
export function TaskList({ moment }: { readonly moment: Moment }): ReactNode {
  const t = useTaskMessages();
  const tasks = moment.tasks.filter(({ functionName }) => !isHousekeeping(functionName));
  const { nodes, endedCount } = taskTreeOf(tasks);
  if (tasks.length === 0) return <p className={css['muted']}>{t('noneYet')}</p>;
  return (
    <>
      <ul className={css['tasks']}>
        {nodes.map((node) => (
          <li key={node.task.id} style={{ '--depth': node.depth }}>
            <TaskRow node={node} moment={moment} />
          </li>
        ))}
      </ul>
      {endedCount > 0 && <p className={css['muted']}>{t('task.ended', { count: endedCount })}</p>}
    </>
  );
}

function TaskRow({ node: { task }, moment }: { readonly node: TaskNode; readonly moment: Moment }): ReactNode {
  const t = useTaskMessages();
  const store = useStoreApi();
  const isSelected = useStore((state) => state.selectedTask === task.id);
  const isNew = isUnstarted(task, moment);
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
      <span className={css['function']}>{shortFunctionName(task.functionName)}</span>
      <span className={css['state']}>
        {!isNew && <StateSwatch state={threadStateLike(task.state, task.awaits)} />}
        {task.awaits === null
          ? t(`task.state.${isNew ? 'notStarted' : taskStateName(task.state)}`)
          : t('task.awaits', { what: task.awaits })}
      </span>
      {task.cancelRequests > 0 && <CancelAsked task={task} moment={moment} />}
    </button>
  );
}

/** A greenlet outside of a hub is ready for nothing: it begins when somebody switches to it. */
function isUnstarted({ kind, state, thread, frames }: TaskMoment, { loops }: Moment): boolean {
  const hasLoop = loops.some((loop) => loop.thread === thread);
  return kind === 'greenlet' && state === taskStates.ready && frames.length === 0 && !hasLoop;
}

function CancelAsked({ task, moment }: { readonly task: TaskMoment; readonly moment: Moment }): ReactNode {
  const t = useTaskMessages();
  const trace = useStore((state) => state.trace);
  const by = trace === null ? null : (cancelsUntil(trace, moment.eventCount).get(task.id)?.by ?? null);
  const asker = moment.tasks.find(({ id }) => id === by);
  return (
    <span className={css['cancel']}>
      {asker === undefined ? t('task.cancelAsked') : t('task.cancelAskedBy', { task: asker.name })}
    </span>
  );
}

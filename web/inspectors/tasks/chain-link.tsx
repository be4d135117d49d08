import type { ReactNode } from 'react';
import { taskStates } from '../../../sim-core/trace/event-kind.ts';
import type { FrameMoment, Moment } from '../../../sim-core/trace/moment.ts';
import type { TaskMoment } from '../../../sim-core/trace/task.ts';
import { useStore, useStoreApi } from '../../store/store-context.ts';
import { cancelsUntil } from '../../store/task-cancels.ts';
import { shortFunctionName } from '../../ui/short-function-name.ts';
import { durationText } from '../../ui/time-text.ts';
import css from './await-chain.module.css';
import { useTaskMessages } from './messages/task-messages.ts';
import { framePartsOf, framesOf } from './task-frames.ts';
import { TaskName } from './task-name.tsx';
import { hasEnded } from './task-state-style.ts';

export interface ChainLinkProps {
  readonly task: TaskMoment;
  readonly moment: Moment;
}

/** One task of a chain: its frames with the lines they stand in, and what it awaits. */
export function ChainLink({ task, moment }: ChainLinkProps): ReactNode {
  const t = useTaskMessages();
  const parts = framePartsOf(framesOf(task, moment));
  const timer = moment.loops.flatMap(({ timers }) => timers).find((candidate) => candidate.task === task.id);
  return (
    <>
      <p className={css['head']}>
        <TaskName task={task} /> <span className={css['muted']}>{headWords(task, parts.length, t)}</span>
      </p>
      <Cancel task={task} moment={moment} />
      <ol className={css['frames']}>
        {parts.map((part, place) => (
          <li key={place}>
            {part.kind === 'own' ? (
              <Frame frame={part.frame} />
            ) : (
              <span className={css['muted']}>{t('chain.library', { functions: part.functions.join(' → ') })}</span>
            )}
          </li>
        ))}
      </ol>
      {task.awaits !== null && (
        <p className={css['awaits']}>
          <span className={css['muted']}>{t('chain.awaits')}</span> <code>{task.awaits}</code>
          {timer !== undefined && (
            <span className={css['muted']}>{t('chain.due', { time: durationText(timer.dueNs) })}</span>
          )}
        </p>
      )}
    </>
  );
}

function headWords(task: TaskMoment, frames: number, t: ReturnType<typeof useTaskMessages>): string {
  if (task.state === taskStates.running) return t('chain.running');
  if (hasEnded(task.state)) return t('chain.ended');
  return frames === 0 ? t('chain.none') : '';
}

/** A frame of the program's own, with the text of its line; it leads to the line in the editor. */
function Frame({ frame }: { readonly frame: FrameMoment }): ReactNode {
  const t = useTaskMessages();
  const store = useStoreApi();
  const file = useStore(({ scenario }) => scenario.files.findIndex(({ name }) => name === frame.fileName));
  const text = useStore(({ scenario }) => scenario.files[file]?.text.split('\n')[frame.line - 1]?.trim() ?? '');
  return (
    <button
      type="button"
      className={css['frame']}
      onClick={() => store.getState().goToLine(Math.max(0, file), frame.line)}
    >
      <span className={css['muted']}>
        {shortFunctionName(frame.functionName)} · {t('chain.line', { line: Math.max(1, frame.line) })}
      </span>
      <code>{text}</code>
    </button>
  );
}

function Cancel({ task, moment }: ChainLinkProps): ReactNode {
  const t = useTaskMessages();
  const trace = useStore((store) => store.trace);
  const cancel = trace === null ? undefined : cancelsUntil(trace, moment.eventCount).get(task.id);
  if (cancel === undefined) return null;
  const time = durationText(cancel.atNs);
  const by = moment.tasks.find(({ id }) => id === cancel.by);
  return (
    <p className={css['cancel']}>
      {by === undefined ? t('task.cancelAskedAt', { time }) : t('task.cancelAskedByAt', { task: by.name, time })}
    </p>
  );
}

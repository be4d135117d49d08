import { FoldVertical, Pin, PinOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { shortFunctionName } from '../ui/short-function-name.ts';
import { threadColor } from '../ui/state-style.ts';
import { taskHue } from '../ui/task-hue.ts';
import { keepFocus } from './keep-focus.ts';
import css from './lane-label.module.css';
import type { Lane, TaskLane } from './lane.ts';
import type { PlacedLane } from './layout.ts';
import type { TimelineTranslate } from './messages/timeline-messages.ts';

export interface LaneLabelProps {
  readonly placed: PlacedLane;
  readonly name: string;
  readonly t: TimelineTranslate;
  readonly isActive: boolean;
  readonly onActivate: (lane: string) => void;
}

export function LaneLabel({ placed, name, t, isActive, onActivate }: LaneLabelProps): ReactNode {
  const store = useStoreApi();
  const { lane, isPinned } = placed;
  const isSelected = useStore((state) =>
    lane.kind === 'thread'
      ? state.selectedThread === lane.thread
      : lane.kind === 'task'
        ? state.selectedTask === lane.task
        : lane.kind === 'resource' && state.selectedResource === lane.resource,
  );
  const choose = (): void => {
    onActivate(lane.id);
    const { selectThread, selectResource, selectTask } = store.getState();
    if (lane.kind === 'thread') selectThread(lane.thread);
    else if (lane.kind === 'task') selectTask(lane.task);
    else selectResource(lane.kind === 'resource' ? lane.resource : null);
  };
  return (
    <div
      className={[css['label'], isActive || isSelected ? css['active'] : ''].join(' ')}
      style={{ insetBlockStart: placed.top, blockSize: placed.height }}
    >
      <button type="button" className={css['name']} aria-pressed={isSelected} title={name} onClick={choose}>
        {lane.kind === 'thread' && (
          <span className={css['dot']} style={{ background: threadColor(lane.thread) }} aria-hidden="true" />
        )}
        {lane.kind === 'task' && (
          <span
            className={css['dot']}
            style={{ background: threadColor(taskHue(lane.task)), marginInlineStart: Math.min(lane.depth, 5) * 12 }}
            aria-hidden="true"
          />
        )}
        <span>
          {name} {lane.kind === 'task' && <TaskFunction lane={lane} />}
        </span>
      </button>
      {lane.kind === 'resource' && lane.resourceKind !== 'gil' && (
        <span className={css['kind']} aria-hidden="true">
          {t(`kind.${lane.resourceKind}`)}
        </span>
      )}
      <LaneButtons lane={lane} name={name} isPinned={isPinned} isActive={isActive} t={t} />
    </div>
  );
}

interface LaneButtonsProps extends Pick<LaneLabelProps, 'name' | 'isActive' | 't'> {
  readonly lane: Lane;
  readonly isPinned: boolean;
}

/** Folds a lane away, keeps it on top. */
function LaneButtons({ lane, name, isPinned, isActive, t }: LaneButtonsProps): ReactNode {
  const store = useStoreApi();
  const pin = t(isPinned ? 'timeline.unpin' : 'timeline.pin', { lane: name });
  const fold = t('timeline.foldLane', { lane: name });
  return (
    <>
      <button
        type="button"
        className={css['pin']}
        tabIndex={isActive ? 0 : -1}
        aria-label={fold}
        title={fold}
        onClick={({ currentTarget }) => {
          keepFocus(currentTarget);
          store.getState().toggleFold(lane.id);
        }}
      >
        <FoldVertical />
      </button>
      <button
        type="button"
        className={[css['pin'], isPinned ? css['pinned'] : ''].join(' ')}
        tabIndex={isActive ? 0 : -1}
        aria-pressed={isPinned}
        aria-label={pin}
        title={pin}
        onClick={({ currentTarget }) => {
          keepFocus(currentTarget);
          store.getState().togglePin(lane.id);
        }}
      >
        {isPinned ? <PinOff /> : <Pin />}
      </button>
    </>
  );
}

/** What it runs, where that is not its name already. */
function TaskFunction({ lane: { name, functionName } }: { readonly lane: TaskLane }): ReactNode {
  const text = shortFunctionName(functionName);
  return text === '' || text === name ? null : <span className={css['function']}>{text}</span>;
}

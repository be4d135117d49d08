import type { ReactNode } from 'react';
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Moment, ThreadMoment } from '../../sim-core/trace/moment.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { shownThread } from '../store/selection-slice.ts';
import { openQuestion } from '../store/stops-slice.ts';
import { useCommonMessages } from '../ui/messages/common.ts';
import { stateStyleOf, threadColor, threadInk } from '../ui/state-style.ts';
import { StateSwatch } from '../ui/state-swatch.tsx';
import { durationText } from '../ui/time-text.ts';
import { type InspectorTranslate, useInspectorMessages } from './messages/inspector-messages.ts';
import css from './thread-card.module.css';

export interface ThreadCardProps {
  readonly thread: ThreadMoment;
  readonly moment: Moment;
}

export function ThreadCard({ thread, moment }: ThreadCardProps): ReactNode {
  const t = useInspectorMessages();
  const common = useCommonMessages();
  const store = useStoreApi();
  const isShown = useStore((state) => shownThread(state) === thread.id);
  const hidesNext = useStore((state) => openQuestion(state)?.kind === 'next-thread');
  const isNext = moment.nextThread === thread.id && !hidesNext;
  const frame = thread.frames.find(({ isLibrary }) => !isLibrary) ?? thread.frames[0];
  const holds = heldNames(thread, moment);
  return (
    <button
      type="button"
      className={[css['card'], isShown ? css['shown'] : ''].join(' ')}
      style={{ '--thread': threadColor(thread.id) }}
      aria-pressed={isShown}
      onClick={() => store.getState().selectThread(thread.id)}
    >
      <span className={css['head']}>
        <span className={css['name']} style={{ color: threadInk(thread.id) }}>
          {thread.name}
        </span>
        {thread.isDaemon && <span className={css['tag']}>{t('thread.daemon')}</span>}
        {isNext && (
          <span className={css['next']} title={t('thread.next.help')}>
            {t('thread.next')}
          </span>
        )}
      </span>
      <span className={css['state']}>
        <StateSwatch state={thread.state} />
        {waitText(thread, moment, t) ?? common(stateStyleOf(thread.state).message)}
        {thread.core !== null && <span className={css['muted']}>{t('thread.core', { core: thread.core })}</span>}
      </span>
      {frame !== undefined && (
        <span className={css['place']}>
          {t('thread.line', { function: frame.functionName, line: Math.max(1, frame.line) })}
        </span>
      )}
      {(holds.length > 0 || thread.hasGil) && (
        <span className={css['holds']}>
          {thread.hasGil && (
            <span className={css['gil']} title={t('thread.hasGil.help')}>
              {t('thread.hasGil')}
            </span>
          )}
          {holds.length > 0 && t('thread.holds', { names: holds.join(', ') })}
        </span>
      )}
    </button>
  );
}

/** What it waits for, in words; null where the state's own word says enough. */
function waitText(thread: ThreadMoment, moment: Moment, t: InspectorTranslate): string | null {
  const wait = thread.waitsFor;
  if (wait === null) return null;
  if (thread.state === threadStates.sleeping && wait.untilNs !== null) {
    return t('thread.sleepsUntil', { time: durationText(wait.untilNs) });
  }
  const resource = moment.resources.find(({ index }) => index === wait.resource);
  if (resource === undefined || thread.state !== threadStates.blocked) return null;
  const until = wait.untilNs === null ? '' : ` ${t('thread.waitsUntil', { time: durationText(wait.untilNs) })}`;
  return t('thread.waitsFor', { resource: resource.name }) + until;
}

function heldNames(thread: ThreadMoment, moment: Moment): readonly string[] {
  return moment.resources
    .filter(({ index, kind, isInternal }) => thread.holds.includes(index) && kind !== 'gil' && !isInternal)
    .map(({ name }) => name);
}

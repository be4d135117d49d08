import { ChevronDown, ChevronRight, Pin, PinOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { useStoreApi } from '../store/store-context.ts';
import css from './group-header.module.css';
import { keepFocus } from './keep-focus.ts';
import { groupNameOf } from './lane-words.ts';
import type { PlacedHeader } from './layout.ts';
import { useTimelineMessages } from './messages/timeline-messages.ts';

/** A group's name: a click folds it; its pin keeps it on top, and lanes that were folded away come back by the button that counts them. */
export function GroupHeader({ header, trace }: { readonly header: PlacedHeader; readonly trace: Trace }): ReactNode {
  const t = useTimelineMessages();
  const store = useStoreApi();
  const group = groupNameOf(header, trace, t);
  const { isFolded, isPinned, foldedLanes } = header;
  return (
    <div className={css['header']} style={{ insetBlockStart: header.top, blockSize: header.height }}>
      <button
        type="button"
        className={css['name']}
        aria-expanded={!isFolded}
        aria-label={group}
        title={t(isFolded ? 'group.unfold' : 'group.fold', { group })}
        onClick={() => store.getState().toggleFold(header.id)}
      >
        {isFolded ? <ChevronRight /> : <ChevronDown />}
        <span>{group}</span>
        {isFolded && <span className={css['count']}>{header.count}</span>}
      </button>
      {!isFolded && foldedLanes.length > 0 && (
        <button
          type="button"
          className={css['folded']}
          title={t('group.unfoldLanes', { count: foldedLanes.length })}
          aria-label={t('group.unfoldLanes', { count: foldedLanes.length })}
          onClick={({ currentTarget }) => {
            keepFocus(currentTarget);
            store.getState().unfold(foldedLanes);
          }}
        >
          +{foldedLanes.length}
        </button>
      )}
      <button
        type="button"
        className={[css['pin'], isPinned ? css['pinned'] : ''].join(' ')}
        aria-pressed={isPinned}
        aria-label={t(isPinned ? 'timeline.unpin' : 'timeline.pin', { lane: group })}
        title={t(isPinned ? 'timeline.unpin' : 'timeline.pin', { lane: group })}
        onClick={({ currentTarget }) => {
          keepFocus(currentTarget);
          store.getState().togglePin(header.id);
        }}
      >
        {isPinned ? <PinOff /> : <Pin />}
      </button>
    </div>
  );
}

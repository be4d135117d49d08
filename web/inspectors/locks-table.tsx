import type { ReactNode } from 'react';
import type { Moment, QueueContents, ResourceMoment } from '../../sim-core/trace/moment.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { useLevelWords } from '../ui/level-words.ts';
import { threadInk } from '../ui/state-style.ts';
import css from './locks-table.module.css';
import { useInspectorMessages } from './messages/inspector-messages.ts';

/** Every lock and other thing threads wait for: who holds it, who waits, in order. */
export function LocksTable(): ReactNode {
  const t = useInspectorMessages();
  const moment = useStore((store) => store.moment);
  const showsInternal = useStore((store) => store.showsInternal);
  if (moment === null) return <p className={css['none']}>{t('moment.none')}</p>;
  const shown = moment.resources.filter((resource) => isShown(resource, showsInternal));
  return (
    <div className={css['panel']}>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('locks.resource')}</th>
            <th scope="col">{t('locks.kind')}</th>
            <th scope="col">{t('locks.owner')}</th>
            <th scope="col">{t('locks.waiters')}</th>
            <th scope="col">{t('locks.value')}</th>
            <th scope="col">{t('locks.contents')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((resource) => (
            <Row key={resource.index} resource={resource} moment={moment} />
          ))}
        </tbody>
      </table>
      {shown.every(({ kind }) => kind === 'gil') && <p className={css['none']}>{t('locks.none')}</p>}
    </div>
  );
}

function Row({ resource, moment }: { readonly resource: ResourceMoment; readonly moment: Moment }): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const isSelected = useStore((state) => state.selectedResource === resource.index);
  const levelWords = useLevelWords();
  const hasOwner = ['gil', 'lock', 'rlock'].includes(resource.kind);
  const { kind, value, limit, place } = resource;
  const isTold = value !== null && !(kind === 'rlock' && value === 0);
  return (
    <tr className={isSelected ? css['selected'] : undefined}>
      <th scope="row">
        <button type="button" aria-pressed={isSelected} onClick={() => store.getState().selectResource(resource.index)}>
          {resource.name}
        </button>
      </th>
      <td>
        {t(`locks.kind.${kind}`)}
        {place !== null && (
          <span className={css['place']}>{t('locks.made', { file: place.fileName, line: place.line })}</span>
        )}
      </td>
      <td>
        {resource.owners.length === 0 && hasOwner && <span className={css['muted']}>{t('locks.free')}</span>}
        <Names threads={resource.owners} moment={moment} />
      </td>
      <td>
        <Names threads={resource.waiters} moment={moment} />
      </td>
      <td>{isTold && levelWords({ kind, level: value, limit })}</td>
      <td>{resource.contents !== null && <Contents contents={resource.contents} />}</td>
    </tr>
  );
}

/** What a queue holds, the item to be taken next first. */
function Contents({ contents }: { readonly contents: QueueContents }): ReactNode {
  const t = useInspectorMessages();
  if (contents.count === 0) return <span className={css['muted']}>{t('locks.empty')}</span>;
  return (
    <ol className={css['contents']}>
      {contents.texts.map((text, place) => (
        // eslint-disable-next-line react/no-array-index-key -- the place in the queue is the item's identity
        <li key={place}>{text}</li>
      ))}
      {contents.count > contents.texts.length && <li>{t('locks.more', { count: contents.count })}</li>}
    </ol>
  );
}

/** Of a crowd only the first are named. */
const mostNames = 20;

function Names({ threads, moment }: { readonly threads: readonly number[]; readonly moment: Moment }): ReactNode {
  const t = useInspectorMessages();
  const more = threads.length - mostNames;
  return (
    <>
      {threads.slice(0, mostNames).map((thread, index) => (
        <span key={thread} style={{ color: threadInk(thread) }} className={css['thread']}>
          {index > 0 && ', '}
          {moment.threads.find(({ id }) => id === thread)?.name ?? `#${thread}`}
        </span>
      ))}
      {more > 0 && <span className={css['muted']}> {t('locks.moreThreads', { count: more })}</span>}
    </>
  );
}

function isShown({ kind, isInternal }: ResourceMoment, showsInternal: boolean): boolean {
  if (showsInternal) return true;
  return !isInternal && kind !== 'thread-end' && kind !== 'process-end' && kind !== 'stdin';
}

import type { ReactNode } from 'react';
import { useStore } from '../../store/store-context.ts';
import { threadNameOf } from '../../store/trace-threads.ts';
import { threadInk } from '../../ui/state-style.ts';
import { useSharedMessages } from './messages/shared-messages.ts';
import css from './shared-panel.module.css';
import { useSharedObjects } from './use-shared-objects.ts';

/** Each object once, with the threads that can reach it and what they call it. */
export function SharedObjectsTable(): ReactNode {
  const t = useSharedMessages();
  const trace = useStore((store) => store.trace);
  const objects = useSharedObjects();
  if (objects.length === 0 || trace === null) return <p className={css['muted']}>{t('objects.none')}</p>;
  return (
    <table className={css['table']} aria-label={t('objects.title')}>
      <thead>
        <tr>
          <th scope="col">{t('objects.value')}</th>
          <th scope="col">{t('objects.reached')}</th>
        </tr>
      </thead>
      <tbody>
        {objects.map(({ type, text, reachedBy }) => (
          <tr key={`${type} ${reachedBy.map(({ names }) => names[0]).join(' ')}`}>
            <td>
              <code>{text}</code> <span className={css['muted']}>{type}</span>
            </td>
            <td>
              {reachedBy.map(({ thread, names }) => (
                <span key={thread} className={css['reach']}>
                  <span style={{ color: threadInk(thread) }}>{threadNameOf(trace, thread)}</span>{' '}
                  <code>{names.join(', ')}</code>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { ReactNode } from 'react';
import type { WatchedSocket } from '../../../sim-core/trace/task.ts';
import { useTaskMessages } from './messages/task-messages.ts';
import css from './watched-sockets.module.css';

/** What `select` is asked about. */
export function WatchedSockets({ sockets }: { readonly sockets: readonly WatchedSocket[] }): ReactNode {
  const t = useTaskMessages();
  return (
    <>
      <h4>{t('sockets.title')}</h4>
      <ul className={css['sockets']}>
        {sockets.map((socket) => (
          <li key={socket.fileDescriptor}>
            <span className={css['descriptor']}>{socket.fileDescriptor}</span>
            {socket.text}
            <span className={css['muted']}>{t(`sockets.${watchedFor(socket)}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function watchedFor({ forReading, forWriting }: WatchedSocket): 'reading' | 'writing' | 'both' {
  if (forReading && forWriting) return 'both';
  return forReading ? 'reading' : 'writing';
}

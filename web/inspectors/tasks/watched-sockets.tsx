import type { ReactNode } from 'react';
import type { WatchedSocket } from '../../../sim-core/trace/task.ts';
import { useTaskMessages } from './messages/task-messages.ts';
import css from './watched-sockets.module.css';

/** What `select` is asked about. */
export function WatchedSockets({ sockets }: { readonly sockets: readonly WatchedSocket[] }): ReactNode {
  const t = useTaskMessages();
  if (sockets.length === 0) return null;
  return (
    <ul className={css['sockets']} aria-label={t('sockets.title')}>
      {sockets.map((socket) => (
        <li key={socket.fileDescriptor}>
          <code>{socket.text}</code>
          <span className={css['muted']}>
            {t(socket.text === 'self-pipe' ? 'sockets.selfPipe' : `sockets.${watchedFor(socket)}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function watchedFor({ forReading, forWriting }: WatchedSocket): 'reading' | 'writing' | 'both' {
  if (forReading && forWriting) return 'both';
  return forReading ? 'reading' : 'writing';
}

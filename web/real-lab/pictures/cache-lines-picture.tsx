import type { ReactNode } from 'react';
import { threadColor } from '../../ui/state-style.ts';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { blockWords } from '../memory/lab-memory.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { paddedBase } from '../programs/false-sharing.ts';
import { formatNumber } from '../results/format-quantity.ts';
import type { LiveFrame } from './live-frame.ts';
import css from './picture.module.css';

/** Each worker's counter in its cache line: all in one, then each in its own. */
export function CacheLinesPicture({ frame }: { readonly frame: LiveFrame }): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const workers = frame.workers.map((_, worker) => worker);
  const wordAt = (cell: number, worker: number): ReactNode => (
    <span key={worker} className={css['word']} style={{ '--hue': threadColor(worker) }}>
      {formatNumber(frame.cells[cell] ?? 0, language, 0)}
    </span>
  );
  return (
    <figure className={css['memory']}>
      <div className={css['lines']}>
        <div className={css['line']}>{workers.map((worker) => wordAt(worker, worker))}</div>
      </div>
      <div className={css['lines']}>
        {workers.map((worker) => (
          <div key={worker} className={css['line']}>
            {wordAt(paddedBase + worker * blockWords, worker)}
          </div>
        ))}
      </div>
      <figcaption className={css['caption']}>{t('picture.lines')}</figcaption>
    </figure>
  );
}

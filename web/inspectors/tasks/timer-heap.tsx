import type { ReactNode } from 'react';
import type { TimerMoment } from '../../../sim-core/trace/task.ts';
import { durationText } from '../../ui/time-text.ts';
import { HandleChip } from './handle-chip.tsx';
import { heapPlaces } from './heap-places.ts';
import { useTaskMessages } from './messages/task-messages.ts';
import css from './timer-heap.module.css';

export interface TimerHeapProps {
  readonly timers: readonly TimerMoment[];
  readonly nowNs: number;
}

const mostDrawn = 15;
const mostListed = 24;
const rowHeightPx = 26;

/** The timers as the heap they are kept in, and as a list in the order of its array. */
export function TimerHeap({ timers }: TimerHeapProps): ReactNode {
  const t = useTaskMessages();
  return (
    <>
      <h4>
        {t('timers.title')}
        {timers.length > 1 && <span className={css['note']}>{t('timers.heap')}</span>}
      </h4>
      {timers.length === 0 && <p className={css['note']}>{t('timers.empty')}</p>}
      {timers.length > 2 && <HeapTree timers={timers} />}
      <ol className={css['list']}>
        {timers.slice(0, mostListed).map((timer, place) => (
          <li key={place}>
            <HandleChip handle={timer} note={t('timers.due', { time: durationText(timer.dueNs) })} />
          </li>
        ))}
        {timers.length > mostListed && (
          <li className={css['note']}>{t('ready.more', { count: timers.length - mostListed })}</li>
        )}
      </ol>
    </>
  );
}

function HeapTree({ timers }: { readonly timers: readonly TimerMoment[] }): ReactNode {
  const places = heapPlaces(timers.length, mostDrawn);
  const rows = (places.at(-1)?.row ?? 0) + 1;
  const width = 320;
  return (
    <svg className={css['tree']} viewBox={`0 0 ${width} ${rows * rowHeightPx}`} aria-hidden="true">
      {places.map(({ index, parent, x, row }) => {
        const above = parent === null ? undefined : places[parent];
        if (above === undefined) return null;
        return (
          <line
            key={index}
            x1={above.x * width}
            y1={above.row * rowHeightPx + 14}
            x2={x * width}
            y2={row * rowHeightPx + 10}
          />
        );
      })}
      {places.map(({ index, x, row }) => (
        <text key={index} x={x * width} y={row * rowHeightPx + 16} textAnchor="middle">
          {durationText(timers[index]?.dueNs ?? 0)}
        </text>
      ))}
    </svg>
  );
}

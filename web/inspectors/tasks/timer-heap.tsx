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

const mostDrawn = 7;
const mostListed = 24;
const rowHeightPx = 26;
const widthPx = 220;

/** The timers as the heap they are kept in, and as a list in the order of its array. */
export function TimerHeap({ timers, nowNs }: TimerHeapProps): ReactNode {
  const t = useTaskMessages();
  if (timers.length === 0) return <p className={css['note']}>{t('timers.empty')}</p>;
  return (
    <>
      {timers.length > 2 && <HeapTree timers={timers} />}
      {timers.length > 2 && <p className={css['note']}>{t('timers.heap')}</p>}
      <ol className={css['list']} aria-label={t('timers.title')}>
        {timers.slice(0, mostListed).map((timer, place) => (
          <li key={place}>
            <HandleChip handle={timer} />
            <span className={css['note']}>{t('timers.due', { time: durationText(timer.dueNs) })}</span>
            <span className={timer.dueNs < nowNs ? css['late'] : css['note']}>
              {timer.dueNs < nowNs
                ? t('timers.late', { duration: durationText(nowNs - timer.dueNs) })
                : t('timers.left', { duration: durationText(timer.dueNs - nowNs) })}
            </span>
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
  return (
    <svg className={css['tree']} viewBox={`0 0 ${widthPx} ${rows * rowHeightPx}`} aria-hidden="true">
      {places.map(({ index, parent, x, row }) => {
        const above = parent === null ? undefined : places[parent];
        if (above === undefined) return null;
        return (
          <line
            key={index}
            x1={above.x * widthPx}
            y1={above.row * rowHeightPx + 14}
            x2={x * widthPx}
            y2={row * rowHeightPx + 10}
          />
        );
      })}
      {places.map(({ index, x, row }) => (
        <text key={index} x={x * widthPx} y={row * rowHeightPx + 16} textAnchor="middle">
          {durationText(timers[index]?.dueNs ?? 0)}
        </text>
      ))}
    </svg>
  );
}

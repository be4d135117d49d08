import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { threadNameOf } from '../store/trace-threads.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { threadInk } from '../ui/state-style.ts';
import { durationText } from '../ui/time-text.ts';
import { type Antagonist, antagonistsOf } from './antagonists.ts';
import { FindingsList } from './findings/findings-list.tsx';
import css from './locks-table.module.css';
import { measuredThreads, type MeasuredThread } from './measured-threads.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';

const { running, runningOutsideGil, ready, waitingForGil, blocked, sleeping, inputOutput } = threadStates;
const columns = [
  { key: 'measure.running', states: [running, runningOutsideGil] },
  { key: 'measure.gil', states: [waitingForGil] },
  { key: 'measure.ready', states: [ready] },
  { key: 'measure.blocked', states: [blocked] },
  { key: 'measure.sleeping', states: [sleeping, inputOutput] },
] as const;

/** Ten thousand rows nobody reads, and the page would wait for them. */
const rowsAtOnce = 100;

/** A marked stretch of time in numbers: where each thread's time went. Without a mark, the whole run. */
export function MeasurePanel(): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const trace = useStore((state) => state.trace);
  const [mostRows, setMostRows] = useState(rowsAtOnce);
  const marked = useDeferredValue(useStore((state) => state.measuredRange));
  const range = useMemo(() => marked ?? { fromNs: 0, toNs: trace?.endNs ?? 0 }, [marked, trace]);
  const rows = useMemo(() => (trace === null ? [] : measuredThreads(trace, range)), [trace, range]);
  const antagonists = useMemo(
    () => (trace === null ? new Map<number, readonly Antagonist[]>() : antagonistsOf(trace, range)),
    [trace, range],
  );
  return (
    <div className={css['panel']}>
      <FindingsList />
      <p>
        {t('measure.length', {
          length: durationText(range.toNs - range.fromNs),
          from: durationText(range.fromNs),
          to: durationText(range.toNs),
        })}{' '}
        {marked !== null && <Button onClick={() => store.getState().measure(null)}>{t('measure.clear')}</Button>}
      </p>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('measure.thread')}</th>
            {columns.map(({ key }) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
            <th scope="col">{t('measure.switches')}</th>
            <th scope="col">{t('measure.antagonists')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row) => (
            <tr key={row.thread}>
              <th scope="row" style={{ color: threadInk(row.thread) }}>
                {row.name}
              </th>
              {columns.map(({ key, states }) => (
                <td key={key}>{durationText(spentIn(row, states))}</td>
              ))}
              <td>{row.switches}</td>
              <td>{trace !== null && <Antagonists trace={trace} antagonists={antagonists.get(row.thread) ?? []} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows && (
        <Button onClick={() => setMostRows(mostRows + rowsAtOnce)}>
          {t('measure.more', { count: rows.length - mostRows })}
        </Button>
      )}
      <p className={css['none']}>{t('measure.hint')}</p>
    </div>
  );
}

interface AntagonistsProps {
  readonly trace: Trace;
  readonly antagonists: readonly Antagonist[];
}

/** Who had what it waited for, and how long. */
function Antagonists({ trace, antagonists }: AntagonistsProps): ReactNode {
  return antagonists.map(({ thread, forNs }, index) => (
    <span key={thread} style={{ color: threadInk(thread) }}>
      {index > 0 && ', '}
      {threadNameOf(trace, thread)} {durationText(forNs)}
    </span>
  ));
}

function spentIn(row: MeasuredThread, states: readonly number[]): number {
  return states.reduce((sum, state) => sum + (row.spentNs[state] ?? 0), 0);
}

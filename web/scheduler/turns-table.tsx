import { type ReactNode, useEffect, useRef } from 'react';
import type { Turn } from '../../sim-core/trace/stepped-state.ts';
import { threadInk } from '../ui/state-style.ts';
import { useSchedulerMessages } from './messages/scheduler-messages.ts';
import css from './turns-table.module.css';
import { turnWords } from './turn-words.ts';

export interface TurnsTableProps {
  readonly name: string;
  readonly turns: readonly Turn[];
  /** The turn to mark and scroll to, and what is said of it. */
  readonly marked: number | null;
  readonly markLabel: string;
  /** Goes back to before a turn's choice. */
  readonly onGoTo: ((choice: number) => void) | null;
}

const mostRows = 400;

/** A row per turn, a column per thread. */
export function TurnsTable({ name, turns, marked, markLabel, onGoTo }: TurnsTableProps): ReactNode {
  const t = useSchedulerMessages();
  const markedRow = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (markedRow.current !== null) scrollTo(markedRow.current);
  }, [marked, turns]);
  const first = Math.max(0, turns.length - mostRows);
  const threads = [...new Map(turns.map((turn) => [turn.thread, turn.threadName]))].toSorted(([a], [b]) => a - b);
  if (turns.length === 0) return <p className={css['empty']}>{t('history.empty')}</p>;
  return (
    <table className={css['table']}>
      <caption className="visually-hidden">{t('history.name', { name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('history.step')}</th>
          {threads.map(([thread, threadName]) => (
            <th key={thread} scope="col" style={{ color: threadInk(thread) }}>
              {thread} {threadName}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {turns.slice(first).map((turn, index) => (
          <tr
            key={first + index}
            ref={marked === first + index ? markedRow : null}
            className={marked === first + index ? css[markLabel === '' ? 'last' : 'marked'] : undefined}
          >
            <th scope="row">
              <ChoiceCell turn={turn} onGoTo={onGoTo} />
              {marked === first + index && <span className={css['mark']}>{markLabel}</span>}
            </th>
            {threads.map(([thread]) => (
              <td key={thread}>{thread === turn.thread && <TurnCell turn={turn} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Within its own pane only: what stands above the table stays in sight. */
function scrollTo(row: HTMLElement): void {
  const pane = row.closest<HTMLElement>('[data-scrolls]');
  if (pane === null) return;
  const offset = row.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop += offset - pane.clientHeight / 2;
}

function ChoiceCell({ turn, onGoTo }: { readonly turn: Turn; readonly onGoTo: TurnsTableProps['onGoTo'] }): ReactNode {
  const t = useSchedulerMessages();
  const { choice } = turn;
  if (choice === null) return <span title={t('history.forced')}>–</span>;
  if (onGoTo === null) return choice + 1;
  return (
    <button type="button" className={css['goTo']} title={t('history.goTo')} onClick={() => onGoTo(choice)}>
      {choice + 1}
      <span className="visually-hidden"> {t('history.goTo')}</span>
    </button>
  );
}

function TurnCell({ turn }: { readonly turn: Turn }): ReactNode {
  const t = useSchedulerMessages();
  return (
    <>
      {turn.isPreemption && <span className={css['preempts']}>{t('history.preempted')} </span>}
      {turn.line > 0 && <span className={css['line']}>{t('thread.line', { line: turn.line })}: </span>}
      {turnWords(turn, t, 5)}
    </>
  );
}

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { threadNameOf } from '../store/trace-threads.ts';
import { threadInk } from '../ui/state-style.ts';
import { durationText } from '../ui/time-text.ts';
import type { ConsoleLine } from './console-lines.ts';
import { printedUntil, rowsInView } from './console-rows.ts';
import css from './console-lines-view.module.css';
import { useInspectorMessages } from './messages/inspector-messages.ts';

/** So many lines are all there, and are wrapped; of more, only those in view are, one row each. */
const mostWhole = 300;

/** The lines of the console, scrolled to the last one printed at the playhead. */
export function ConsoleLinesView({ lines }: { readonly lines: readonly ConsoleLine[] }): ReactNode {
  const printed = useStore(({ playheadNs }) => printedUntil(lines, playheadNs));
  const list = useRef<HTMLOListElement>(null);
  const isLong = lines.length > mostWhole;
  const [window, setWindow] = useState({ from: 0, to: 60 });
  const rowPx = (): number => (list.current === null ? 0 : list.current.scrollHeight / lines.length);
  const look = (): void => {
    const { current } = list;
    if (!isLong || current === null) return;
    const next = rowsInView(current.scrollTop, current.clientHeight, rowPx(), lines.length);
    if (next.from !== window.from || next.to !== window.to) setWindow(next);
  };
  useEffect(look);
  useEffect(() => {
    const { current } = list;
    if (current === null) return;
    if (isLong) followRow(current, Math.max(0, printed - 1), rowPx());
    else current.children[Math.max(0, printed - 1)]?.scrollIntoView({ block: 'nearest' });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only where the playhead stands is followed
  }, [printed, isLong]);
  const { from, to } = isLong ? window : { from: 0, to: lines.length };
  return (
    <ol ref={list} className={css['lines']} onScroll={look} style={{ '--count': lines.length }}>
      {lines.slice(from, to).map((line, offset) => (
        <Line
          // oxlint-disable-next-line react/no-array-index-key -- lines have no other identity and never move
          key={from + offset}
          line={line}
          index={from + offset}
          before={lines[from + offset - 1]}
          isLater={from + offset >= printed}
          isRow={isLong}
        />
      ))}
      {isLong && <li aria-hidden="true" className={css['space']} />}
    </ol>
  );
}

function followRow(list: HTMLElement, row: number, rowPx: number): void {
  const top = row * rowPx;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + rowPx > list.scrollTop + list.clientHeight) list.scrollTop = top + rowPx - list.clientHeight;
}

interface LineProps {
  readonly line: ConsoleLine;
  readonly index: number;
  readonly before: ConsoleLine | undefined;
  /** Printed after the playhead. */
  readonly isLater: boolean;
  /** It has a row of fixed height, at its place in the whole list. */
  readonly isRow: boolean;
}

function Line({ line, index, before, isLater, isRow }: LineProps): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const name = useStore(({ trace }) => (trace === null ? '' : threadNameOf(trace, line.thread)));
  return (
    <li className={isRow ? css['row'] : undefined} style={isRow ? { '--index': index } : undefined}>
      <button
        type="button"
        className={[css['line'], isLater ? css['later'] : '', css[line.stream]].join(' ')}
        style={{ '--ink': threadInk(line.thread) }}
        title={t('console.goTo', { time: durationText(line.timeNs), name })}
        onClick={() => void store.getState().seekStep(line.step)}
      >
        <span className={css['thread']}>{before?.thread === line.thread ? '' : name}</span>
        <span className={css['text']}>
          {line.text === '' ? ' ' : line.text.slice(0, line.text.length - line.typed.length)}
          {line.typed !== '' && <kbd>{line.typed}</kbd>}
        </span>
      </button>
    </li>
  );
}

import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Breakpoint } from '../../sim-core/trace/breakpoint.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { threadsOf } from '../store/trace-threads.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import css from './breakpoint-list.module.css';
import { useEditorMessages } from './messages/editor-messages.ts';

export interface BreakpointRowProps {
  readonly breakpoint: Breakpoint;
  readonly index: number;
}

export function BreakpointRow({ breakpoint, index }: BreakpointRowProps): ReactNode {
  const { fileName, line } = breakpoint;
  const t = useEditorMessages();
  const store = useStoreApi();
  const file = useStore((state) => state.scenario.files.findIndex(({ name }) => name === fileName));
  const code = useStore((state) => state.scenario.files[file]?.text.split('\n')[line - 1]?.trim() ?? '');
  const isOnly = useStore((state) => state.scenario.files.length === 1);
  return (
    <li className={css['row']}>
      <button
        type="button"
        className={css['place']}
        aria-label={t('breakpoints.goToLine', { file: fileName, line })}
        onClick={() => store.getState().goToLine(Math.max(0, file), line)}
      >
        <span className={css['line']}>{isOnly ? line : `${fileName}:${line}`}</span>
        <code>{code}</code>
      </button>
      <ThreadChoice breakpoint={breakpoint} index={index} />
      <HitNumber index={index} line={line} />
      <IconButton
        label={t('breakpoints.remove', { line })}
        icon={<X />}
        onClick={() => store.getState().removeBreakpoint(index)}
      />
    </li>
  );
}

function ThreadChoice({ breakpoint: { thread, line }, index }: BreakpointRowProps): ReactNode {
  const t = useEditorMessages();
  const store = useStoreApi();
  const trace = useStore((state) => state.trace);
  const threads = trace === null ? [] : threadsOf(trace);
  const known = threads.map(({ id, name }) => ({ value: String(id), label: name }));
  const missing = thread === null || threads.some(({ id }) => id === thread);
  const options = [
    { value: 'any', label: t('breakpoints.anyThread') },
    ...known,
    ...(missing ? [] : [{ value: String(thread), label: `#${thread}` }]),
  ];
  return (
    <Select
      label={t('breakpoints.thread', { line })}
      isLabelHidden
      value={String(thread ?? 'any')}
      options={options}
      onChange={(value) => store.getState().changeBreakpoint(index, { thread: value === 'any' ? null : Number(value) })}
    />
  );
}

/** Type a number and press Enter: to that hit, counted from the beginning of the run. */
function HitNumber({ index, line }: { readonly index: number; readonly line: number }): ReactNode {
  const t = useEditorMessages();
  const store = useStoreApi();
  const [number, setNumber] = useState('');
  return (
    <form
      className={css['number']}
      onSubmit={(event) => {
        event.preventDefault();
        if (Number(number) >= 1) void store.getState().goToHitNumber(index, Math.floor(Number(number)));
      }}
    >
      <input
        inputMode="numeric"
        value={number}
        placeholder={t('breakpoints.number')}
        aria-label={t('breakpoints.goToNumber', { line })}
        title={t('breakpoints.goToNumber', { line })}
        onChange={(event) => setNumber(event.target.value.replaceAll(/\D/g, ''))}
      />
    </form>
  );
}

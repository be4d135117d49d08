import { Search } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useStore } from '../store/store-context.ts';
import { threadNameOf } from '../store/trace-threads.ts';
import { Select } from '../ui/select.tsx';
import css from './console-filter.module.css';
import { type ConsoleChoice, everyone } from './console-choice.ts';
import type { ConsoleLine } from './console-lines.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';

const mostThreads = 200;

export interface ConsoleFilterProps {
  readonly lines: readonly ConsoleLine[];
  readonly choice: ConsoleChoice;
  readonly onChange: (choice: ConsoleChoice) => void;
  /** How many lines the choice leaves. */
  readonly count: number;
}

/** Who printed what: the lines of one thread, or with a text in them. */
export function ConsoleFilter({ lines, choice, onChange, count }: ConsoleFilterProps): ReactNode {
  const t = useInspectorMessages();
  const trace = useStore((state) => state.trace);
  const writers = useMemo(() => [...new Set(lines.map(({ thread }) => thread))].slice(0, mostThreads), [lines]);
  const options = [
    { value: everyone, label: t('console.everyone') },
    ...writers.map((thread) => ({
      value: String(thread),
      label: trace === null ? '' : threadNameOf(trace, thread),
    })),
  ];
  return (
    <div className={css['filter']}>
      <label className={css['search']}>
        <Search aria-hidden="true" />
        <input
          type="search"
          value={choice.search}
          placeholder={t('console.search')}
          aria-label={t('console.search')}
          onChange={(event) => onChange({ ...choice, search: event.target.value })}
        />
      </label>
      <Select
        label={t('console.who')}
        isLabelHidden
        value={options.some(({ value }) => value === choice.thread) ? choice.thread : everyone}
        options={options}
        onChange={(thread) => onChange({ ...choice, thread })}
      />
      <span className={css['count']} aria-live="polite">
        {count === lines.length ? '' : t('console.count', { count, all: lines.length })}
      </span>
    </div>
  );
}

import { Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TypedInput } from '../../sim-core/scenario/scenario.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import css from './input-dialog.module.css';
import { useAppMessages } from './messages/app-messages.ts';

export interface TypedEntriesProps {
  readonly entries: readonly TypedInput[];
  readonly onChange: (entries: readonly TypedInput[]) => void;
}

/** Lines, Ctrl+C and the end of file, each with its virtual time after the one before. */
export function TypedEntries({ entries, onChange }: TypedEntriesProps): ReactNode {
  const t = useAppMessages();
  const change = (at: number, part: Partial<TypedInput>): void =>
    onChange(entries.map((entry, index) => (index === at ? { ...entry, ...part } : entry)));
  return (
    <>
      {entries.length === 0 && <p className={css['none']}>{t('input.none')}</p>}
      <ol className={css['entries']}>
        {entries.map((entry, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- an entry has no other identity: every part of it may be edited
          <li key={index}>
            <Entry
              entry={entry}
              number={index + 1}
              onChange={(part) => change(index, part)}
              onRemove={() => onChange(entries.filter((_, other) => other !== index))}
            />
          </li>
        ))}
      </ol>
      <Button icon={<Plus />} onClick={() => onChange([...entries, { afterSeconds: 1, text: '\n' }])}>
        {t('input.add')}
      </Button>
    </>
  );
}

interface EntryProps {
  readonly entry: TypedInput;
  readonly number: number;
  readonly onChange: (part: Partial<TypedInput>) => void;
  readonly onRemove: () => void;
}

const kinds = ['line', 'interrupt', 'end'] as const;
type Kind = (typeof kinds)[number];

function Entry({ entry, number, onChange, onRemove }: EntryProps): ReactNode {
  const t = useAppMessages();
  const kind = kindOf(entry);
  return (
    <div className={css['entry']}>
      <span>{t('input.after')}</span>
      <input
        type="number"
        min={0}
        step="any"
        className={css['after']}
        value={entry.afterSeconds}
        aria-label={t('input.afterLabel', { number })}
        onChange={(event) => onChange({ afterSeconds: Math.max(0, event.target.valueAsNumber || 0) })}
      />
      <span>{t('input.seconds')}</span>
      <Select
        label={t('input.kindLabel', { number })}
        isLabelHidden
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`input.kind.${value}`) }))}
        onChange={(value) => onChange({ text: textOf(value) })}
      />
      {kind === 'line' && (
        <input
          className={css['line']}
          value={(entry.text ?? '').replace(/\n$/, '')}
          aria-label={t('input.textLabel', { number })}
          onChange={(event) => onChange({ text: `${event.target.value}\n` })}
        />
      )}
      <IconButton label={t('input.remove', { number })} icon={<X />} onClick={onRemove} />
    </div>
  );
}

function kindOf({ text }: TypedInput): Kind {
  return text === null ? 'end' : text === '\u0003' ? 'interrupt' : 'line';
}

function textOf(kind: Kind): string | null {
  if (kind === 'end') return null;
  return kind === 'interrupt' ? '\u0003' : '\n';
}

import { type ReactNode, useState } from 'react';
import type { Scenario } from '../../sim-core/scenario/scenario.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { argumentsText, parseArguments } from './argument-list.ts';
import css from './input-dialog.module.css';
import { useAppMessages } from './messages/app-messages.ts';
import { TypedEntries } from './typed-entries.tsx';

/** What the program reads, prepared: as a keyboard types it at virtual times, or as one text. Run with it on a press. */
export function InputDialog(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const scenario = useStore((state) => state.scenario);
  const [draft, setDraft] = useState({ ...scenario, line: argumentsText(scenario.arguments) });
  const change = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const apply = (): void => {
    const { stdin, typed, keyboard, line } = draft;
    store.getState().changeInput({ stdin, typed, keyboard, arguments: parseArguments(line) });
    store.getState().closeDialog();
    void store.getState().startRun();
  };
  const close = (): void => store.getState().closeDialog();
  return (
    <Dialog isOpen onClose={close} title={t('input.title')} description={t('input.help')}>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <Select
          label={t('input.source')}
          value={draft.stdin === null ? 'keyboard' : 'text'}
          options={(['keyboard', 'text'] as const).map((value) => ({ value, label: t(`input.source.${value}`) }))}
          onChange={(source) => change({ stdin: source === 'keyboard' ? null : '' })}
        />
        {draft.stdin === null ? (
          <Keyboard draft={draft} onChange={change} />
        ) : (
          <textarea
            rows={6}
            value={draft.stdin}
            aria-label={t('input.text')}
            onChange={(event) => change({ stdin: event.target.value })}
          />
        )}
        <label className={css['field']}>
          <span>{t('input.arguments')}</span>
          <input value={draft.line} spellCheck={false} onChange={(event) => change({ line: event.target.value })} />
        </label>
        <Button kind="primary" type="submit">
          {t('input.done')}
        </Button>
      </form>
    </Dialog>
  );
}

interface KeyboardProps {
  readonly draft: Pick<Scenario, 'typed' | 'keyboard'>;
  readonly onChange: (part: Partial<Pick<Scenario, 'typed' | 'keyboard'>>) => void;
}

function Keyboard({ draft, onChange }: KeyboardProps): ReactNode {
  const t = useAppMessages();
  return (
    <>
      <TypedEntries entries={draft.typed} onChange={(typed) => onChange({ typed })} />
      <Select
        label={t('input.afterwards')}
        value={draft.keyboard}
        options={(['open', 'ends'] as const).map((value) => ({ value, label: t(`input.afterwards.${value}`) }))}
        onChange={(keyboard) => onChange({ keyboard })}
      />
    </>
  );
}

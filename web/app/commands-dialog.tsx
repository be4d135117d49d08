/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an option of a select cannot hold the picture of a key */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import css from './commands-dialog.module.css';
import { useAppMessages } from './messages/app-messages.ts';
import { entriesWith, type PaletteEntry, usePaletteEntries } from './palette-entries.ts';

/** The command palette: type a few letters, choose with the arrows; Enter runs the chosen one. */
export function CommandsDialog(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = entriesWith(usePaletteEntries(), filter);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Its result (a promise, in new browsers) is no clean-up.
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const run = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    store.getState().closeDialog();
    requestAnimationFrame(() => entry.run());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (event.key === 'Enter') run(found[chosen]);
    else if (move !== undefined) setChosen(Math.min(Math.max(0, chosen + move), found.length - 1));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog isOpen onClose={() => store.getState().closeDialog()} title={t('commands.title')}>
      <input
        className={css['filter']}
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette"
        aria-activedescendant={found[chosen] === undefined ? undefined : `palette-${chosen}`}
        value={filter}
        placeholder={t('commands.filter')}
        aria-label={t('commands.filter')}
        onChange={(event) => {
          setFilter(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} className={css['list']} id="palette" role="listbox" aria-label={t('commands.title')}>
        {found.map((entry, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the keys are heard by the field
          <div
            key={entry.id}
            id={`palette-${index}`}
            className={css['entry']}
            role="option"
            aria-selected={index === chosen}
            onClick={() => run(entry)}
          >
            {entry.words}
            {entry.keys !== '' && <KeyCap keys={entry.keys} />}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={css['none']}>{t('commands.none')}</p>}
    </Dialog>
  );
}

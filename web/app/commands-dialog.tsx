import { type ReactNode, useState } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { type Command, commands } from './commands.ts';
import css from './commands-dialog.module.css';
import { useAppMessages } from './messages/app-messages.ts';

/** The command palette: type a few letters, Enter runs the first. */
export function CommandsDialog(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const [filter, setFilter] = useState('');
  const words = filter.toLowerCase().split(/\s+/);
  const found = commands.filter((command) => words.every((word) => t(command.id).toLowerCase().includes(word)));
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    store.getState().closeDialog();
    requestAnimationFrame(() => command.run(store.getState()));
  };
  return (
    <Dialog isOpen onClose={() => store.getState().closeDialog()} title={t('commands.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run(found[0]);
        }}
      >
        <input
          className={css['filter']}
          type="search"
          value={filter}
          placeholder={t('commands.filter')}
          aria-label={t('commands.filter')}
          onChange={(event) => setFilter(event.target.value)}
        />
      </form>
      <ul className={css['list']}>
        {found.map((command) => (
          <li key={command.id}>
            <button type="button" onClick={() => run(command)}>
              {t(command.id)}
              <KeyCap keys={command.keys} />
            </button>
          </li>
        ))}
        {found.length === 0 && <li className={css['none']}>{t('commands.none')}</li>}
      </ul>
    </Dialog>
  );
}

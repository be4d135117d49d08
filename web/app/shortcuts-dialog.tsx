import type { ReactNode } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { type CommandGroup, commands } from './commands.ts';
import { fixedKeyGroups, fixedKeys } from './fixed-keys.ts';
import { useAppMessages } from './messages/app-messages.ts';
import css from './shortcuts-dialog.module.css';
import { useTabNames } from './use-tab-names.ts';

const groups: readonly CommandGroup[] = ['run', 'step', 'look', 'page'];

export function ShortcutsDialog(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const tabs = useTabNames();
  return (
    <Dialog
      isOpen
      size="sheet"
      onClose={() => store.getState().closeDialog()}
      title={t('shortcuts.title')}
      description={t('shortcuts.mouse')}
    >
      <div className={css['groups']}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{t(`shortcuts.group.${group}`)}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group)
                .map((command) => (
                  <Row key={command.id} keys={[command.keys]} words={t(command.id)} />
                ))}
              {group === 'look' &&
                tabs.map((name, index) => (
                  <Row
                    key={name}
                    keys={[String((index + 1) % 10)]}
                    words={t('command.tab', { number: index + 1, name })}
                  />
                ))}
            </dl>
          </section>
        ))}
        {fixedKeyGroups.map((group) => (
          <section key={group}>
            <h3>{t(`shortcuts.group.${group}`)}</h3>
            <dl>
              {fixedKeys[group].map(({ id, keys }) => (
                <Row key={id} keys={keys} words={t(id)} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Row({ keys, words }: { readonly keys: readonly string[]; readonly words: string }): ReactNode {
  return (
    <div className={css['row']}>
      <dt>
        {keys.map((key) => (
          <KeyCap key={key} keys={key} />
        ))}
      </dt>
      <dd>{words}</dd>
    </div>
  );
}

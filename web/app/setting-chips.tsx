import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { useAppMessages } from './messages/app-messages.ts';
import css from './setting-chips.module.css';

/** The machine in a few words; a click opens its settings. */
export function SettingChips(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const { python, cores, seed } = useStore((state) => state.scenario.settings);
  const words = [
    t('bar.chip.python', { version: python }),
    t('bar.chip.cores', { count: cores }),
    t('bar.chip.seed', { seed }),
  ];
  return (
    <Button
      kind="chip"
      className={css['chips']}
      title={t('bar.settings')}
      onClick={() => store.getState().openDialog('settings')}
    >
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </Button>
  );
}

import type { ReactNode } from 'react';
import type { PlayMode } from '../store/playhead-slice.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Select } from '../ui/select.tsx';
import { useAppMessages } from './messages/app-messages.ts';
import css from './play-settings.module.css';

const modes: readonly PlayMode[] = ['time', 'bytecode', 'line', 'switch'];
const speeds = ['30', '15', '10', '5', '2'] as const;

/** By what and how fast it plays. */
export function PlaySettings(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const mode = useStore((state) => state.playMode);
  const seconds = useStore((state) => state.playSeconds);
  return (
    <div className={css['settings']}>
      <Select
        label={t('transport.mode')}
        isLabelHidden
        value={mode}
        options={modes.map((value) => ({ value, label: t(`transport.mode.${value}`) }))}
        onChange={(value) => store.getState().setPlayMode(value)}
      />
      <Select
        label={t('transport.speed')}
        isLabelHidden
        value={speeds.find((speed) => Number(speed) === seconds) ?? '10'}
        options={speeds.map((value) => ({ value, label: t(`transport.speed.${value}`) }))}
        onChange={(value) => store.getState().setPlaySeconds(Number(value))}
      />
    </div>
  );
}

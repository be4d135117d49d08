import type { ReactNode } from 'react';
import { BaseChoice } from './base-choice.tsx';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { MemoryWindow } from './memory-window.tsx';
import css from './panels.module.css';

/** Two windows of memory at once: data and stack, or whatever one wants to compare. */
export function MemoryPanel(): ReactNode {
  const t = useCpuMessages();
  const windows = useLab((state) => state.moment?.memory);
  if (windows === undefined) return <p className={css['empty']}>{t('panel.empty')}</p>;
  return (
    <div className={css['panel']}>
      <div className={css['controls']}>
        <BaseChoice />
      </div>
      {windows.map((_, i) => (
        // There are always the same two.
        // oxlint-disable-next-line react/no-array-index-key
        <MemoryWindow key={i} index={i} />
      ))}
    </div>
  );
}

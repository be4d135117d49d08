import type { ReactNode } from 'react';
import { Select } from '../../ui/select.tsx';
import { useLab, useLabStore } from '../lab-context.ts';
import type { NumberBase } from '../lab-state.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';

const bases = ['hexadecimal', 'decimal', 'binary', 'text'] as const satisfies readonly NumberBase[];

/** In which form words are shown. */
export function BaseChoice(): ReactNode {
  const t = useCpuMessages();
  const store = useLabStore();
  const base = useLab((state) => state.base);
  return (
    <Select
      label={t('base.name')}
      value={base}
      options={bases.map((value) => ({ value, label: t(`base.${value}`) }))}
      onChange={(chosen) => store.getState().set({ base: chosen })}
    />
  );
}

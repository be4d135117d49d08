import type { ReactNode } from 'react';
import { useLab, useLabStore } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { speedOf, speeds } from '../speed.ts';
import { Choice } from './choice.tsx';

const allUnits = ['transfer', 'cycle', 'instruction'] as const;
const wholeUnits = ['cycle', 'instruction'] as const;

/** By which unit a step goes, and how many of them a second. */
export function Pace(): ReactNode {
  const t = useCpuMessages();
  const store = useLabStore();
  const speed = useLab((state) => state.speed);
  const unit = useLab((state) => state.unit);
  const hasWalk = useLab((state) => state.moment?.micro !== null);
  return (
    <>
      <Choice
        label={t('transport.unit')}
        value={hasWalk || unit !== 'transfer' ? unit : 'cycle'}
        values={hasWalk ? allUnits : wholeUnits}
        name={(it) => t(`unitName.${it}`)}
        onChange={(chosen) => store.getState().set({ unit: chosen })}
      />
      <Choice
        label={t('transport.speed')}
        value={String(speed)}
        values={speeds.map(String)}
        name={(it) => (it === 'unlimited' ? t('speed.unlimited') : t('speed.hertz', { hertz: it }))}
        onChange={(chosen) => store.getState().set({ speed: speedOf(chosen) })}
      />
    </>
  );
}

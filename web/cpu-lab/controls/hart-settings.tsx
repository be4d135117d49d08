import type { ReactNode } from 'react';
import { NumberField } from '../../ui/number-field.tsx';
import { useLab, useLabStore } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { Choice } from './choice.tsx';

const protocols = ['MESI', 'MSI', 'none'] as const;
const interleavings = ['round-robin', 'seeded', 'by-hand'] as const;
const largestSeed = 999_999;

/** How several harts share memory and time. */
export function HartSettings(): ReactNode {
  const t = useCpuMessages();
  const store = useLabStore();
  const { coherence, interleaving } = useLab((state) => state.config);
  const change = store.getState().changeConfig;
  return (
    <fieldset>
      <legend>{t('settings.harts')}</legend>
      <Choice
        label={t('settings.coherence')}
        value={coherence}
        values={protocols}
        name={(it) => (it === 'none' ? t('settings.noProtocol') : it)}
        onChange={(protocol) => void change({ coherence: protocol })}
      />
      <Choice
        label={t('settings.interleaving')}
        value={interleaving.kind}
        values={interleavings}
        name={(it) => t(`settings.interleaving.${it}`)}
        onChange={(kind) => void change({ interleaving: kind === 'seeded' ? { kind, seed: 1 } : { kind } })}
      />
      {interleaving.kind === 'seeded' && (
        <NumberField
          label={t('settings.seed')}
          value={interleaving.seed}
          min={0}
          max={largestSeed}
          onChange={(seed) => void change({ interleaving: { kind: 'seeded', seed } })}
        />
      )}
    </fieldset>
  );
}

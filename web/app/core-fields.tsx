import type { ReactNode } from 'react';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { Slider } from '../ui/slider.tsx';
import { useAppMessages } from './messages/app-messages.ts';
import type { SettingsFieldsProps } from './settings-fields.ts';

const policies = ['round-robin', 'fifo'] as const;

/** The cores and the operating system that shares them out. */
export function CoreFields({ settings, onChange }: SettingsFieldsProps): ReactNode {
  const t = useAppMessages();
  return (
    <>
      <NumberField
        label={t('settings.cores')}
        value={settings.cores}
        min={1}
        max={64}
        onChange={(cores) => onChange({ cores })}
      />
      <Slider
        label={t('settings.cores')}
        value={settings.cores}
        min={1}
        max={64}
        onChange={(cores) => onChange({ cores })}
      />
      <Select
        label={t('settings.policy')}
        value={policies.find((policy) => policy === settings.policy) ?? 'round-robin'}
        options={policies.map((value) => ({ value, label: t(`settings.policy.${value}`) }))}
        onChange={(policy) => onChange({ policy })}
      />
      <NumberField
        label={t('settings.quantum')}
        value={settings.quantumMs}
        min={0.1}
        max={1000}
        step={0.1}
        unit={t('settings.ms')}
        onChange={(quantumMs) => onChange({ quantumMs })}
      />
    </>
  );
}

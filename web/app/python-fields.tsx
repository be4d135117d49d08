import type { ReactNode } from 'react';
import { pythonVersions } from '../../sim-core/scenario/scenario.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { useAppMessages } from './messages/app-messages.ts';
import type { SettingsFieldsProps } from './settings-fields.ts';

/** Which Python, and what a seed and a limit decide about the run. */
export function PythonFields({ settings, onChange }: SettingsFieldsProps): ReactNode {
  const t = useAppMessages();
  return (
    <>
      <Select
        label={t('settings.python')}
        value={settings.python}
        options={pythonVersions.map((value) => ({ value, label: t(`settings.python.${value}`) }))}
        onChange={(python) => onChange({ python })}
      />
      <NumberField
        label={t('settings.switchInterval')}
        value={settings.switchIntervalMs}
        min={0.001}
        max={1000}
        step={0.001}
        unit={t('settings.ms')}
        onChange={(switchIntervalMs) => onChange({ switchIntervalMs })}
      />
      <NumberField
        label={t('settings.seed')}
        value={settings.seed}
        min={0}
        max={4_294_967_295}
        onChange={(seed) => onChange({ seed })}
      />
      <NumberField
        label={t('settings.maxSteps')}
        value={settings.maxSteps}
        min={1000}
        max={10_000_000_000}
        onChange={(maxSteps) => onChange({ maxSteps })}
      />
    </>
  );
}

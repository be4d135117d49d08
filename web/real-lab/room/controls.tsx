import { Play, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import type { Settings } from '../crew/settings.ts';
import type { Experiment } from '../experiments/experiment.ts';
import { type LabTranslate, useLabMessages } from '../messages/lab-messages.ts';
import css from './controls.module.css';
import { ShareButtons } from './share-buttons.tsx';
import type { LabRun } from './use-lab-run.ts';

export interface ControlsProps {
  readonly experiment: Experiment;
  readonly settings: Settings;
  readonly run: LabRun;
  readonly isReady: boolean;
  readonly onSettings: (settings: Settings) => void;
}

export function Controls({ experiment, settings, run, isReady, onSettings }: ControlsProps): ReactNode {
  const t = useLabMessages();
  const { variants, workers, amount, rounds } = experiment.fields;
  const isRunning = run.state.kind === 'running';
  const change = (changed: Partial<Settings>): void => onSettings({ ...settings, ...changed });
  return (
    <div className={css['controls']}>
      {variants.length > 1 && (
        <Select
          label={t('set.variant')}
          value={settings.variant}
          options={variants.map((value) => ({ value, label: t(variantKey(value)) }))}
          onChange={(variant) => change({ variant })}
        />
      )}
      {workers !== null && (
        <NumberField
          label={t('set.workers')}
          value={settings.workers}
          {...workers}
          onChange={(value) => change({ workers: value })}
        />
      )}
      {amount !== null && (
        <NumberField
          label={t(`amount.${amount.name}`)}
          value={settings.amount}
          min={amount.min}
          max={amount.max}
          onChange={(value) => change({ amount: value })}
        />
      )}
      {rounds !== null && (
        <NumberField
          label={t('set.rounds')}
          value={settings.rounds}
          {...rounds}
          onChange={(value) => change({ rounds: value })}
        />
      )}
      {isRunning ? (
        <Button kind="danger" icon={<Square />} onClick={run.stop}>
          {t('run.stop')}
        </Button>
      ) : (
        <Button kind="primary" icon={<Play />} disabled={!isReady} onClick={() => run.start(settings)}>
          {t(run.state.kind === 'done' ? 'run.again' : 'run.start')}
        </Button>
      )}
      <ShareButtons record={run.state.kind === 'done' ? run.state.record : null} />
    </div>
  );
}

/** Variants are named by the experiments; every name has a message. */
function variantKey(variant: string): Parameters<LabTranslate>[0] {
  return `variant.${variant}` as Parameters<LabTranslate>[0];
}

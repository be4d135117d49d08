import type { ReactNode } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { useLab, useLabStore } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { CacheSettings } from './cache-settings.tsx';
import { Choice } from './choice.tsx';
import css from './controls.module.css';
import { HartSettings } from './hart-settings.tsx';
import { PipelineSettings } from './pipeline-settings.tsx';

const misalignments = ['hardware', 'trap'] as const;

export interface MachineSettingsProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every switch of the machine; a change starts the program anew. */
export function MachineSettings({ isOpen, onClose }: MachineSettingsProps): ReactNode {
  const t = useCpuMessages();
  const store = useLabStore();
  const misaligned = useLab((state) => state.config.misaligned);
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('settings.title')} description={t('settings.note')} size="sheet">
      <div className={css['settings']}>
        <PipelineSettings />
        <CacheSettings which="instructionCache" />
        <CacheSettings which="dataCache" />
        <HartSettings />
        <fieldset>
          <legend>{t('settings.memory')}</legend>
          <Choice
            label={t('settings.misaligned')}
            value={misaligned}
            values={misalignments}
            name={(it) => t(`settings.misaligned.${it}`)}
            onChange={(it) => void store.getState().changeConfig({ misaligned: it })}
          />
        </fieldset>
      </div>
    </Dialog>
  );
}

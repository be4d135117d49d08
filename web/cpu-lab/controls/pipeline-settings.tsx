import type { ReactNode } from 'react';
import { useLab, useLabStore } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { Choice } from './choice.tsx';

const onOff = ['on', 'off'] as const;
const stages = ['ID', 'EX', 'MEM'] as const;
const predictors = ['none', 'always', 'BTFNT', '1-bit', '2-bit', '2-bit-hysteresis'] as const;

/** Forwarding, where branches are resolved, how they are predicted. */
export function PipelineSettings(): ReactNode {
  const t = useCpuMessages();
  const store = useLabStore();
  const { forwarding, branchStage, predictor } = useLab((state) => state.config);
  const change = store.getState().changeConfig;
  return (
    <fieldset>
      <legend>{t('settings.pipeline')}</legend>
      <Choice
        label={t('settings.forwarding')}
        value={forwarding ? 'on' : 'off'}
        values={onOff}
        name={(it) => t(`settings.${it}`)}
        onChange={(it) => void change({ forwarding: it === 'on' })}
      />
      <Choice
        label={t('settings.branch')}
        value={branchStage}
        values={stages}
        name={(it) => it}
        onChange={(stage) => void change({ branchStage: stage })}
      />
      <Choice
        label={t('settings.predictor')}
        value={predictor.kind}
        values={predictors}
        name={(it) => t(`settings.predictor.${it}`)}
        onChange={(kind) =>
          void change({ predictor: { ...predictor, kind, initialCounter: kind.startsWith('2') ? 1 : 0 } })
        }
      />
    </fieldset>
  );
}

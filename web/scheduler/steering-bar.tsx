import { ChevronFirst, Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Granularity } from '../../sim-core/trace/schedule.ts';
import { granularities } from '../../sim-core/trace/schedule.ts';
import type { SteppedState } from '../../sim-core/trace/stepped-state.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { currentBranchOf } from '../store/branches.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { type SchedulerTranslate, useSchedulerMessages } from './messages/scheduler-messages.ts';
import css from './scheduler-panel.module.css';

/** Back and forth, how far one has come, and where a switch is possible. */
export function SteeringBar({ stepped }: { readonly stepped: SteppedState }): ReactNode {
  const t = useSchedulerMessages();
  const store = useStoreApi();
  const version = useStore(({ scenario }) => scenario.settings.python);
  const future = useStore((state) => currentBranchOf(state)?.choices.length ?? 0);
  const at = stepped.choices.length;
  const goTo = (choice: number): void => void store.getState().goToChoice(choice);
  const options = granularities.map((value) => ({ value, label: t(`granularity.${value}`, { version }) }));
  return (
    <div className={css['bar']}>
      <IconButton label={t('start')} icon={<ChevronFirst />} disabled={at === 0} onClick={() => goTo(0)} />
      <IconButton label={t('undo')} icon={<Undo2 />} shortcut="U" disabled={at === 0} onClick={() => goTo(at - 1)} />
      <IconButton
        label={t('redo')}
        icon={<Redo2 />}
        shortcut="Shift+U"
        disabled={at >= future}
        onClick={() => goTo(at + 1)}
      />
      <span className={css['counts']} title={t('count.preemption.help')}>
        {t('count.choices', { count: at })} · {t('count.switches', { count: stepped.switches })} ·{' '}
        {t('count.preemptions', { count: stepped.preemptions })}
      </span>
      <span className={css['dial']} title={granularityHelp(stepped.granularity, version, t)}>
        <Select
          label={t('granularity.name')}
          value={stepped.granularity}
          options={options}
          onChange={(value) => void store.getState().setGranularity(value)}
        />
      </span>
    </div>
  );
}

export function granularityHelp(granularity: Granularity, version: string, t: SchedulerTranslate): string {
  if (granularity !== 'switch') return t(`granularity.help.${granularity}`);
  if (version === '3.13t') return t('granularity.help.switch.free');
  return t(version === '2.7' || version === '3.9' ? 'granularity.help.switch.early' : 'granularity.help.switch');
}

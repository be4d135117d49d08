import { Cpu, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { formatDuration, formatNumber } from '../results/format-quantity.ts';
import css from './experiment-view.module.css';
import type { SimulationState } from './use-simulation.ts';

export interface SimulationPanelProps {
  readonly simulation: SimulationState;
  readonly isBusy: boolean;
}

/** Lets the simulator run the Python program, and shows what it prints; its timeline stands under the real one. */
export function SimulationPanel({ simulation, isBusy }: SimulationPanelProps): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const { phase, run } = simulation;
  const steps = formatNumber(simulation.steps, language, 0);
  return (
    <div className={css['simulation']} data-simulation={phase}>
      {phase === 'running' ? (
        <Button icon={<Square />} onClick={simulation.stop}>
          {t('simulate.stop')}
        </Button>
      ) : (
        <Button icon={<Cpu />} disabled={isBusy} onClick={simulation.start}>
          {t('simulate.start')}
        </Button>
      )}
      <output>
        {phase === 'running' && t('simulate.running', { steps })}
        {phase === 'unavailable' && t('simulate.unavailable')}
        {run !== null && t(`simulate.${run.ending}`, { steps, time: formatDuration(run.virtualMs, language) })}
      </output>
      {run !== null && run.output + run.errors !== '' && (
        <>
          <h3>{t('simulate.output')}</h3>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keys */}
          <pre className={css['program']} tabIndex={0} aria-label={t('simulate.output')}>
            {run.output}
            {run.errors}
          </pre>
        </>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import type { LabMoment } from '../../worker/riscv-api.ts';
import { hexadecimal } from '../format-word.ts';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './datapath.module.css';

type MicroStep = NonNullable<LabMoment['micro']>['steps'][number];

const phases = ['fetch', 'decode', 'execute', 'memory', 'write-back'] as const;

/** All register transfers of the instruction, phase by phase: what has happened, what happens now, what is to come. */
export function TransferList(): ReactNode {
  const t = useCpuMessages();
  const micro = useLab((state) => state.moment?.micro ?? null);
  const isMultiCycle = useLab((state) => state.config.model === 'multi-cycle');
  if (micro === null || micro.steps.length === 0) return null;
  const numbered = micro.steps.map((step, i) => ({ step, number: i + 1 }));
  return (
    <ol className={css['phases']} aria-label={t('picture.transfers')}>
      {phases.map((phase) => {
        const own = numbered.filter(({ step }) => step.phase === phase);
        const first = own[0]?.step;
        return (
          <li key={phase} data-phase={phase} data-empty={first === undefined}>
            <span className={css['phaseName']}>
              {t(`phase.${phase}`)}
              {isMultiCycle && first !== undefined && <small>{` T${first.beat}`}</small>}
            </span>
            {own.map(({ step, number }) => (
              <code key={number} data-time={timeOf(number, micro.shown)}>
                {textOf(step, number <= micro.shown)}
              </code>
            ))}
          </li>
        );
      })}
    </ol>
  );
}

function timeOf(number: number, shown: number): 'past' | 'now' | 'future' {
  if (number === shown) return 'now';
  return number < shown ? 'past' : 'future';
}

/** Values are told only when they have moved: what comes can be guessed first. */
function textOf({ transfer, value }: MicroStep, hasHappened: boolean): string {
  return hasHappened && value !== null ? `${transfer} = ${hexadecimal(value)}` : transfer;
}

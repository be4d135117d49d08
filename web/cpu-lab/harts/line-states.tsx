import type { ReactNode } from 'react';
import { shortHexadecimal } from '../format-word.ts';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './harts.module.css';

/** The valid lines of a hart's data cache with their states. */
export function LineStates({ hart }: { readonly hart: number }): ReactNode {
  const t = useCpuMessages();
  const cache = useLab((state) => state.moment?.harts[hart]?.dataCache ?? null);
  if (cache === null) return null;
  const valid = cache.lines.filter((line) => line.state !== 'I');
  return (
    <ul className={css['lines']} aria-label={t('harts.lines', { hart })}>
      {valid.length === 0 && <li>{t('harts.noLines')}</li>}
      {valid.map((line) => (
        <li key={`${line.set} ${line.way}`}>
          <span className={css['state']} data-state={line.state} title={t(`line.${line.state as 'S' | 'E' | 'M'}`)}>
            {line.state}
          </span>
          <code>{shortHexadecimal(line.address)}</code>
        </li>
      ))}
    </ul>
  );
}

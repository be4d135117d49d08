import type { ReactNode } from 'react';
import { shortHexadecimal } from '../format-word.ts';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './panels.module.css';

const twoBitNames = ['SNT', 'WNT', 'WT', 'ST'];

/** The branch target buffer and the counter of each branch in it. */
export function PredictorPanel(): ReactNode {
  const t = useCpuMessages();
  const hart = useLab((state) => state.moment?.harts[state.hart] ?? null);
  const listing = useLab((state) => state.loaded?.listing);
  const predictor = hart?.predictor ?? null;
  if (hart === null || predictor === null) return <p className={css['empty']}>{t('predictor.none')}</p>;
  const counts = hart.statistics.predictor ?? { branches: 0, mispredictions: 0 };
  const hasCounters = predictor.kind !== 'always' && predictor.kind !== 'BTFNT';
  const counterText = (counter: number): string =>
    predictor.kind === '1-bit' ? (counter === 1 ? 'T' : 'NT') : `${counter} ${twoBitNames[counter] ?? ''}`;
  return (
    <div className={css['panel']}>
      <p>{t('predictor.counts', { branches: counts.branches, misses: counts.mispredictions })}</p>
      <p className={css['note']}>
        {t(`predictor.machine.${predictor.kind === '2-bit-hysteresis' ? 'hysteresis' : 'saturating'}`)}
      </p>
      <table className={css['memory']}>
        <caption>{t('predictor.buffer')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('predictor.branch')}</th>
            <th scope="col">{t('predictor.target')}</th>
            {hasCounters && <th scope="col">{t('predictor.counter')}</th>}
          </tr>
        </thead>
        <tbody>
          {predictor.entries.map((entry) => (
            <tr key={entry.pc}>
              <th scope="row">
                {listing?.find((row) => row.address === entry.pc)?.text ?? shortHexadecimal(entry.pc)}
              </th>
              <td>{shortHexadecimal(entry.target)}</td>
              {hasCounters && <td>{entry.isJump ? t('predictor.jump') : counterText(entry.counter)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import type { ReactNode } from 'react';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './panels.module.css';

const causes = [
  'fill',
  'load-use',
  'data-hazard',
  'branch-operand',
  'control',
  'trap',
  'instruction-miss',
  'data-miss',
] as const;

/** Instructions, cycles, CPI, and where every lost cycle went. */
export function FiguresPanel(): ReactNode {
  const t = useCpuMessages();
  const hart = useLab((state) => state.hart);
  const model = useLab((state) => state.config.model);
  const statistics = useLab((state) => state.moment?.harts[state.hart]?.statistics ?? null);
  if (statistics === null) return <p className={css['empty']}>{t('panel.empty')}</p>;
  const { instructions, cycles, cyclesPerInstruction, stalls, flushes, memoryStalls } = statistics;
  return (
    <div className={css['panel']}>
      <dl className={css['figures']}>
        <dt>{t('figures.instructions')}</dt>
        <dd>{instructions}</dd>
        <dt>{t('figures.cycles')}</dt>
        <dd>{cycles}</dd>
        <dt>{t('figures.cpi')}</dt>
        <dd>{cyclesPerInstruction.toFixed(2)}</dd>
      </dl>
      {model === 'pipeline' && (
        <p className={css['note']}>{t('figures.sum', { instructions, stalls, flushes, memoryStalls, cycles })}</p>
      )}
      <table className={css['causes']}>
        <caption>{t('figures.lost', { hart })}</caption>
        <tbody>
          {causes.map((cause) => (
            <tr key={cause} data-invalid={statistics.causes[cause] === 0}>
              <th scope="row">{t(`bubble.${cause}`)}</th>
              <td>{statistics.causes[cause]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

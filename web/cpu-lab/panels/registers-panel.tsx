import type { ReactNode } from 'react';
import { formatWord, hexadecimal } from '../format-word.ts';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { BaseChoice } from './base-choice.tsx';
import css from './panels.module.css';
import { registerNames } from './register-names.ts';

/** The 32 registers and the pc; what the last step changed is marked. */
export function RegistersPanel(): ReactNode {
  const t = useCpuMessages();
  const base = useLab((state) => state.base);
  const hart = useLab((state) => state.hart);
  const view = useLab((state) => state.moment?.harts[state.hart] ?? null);
  const before = useLab((state) => state.before?.harts[state.hart] ?? null);
  if (view === null) return <p className={css['empty']}>{t('panel.empty')}</p>;
  const wide = base === 'binary';
  return (
    <div className={css['panel']}>
      <div className={css['controls']}>
        <BaseChoice />
        <span>{t('registers.of', { hart })}</span>
      </div>
      <table className={css['registers']} data-wide={wide}>
        <caption>{t('registers.name')}</caption>
        <tbody>
          <tr className={css['register']}>
            <th scope="row">pc</th>
            <td>{'\u00a0'}</td>
            <td>{hexadecimal(view.pc)}</td>
          </tr>
          {view.registers.map((value, i) => (
            <tr
              key={registerNames[i] ?? i}
              className={css['register']}
              data-changed={before !== null && before.registers[i] !== value}
            >
              <th scope="row">{registerNames[i]}</th>
              <td>{`x${i}`}</td>
              <td>{formatWord(value, base)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

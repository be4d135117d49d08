import type { ReactNode } from 'react';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './program.module.css';

/** What is wrong with the source; a press goes to the place. */
export function ProblemList({ onGoTo }: { readonly onGoTo: (line: number, column: number) => void }): ReactNode {
  const t = useCpuMessages();
  const loaded = useLab((state) => state.loaded);
  if (loaded === null) return null;
  if (loaded.refusal !== null) return <p className={css['problem']}>{loaded.refusal}</p>;
  if (loaded.problems.length === 0) return null;
  return (
    <ul className={css['problems']} aria-label={t('program.problems')}>
      {loaded.problems.map(({ start, message, hint }) => (
        <li key={`${start.line} ${start.column} ${message}`}>
          <button type="button" className={css['problem']} onClick={() => onGoTo(start.line, start.column)}>
            {t('program.at', { line: start.line, column: start.column + 1 })} {message}
            {hint !== null && <em>{` — ${hint}`}</em>}
          </button>
        </li>
      ))}
    </ul>
  );
}

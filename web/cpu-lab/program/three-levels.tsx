import type { ReactNode } from 'react';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './program.module.css';

const levels = [
  { id: 'python', lines: ['g += 1'] },
  { id: 'bytecode', lines: ['LOAD_GLOBAL   g', 'LOAD_CONST    1', 'BINARY_OP     13 (+=)', 'STORE_GLOBAL  g'] },
  { id: 'machine', lines: ['lw   t0, 0(s0)', 'addi t0, t0, 1', 'sw   t0, 0(s0)'] },
] as const;

/** One statement as Python, as CPython's bytecode and as instructions: the same gap between reading and writing. */
export function ThreeLevels(): ReactNode {
  const t = useCpuMessages();
  return (
    <ol className={css['levels']}>
      {levels.map(({ id, lines }) => (
        <li key={id}>
          <strong>{t(`levels.${id}`)}</strong>
          <pre>{lines.join('\n')}</pre>
        </li>
      ))}
      <li>
        <a href="#g=lost-update">{t('levels.workbench')}</a>
      </li>
    </ol>
  );
}

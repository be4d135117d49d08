import { type ReactNode, useState } from 'react';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './program.module.css';
import { referenceTable } from './reference-table.ts';

/** The instruction set to look things up in. */
export function Reference(): ReactNode {
  const t = useCpuMessages();
  const [wanted, setWanted] = useState('');
  const rows = referenceTable.filter((row) => row.name.includes(wanted.trim().toLowerCase()));
  return (
    <div className={css['reference']}>
      <label>
        <span className={css['hidden']}>{t('reference.search')}</span>
        <input
          type="search"
          placeholder={t('reference.search')}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      </label>
      {rows.length === 0 && <p className={css['empty']}>{t('reference.none')}</p>}
      <dl>
        {rows.map(({ name, operands, meaning }) => (
          <div key={name}>
            <dt>
              <b>{name}</b> {operands}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

import { Check as CheckIcon, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLabMessages } from '../messages/lab-messages.ts';
import type { Check } from '../results/run-summary.ts';
import css from './result-lists.module.css';

/** What must hold and what was seen; the answer is a word and a sign, not a colour. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }): ReactNode {
  const t = useLabMessages();
  return (
    <ul className={css['checks']}>
      {checks.map(({ id, kind, holds }) => (
        <li key={id} data-check={id} data-holds={holds} data-kind={kind}>
          {holds ? <CheckIcon aria-hidden="true" /> : <X aria-hidden="true" />}
          <span>
            {t(`check.${id}`)}: <strong>{t(holds ? 'check.holds' : 'check.fails')}</strong>{' '}
            <span className={css['kind']}>{t(`check.${kind}`)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

import type { ReactNode } from 'react';
import type { Variable } from '../../sim-core/trace/moment.ts';
import { openQuestion } from '../store/stops-slice.ts';
import { useStore } from '../store/store-context.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import css from './variable-table.module.css';

export interface VariableTableProps {
  readonly label: string;
  readonly variables: readonly Variable[];
}

/** Names and values; what the step changed is marked. Functions, classes and modules are only counted until opened. */
export function VariableTable({ label, variables }: VariableTableProps): ReactNode {
  const t = useInspectorMessages();
  const values = variables.filter(({ role }) => role === 'value');
  const definitions = variables.filter(({ role }) => role !== 'value');
  return (
    <>
      {values.length === 0 ? (
        <p className={css['none']}>{t('variables.none')}</p>
      ) : (
        <Rows label={label} variables={values} />
      )}
      {definitions.length > 0 && (
        <details className={css['definitions']}>
          <summary>{t('variables.definitions', { count: definitions.length })}</summary>
          <Rows label={label} variables={definitions} />
        </details>
      )}
    </>
  );
}

function Rows({ label, variables }: VariableTableProps): ReactNode {
  const t = useInspectorMessages();
  const question = useStore(openQuestion);
  const isAsked = (name: string): boolean => question?.kind === 'variable' && question.name === name;
  return (
    <table className={css['table']} aria-label={label}>
      <tbody>
        {variables.map((variable) => (
          <tr key={variable.name} className={variable.hasChanged ? css['changed'] : undefined}>
            <th scope="row">{variable.name}</th>
            <td className={css['value']} title={variable.type}>
              {isAsked(variable.name) ? '?' : variable.text}
              {variable.hasChanged && <span className={css['mark']}>{t('variables.changed')}</span>}
            </td>
            <td className={css['type']}>{variable.type}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

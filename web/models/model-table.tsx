import type { ReactNode } from 'react';
import { durationText } from '../ui/time-text.ts';
import { gainOver } from './gain.ts';
import { useModelMessages } from './messages/model-messages.ts';
import { modelIds } from './model-programs.ts';
import css from './model-table.module.css';
import type { ModelResults } from './use-model-runs.ts';

/** All models' figures, to compare and to copy. */
export function ModelTable({ results }: { readonly results: ModelResults }): ReactNode {
  const t = useModelMessages();
  return (
    <div className={css['scroll']}>
      <table className={css['table']}>
        <caption>{t('table')}</caption>
        <thead>
          <tr>
            {(['model', 'total', 'gain', 'threads', 'tasks', 'switches', 'idle'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {modelIds.map((model) => {
            const result = results[model];
            if (result?.kind !== 'done') return null;
            const { totalNs, threads, tasks, gilHandovers, idleShare } = result.run;
            return (
              <tr key={model}>
                <th scope="row">{t(`model.${model}`)}</th>
                <td>{durationText(totalNs)}</td>
                <td>{gainOver(results, model)?.toFixed(2) ?? ''}</td>
                <td>{threads}</td>
                <td>{tasks === 0 ? '–' : tasks}</td>
                <td>{model === 'free-threads' ? '–' : gilHandovers}</td>
                <td>{Math.round(idleShare * 100)} %</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { useEditorMessages } from './messages/editor-messages.ts';
import css from './problems.module.css';

/** What is wrong with the text, below it: the same as is underlined. A click goes there. */
export function Problems(): ReactNode {
  const t = useEditorMessages();
  const store = useStoreApi();
  const diagnostics = useStore((state) => state.diagnostics);
  const files = useStore((state) => state.scenario.files);
  if (diagnostics.length === 0) return null;
  return (
    <ul className={css['problems']} aria-label={t('editor.problems', { count: diagnostics.length })}>
      {diagnostics.slice(0, 20).map(({ file, message, start, severity }) => {
        const values = { line: start.line, message, file: files[file]?.name ?? '' };
        return (
          <li key={`${file}:${start.line}:${start.column}:${message}`} className={css[severity]}>
            <button type="button" onClick={() => store.getState().goToLine(file, start.line)}>
              <CircleAlert aria-hidden="true" />
              {t(files.length === 1 ? 'editor.problem' : 'editor.problemIn', values)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

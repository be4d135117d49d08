import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from '../store/store-context.ts';
import { useEditorMessages } from './messages/editor-messages.ts';
import css from './problems.module.css';

/** What is wrong with the text, below it: the same as is underlined. */
export function Problems(): ReactNode {
  const t = useEditorMessages();
  const diagnostics = useStore((state) => state.diagnostics);
  if (diagnostics.length === 0) return null;
  return (
    <ul className={css['problems']} aria-label={t('editor.problems', { count: diagnostics.length })}>
      {diagnostics.slice(0, 20).map(({ message, start, severity }) => (
        <li key={`${start.line}:${start.column}:${message}`} className={css[severity]}>
          <CircleAlert aria-hidden="true" />
          {t('editor.problem', { line: start.line, message })}
        </li>
      ))}
    </ul>
  );
}

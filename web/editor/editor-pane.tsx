import { type ReactNode, lazy, Suspense } from 'react';
import { useStore } from '../store/store-context.ts';
import { BreakpointList } from './breakpoint-list.tsx';
import css from './editor-pane.module.css';
import { FileTabs } from './file-tabs.tsx';
import { useEditorMessages } from './messages/editor-messages.ts';
import { Problems } from './problems.tsx';
import { useWhenQuiet } from './use-when-quiet.ts';

const CodeEditor = lazy(async () => ({ default: (await import('./code-editor.tsx')).CodeEditor }));

/** The program: its files as tabs, the editor, and the problems found in it. */
export function EditorPane(): ReactNode {
  const t = useEditorMessages();
  const text = useStore((store) => store.scenario.files[store.activeFile]?.text ?? '');
  const [isTime, hurry] = useWhenQuiet();
  const plain = <pre className={css['plain']}>{text}</pre>;
  return (
    <section id="editor" className={css['pane']} aria-label={t('editor.name')}>
      <FileTabs />
      <div className={css['code']} onPointerEnter={hurry} onPointerDown={hurry}>
        <Suspense fallback={plain}>{isTime ? <CodeEditor /> : plain}</Suspense>
      </div>
      <Problems />
      <BreakpointList />
    </section>
  );
}

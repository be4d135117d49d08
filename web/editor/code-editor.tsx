import { type ReactNode, useRef } from 'react';
import css from './code-editor.module.css';
import { useCodeMirror } from './use-code-mirror.ts';

/** CodeMirror with the active file. Loaded when it is first shown. */
export function CodeEditor(): ReactNode {
  const parent = useRef<HTMLDivElement>(null);
  useCodeMirror(parent);
  return <div ref={parent} className={css['editor']} />;
}

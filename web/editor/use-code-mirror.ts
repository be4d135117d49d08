/** Owns the CodeMirror view: its text follows the store's active file, typing goes to the store, cursors follow the moment. */
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useRef } from 'react';
import type { Diagnostic, SourcePosition } from '../../sim-core/base/diagnostics.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { editorExtensions } from './editor-extensions.ts';
import { useEditorMessages } from './messages/editor-messages.ts';
import { setSwitchMarks } from './switch-marks.ts';
import { setCursors } from './thread-cursors.ts';
import { useLineCursors } from './use-line-cursors.ts';
import { useSwitchLines } from './use-switch-lines.ts';

const checkAfterMs = 350;

export function useCodeMirror(parent: RefObject<HTMLElement | null>): void {
  const t = useEditorMessages();
  const store = useStoreApi();
  const view = useRef<EditorView | null>(null);
  const generation = useStore((state) => state.scenarioGeneration);
  const activeFile = useStore((state) => state.activeFile);
  const fileName = useStore((state) => state.scenario.files[state.activeFile]?.name ?? '');
  const label = t('editor.code', { file: fileName });

  useEffect(() => {
    const element = parent.current;
    if (element === null) return undefined;
    let timer = 0;
    const check = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void store.getState().checkScenario(), checkAfterMs);
    };
    const onChange = (text: string): void => {
      store.getState().setFileText(store.getState().activeFile, text);
      check();
    };
    const doc = store.getState().scenario.files[activeFile]?.text ?? '';
    const extensions = editorExtensions({ onChange, label, onRun: () => void store.getState().startRun() });
    const made = new EditorView({ parent: element, state: EditorState.create({ doc, extensions }) });
    view.current = made;
    check();
    return () => {
      window.clearTimeout(timer);
      made.destroy();
      view.current = null;
    };
  }, [parent, store, generation, activeFile, label]);

  useDiagnostics(view, `${generation} ${activeFile} ${label}`);
  const cursors = useLineCursors();
  useEffect(() => {
    view.current?.dispatch({ effects: setCursors.of(cursors) });
  }, [cursors, generation, activeFile, label]);
  const switchLines = useSwitchLines();
  const version = useStore((state) => state.ranScenario?.settings.python ?? '');
  const words = t('editor.switch', { version });
  useEffect(() => {
    view.current?.dispatch({ effects: setSwitchMarks.of({ lines: switchLines, words }) });
  }, [switchLines, words, generation, activeFile, label]);
}

/** Underlines what the simulation finds wrong as the person types. */
function useDiagnostics(view: RefObject<EditorView | null>, editorKey: string): void {
  const diagnostics = useStore((state) => state.diagnostics);
  const activeFile = useStore((state) => state.activeFile);
  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const { doc } = editor.state;
    const shown = activeFile === 0 ? diagnostics.map((diagnostic) => underlined(diagnostic, doc)) : [];
    editor.dispatch(setDiagnostics(editor.state, shown));
  }, [view, diagnostics, activeFile, editorKey]);
}

function underlined(
  { severity, message, start, end }: Diagnostic,
  doc: Text,
): { from: number; to: number; severity: 'error' | 'warning'; message: string } {
  const from = offsetOf(start, doc);
  return { from, to: Math.max(from, offsetOf(end, doc)), severity, message };
}

function offsetOf({ line, column }: SourcePosition, doc: Text): number {
  if (line > doc.lines) return doc.length;
  const { from, to } = doc.line(Math.max(1, line));
  return Math.min(to, from + column);
}

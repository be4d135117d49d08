/** Owns the CodeMirror view: its text follows the store's active file, typing goes to the store, cursors follow the moment. */
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useRef } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { breakpointLines } from './breakpoint-gutter.ts';
import { editorExtensions } from './editor-extensions.ts';
import { useEditorMessages } from './messages/editor-messages.ts';
import { setSwitchMarks } from './switch-marks.ts';
import { setCursors } from './thread-cursors.ts';
import { useBreakpointMarks } from './use-breakpoint-marks.ts';
import { useDiagnostics } from './use-diagnostics.ts';
import { useLineCursors } from './use-line-cursors.ts';
import { useLineWish } from './use-line-wish.ts';
import { useSwitchMarks } from './use-switch-marks.ts';

const checkAfterMs = 350;

export function useCodeMirror(parent: RefObject<HTMLElement | null>): void {
  const t = useEditorMessages();
  const store = useStoreApi();
  const view = useRef<EditorView | null>(null);
  const generation = useStore((state) => state.scenarioGeneration);
  const activeFile = useStore((state) => state.activeFile);
  const fileName = useStore((state) => state.scenario.files[state.activeFile]?.name ?? '');
  const label = t('editor.code', { file: fileName });
  const editorKey = `${generation} ${activeFile} ${label}`;
  /** Each file keeps its history and selection while another one is shown. */
  const leftStates = useRef(new Map<string, EditorState>());

  useEffect(() => {
    const element = parent.current;
    if (element === null) return undefined;
    const states = leftStates.current;
    let timer = 0;
    const check = (): void => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => void store.getState().checkScenario(), checkAfterMs);
    };
    const hooks = {
      label,
      onChange: (text: string): void => {
        store.getState().setFileText(store.getState().activeFile, text);
        if (view.current !== null) store.getState().moveBreakpoints(fileName, breakpointLines(view.current));
        check();
      },
      onRun: () => void store.getState().startRun(),
      onToggle: (line: number) => store.getState().toggleBreakpoint(fileName, line),
    };
    const doc = store.getState().scenario.files[activeFile]?.text ?? '';
    const left = states.get(editorKey);
    const isSame = left !== undefined && left.doc.toString() === doc;
    const state = isSame ? left : EditorState.create({ doc, extensions: editorExtensions(hooks) });
    const made = new EditorView({ parent: element, state });
    view.current = made;
    check();
    return () => {
      window.clearTimeout(timer);
      states.set(editorKey, made.state);
      made.destroy();
      view.current = null;
    };
  }, [parent, store, activeFile, fileName, label, editorKey]);

  useDiagnostics(view, editorKey);
  useBreakpointMarks(view, editorKey);
  useLineWish(view, editorKey);
  const cursors = useLineCursors();
  useEffect(() => {
    view.current?.dispatch({ effects: setCursors.of(cursors) });
  }, [cursors, editorKey]);
  const switchMarks = useSwitchMarks();
  useEffect(() => {
    view.current?.dispatch({ effects: setSwitchMarks.of(switchMarks) });
  }, [switchMarks, editorKey]);
}

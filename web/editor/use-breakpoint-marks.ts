/** Keeps the breakpoints in the gutter as the store has them. */
import type { EditorView } from '@codemirror/view';
import { type RefObject, useEffect } from 'react';
import { useStore } from '../store/store-context.ts';
import { breakpointLines, setBreakpointLines } from './breakpoint-gutter.ts';
import { useEditorMessages } from './messages/editor-messages.ts';

export function useBreakpointMarks(view: RefObject<EditorView | null>, editorKey: string): void {
  const t = useEditorMessages();
  const words = t('breakpoints.mark');
  const breakpoints = useStore((state) => state.breakpoints);
  const fileName = useStore((state) => state.scenario.files[state.activeFile]?.name ?? '');
  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const lines = breakpoints.filter((breakpoint) => breakpoint.fileName === fileName).map(({ line }) => line);
    if (String(lines) === String(breakpointLines(editor))) return;
    editor.dispatch({ effects: setBreakpointLines.of({ lines, words }) });
  }, [view, breakpoints, fileName, words, editorKey]);
}

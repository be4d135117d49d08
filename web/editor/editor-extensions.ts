/** What our CodeMirror can do: Python, history, search, brackets, thread cursors; Tab indents and Escape-Tab leaves. */
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { breakpointGutter } from './breakpoint-gutter.ts';
import { editorTheme } from './editor-theme.ts';
import { switchMarks } from './switch-marks.ts';
import { threadCursors } from './thread-cursors.ts';

export interface EditorHooks {
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  readonly onToggle: (line: number) => void;
  readonly label: string;
}

export function editorExtensions({ onChange, onRun, onToggle, label }: EditorHooks): Extension {
  return [
    keymap.of([
      {
        key: 'Mod-Enter',
        run: () => {
          onRun();
          return true;
        },
      },
    ]),
    breakpointGutter({ onToggle }),
    threadCursors(),
    lineNumbers(),
    switchMarks(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    history(),
    drawSelection(),
    indentUnit.of('    '),
    EditorState.tabSize.of(4),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightSelectionMatches(),
    python(),
    editorTheme,
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...searchKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
  ];
}

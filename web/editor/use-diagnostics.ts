/** Underlines what the simulation finds wrong as the person types, and where the run met something that is not simulated. */
import { setDiagnostics } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { type RefObject, useEffect } from 'react';
import type { Diagnostic, SourcePosition } from '../../sim-core/base/diagnostics.ts';
import { useStore } from '../store/store-context.ts';
import type { Store } from '../store/store.ts';

export function useDiagnostics(view: RefObject<EditorView | null>, editorKey: string): void {
  const diagnostics = useStore((state) => state.diagnostics);
  const activeFile = useStore((state) => state.activeFile);
  const feature = useStore(unsupportedHere);
  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const { doc } = editor.state;
    const shown = diagnostics.filter(({ file }) => file === activeFile).map((found) => underlined(found, doc));
    const [line, ...words] = feature.split(' ');
    if (feature !== '') shown.push(wholeLine(Number(line), words.join(' '), doc));
    editor.dispatch(setDiagnostics(editor.state, shown));
  }, [view, diagnostics, activeFile, feature, editorKey]);
}

/** 'line feature' where the run that is shown ended in the file that is shown; '' if it did not. A text, so that equals are equal. */
function unsupportedHere({ trace, ranScenario, scenario, activeFile }: Store): string {
  const file = scenario.files[activeFile];
  const outcome = trace?.outcome;
  if (outcome?.kind !== 'unsupported' || outcome.fileName !== file?.name) return '';
  const ran = ranScenario?.files.find(({ name }) => name === file.name);
  return ran?.text === file.text ? `${outcome.line} ${outcome.feature}` : '';
}

interface Underlined {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

function underlined({ severity, message, start, end }: Diagnostic, doc: Text): Underlined {
  const from = offsetOf(start, doc);
  const to = Math.max(from, offsetOf(end, doc));
  // What is missing at the end of a line is underlined under its last character.
  return { from: from === to ? Math.max(doc.lineAt(from).from, from - 1) : from, to, severity, message };
}

function wholeLine(line: number, message: string, doc: Text): Underlined {
  const { from, to, text } = doc.line(Math.min(Math.max(1, line), doc.lines));
  return { from: from + (text.length - text.trimStart().length), to, severity: 'warning', message };
}

function offsetOf({ line, column }: SourcePosition, doc: Text): number {
  if (line > doc.lines) return doc.length;
  const { from, to } = doc.line(Math.max(1, line));
  return Math.min(to, from + column);
}

/** The editor in the page's colours: only custom properties, so that it follows every theme by itself. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const look = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--background)', color: 'var(--text)', fontSize: 'var(--size-13)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--text)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--text-muted)', border: 'none' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--surface-sunken)' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--text) 4%, transparent)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 22%, transparent) !important',
  },
  '.cm-matchingBracket': { backgroundColor: 'var(--accent-soft) !important', outline: '1px solid var(--accent)' },
  '.cm-breakpoint-gutter': { width: '16px', cursor: 'pointer' },
  '.cm-breakpoint-gutter .cm-gutterElement': { display: 'grid', placeItems: 'center' },
  '.cm-breakpoint-gutter .cm-gutterElement:empty:hover::before': {
    content: '""',
    width: '10px',
    height: '10px',
    border: '1px solid var(--danger)',
    borderRadius: '50%',
  },
  '.cm-breakpoint': { width: '11px', height: '11px', borderRadius: '50%', backgroundColor: 'var(--danger)' },
  '.cm-thread-gutter': { width: '34px' },
  '.cm-thread-mark': { display: 'flex', gap: '1px', alignItems: 'center', height: '100%', paddingLeft: '4px' },
  '.cm-thread-mark span': {
    width: '8px',
    height: '12px',
    clipPath: 'polygon(0 0, 60% 0, 100% 50%, 60% 100%, 0 100%)',
  },
  '.cm-switch-mark': { padding: '0 3px', color: 'var(--text-muted)', fontSize: '0.85em' },
  '.cm-switch-task': { color: 'var(--accent)', fontWeight: '700' },
  '.cm-thread-line': {
    backgroundColor: 'color-mix(in srgb, var(--thread) 18%, transparent)',
    boxShadow: 'inset 3px 0 var(--thread)',
  },
  '.cm-thread-mixed': {
    background:
      'repeating-linear-gradient(120deg, color-mix(in srgb, var(--thread) 20%, transparent) 0 14px, color-mix(in srgb, var(--other) 20%, transparent) 14px 28px)',
  },
  '.cm-tooltip': {
    border: '1px solid var(--hairline)',
    backgroundColor: 'var(--surface-raised)',
    color: 'var(--text)',
  },
  '.cm-panels': { backgroundColor: 'var(--surface)', color: 'var(--text)' },
  '.cm-panels input, .cm-panels button': { fontSize: 'var(--size-12)' },
});

const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword], color: 'var(--syntax-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--syntax-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--syntax-number)' },
  { tag: tags.comment, color: 'var(--syntax-comment)', fontStyle: 'italic' },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.className], color: 'var(--syntax-definition)' },
  { tag: [tags.meta, tags.standard(tags.variableName)], color: 'var(--syntax-builtin)' },
]);

export const editorTheme: Extension = [look, syntaxHighlighting(colors)];

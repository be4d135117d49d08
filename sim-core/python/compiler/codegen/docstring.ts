/**
 * Docstrings, with the indentation of the source taken off.
 * Models: CPython 3.13, Python/compile.c (`_PyCompile_CleanDoc`).
 */
import type { Statement } from '../../syntax/ast-statements.ts';
import type { Location } from './instruction.ts';

export function docstringOf(body: readonly Statement[]): { readonly text: string; readonly location: Location } | null {
  const [first] = body;
  if (first?.kind !== 'Expr' || first.value.kind !== 'Constant' || typeof first.value.value !== 'string') return null;
  return { text: first.value.value, location: first.value };
}

export function cleanDocstring(text: string): string {
  const [first = '', ...rest] = expandTabs(text).split('\n');
  const indents = rest.filter((line) => /[^ ]/.test(line)).map((line) => line.length - line.replace(/^ +/, '').length);
  const margin = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  const cut = (line: string): string => {
    const spaces = line.length - line.replace(/^ +/, '').length;
    return line.slice(Math.min(spaces, margin));
  };
  const lines = margin === Infinity ? rest : rest.map(cut);
  return [first.replace(/^ +/, ''), ...lines].join('\n');
}

/** Tabs become spaces up to the next multiple of eight. */
function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let column = 0;
  let expanded = '';
  for (const character of text) {
    if (character === '\t') {
      const spaces = 8 - (column % 8);
      expanded += ' '.repeat(spaces);
      column += spaces;
    } else {
      expanded += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return expanded;
}

/** The gutter where breakpoints are set by a click, or with F9 on the cursor's line. They move with the text. */
import { type Extension, RangeSet, StateEffect, StateField, type Text, type Transaction } from '@codemirror/state';
import { type EditorView, GutterMarker, gutter, keymap } from '@codemirror/view';

export interface BreakpointHooks {
  readonly onToggle: (line: number) => void;
}

export interface BreakpointLines {
  readonly lines: readonly number[];
  readonly words: string;
}

export const setBreakpointLines = StateEffect.define<BreakpointLines>();

interface Placed {
  readonly positions: readonly number[];
  readonly words: string;
}

const placedField = StateField.define<Placed>({
  create: () => ({ positions: [], words: '' }),
  update: (placed, transaction) => {
    const set = transaction.effects.findLast((effect) => effect.is(setBreakpointLines));
    if (set !== undefined) return placedAt(set.value, transaction.state.doc);
    if (!transaction.docChanged) return placed;
    return { ...placed, positions: placed.positions.map((position) => transaction.changes.mapPos(position)) };
  },
});

class BreakpointMarker extends GutterMarker {
  readonly words: string;

  constructor(words: string) {
    super();
    this.words = words;
  }

  override eq(other: BreakpointMarker): boolean {
    return other.words === this.words;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = 'cm-breakpoint';
    mark.title = this.words;
    return mark;
  }
}

export function breakpointGutter(hooks: BreakpointHooks): Extension {
  return [
    placedField,
    gutter({
      class: 'cm-breakpoint-gutter',
      renderEmptyElements: true,
      markers: (view) => {
        const { positions, words } = view.state.field(placedField);
        const { doc } = view.state;
        const starts = positions.filter((at) => at <= doc.length).map((at) => doc.lineAt(at).from);
        return RangeSet.of(
          starts.map((at) => new BreakpointMarker(words).range(at)),
          true,
        );
      },
      lineMarkerChange: (update) => update.transactions.some((transaction) => isSet(transaction)),
      initialSpacer: () => new BreakpointMarker(''),
      domEventHandlers: {
        mousedown: (view, block, event) => {
          if (!(event instanceof MouseEvent) || event.button !== 0) return false;
          hooks.onToggle(codeLine(view.state.doc, view.state.doc.lineAt(block.from).number));
          return true;
        },
      },
    }),
    keymap.of([{ key: 'F9', run: (view) => toggleHere(view, hooks) }]),
  ];
}

/** The lines the breakpoints stand on. */
export function breakpointLines(view: EditorView): readonly number[] {
  const { doc } = view.state;
  return view.state.field(placedField).positions.map((at) => doc.lineAt(Math.min(at, doc.length)).number);
}

function toggleHere(view: EditorView, hooks: BreakpointHooks): boolean {
  const { doc, selection } = view.state;
  hooks.onToggle(codeLine(doc, doc.lineAt(selection.main.head).number));
  return true;
}

/** An empty line and a comment are never reached: the next line with code is meant. */
function codeLine(doc: Text, line: number): number {
  for (let at = line; at <= doc.lines; at += 1) if (!/^\s*(#.*)?$/.test(doc.line(at).text)) return at;
  return line;
}

function placedAt({ lines, words }: BreakpointLines, doc: Text): Placed {
  const inText = lines.map((line) => Math.min(Math.max(1, line), doc.lines));
  return { positions: inText.map((line) => doc.line(line).from), words };
}

function isSet(transaction: Transaction): boolean {
  return transaction.effects.some((effect) => effect.is(setBreakpointLines));
}

/** Where each thread stands in the text: a mark in the gutter in its colour, and its line tinted; mixed where several stand. */
import { type Extension, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutter } from '@codemirror/view';
import { threadColor } from '../ui/state-style.ts';

/** The threads that stand on a line, and what a screen reader or tooltip says about it. */
export interface LineCursor {
  readonly line: number;
  readonly threads: readonly number[];
  readonly words: string;
}

export const setCursors = StateEffect.define<readonly LineCursor[]>();

const cursorField = StateField.define<readonly LineCursor[]>({
  create: () => [],
  update: (cursors, transaction) => {
    for (const effect of transaction.effects) if (effect.is(setCursors)) return effect.value;
    return transaction.docChanged ? [] : cursors;
  },
});

class CursorMarker extends GutterMarker {
  readonly cursor: LineCursor;

  constructor(cursor: LineCursor) {
    super();
    this.cursor = cursor;
  }

  override eq(other: CursorMarker): boolean {
    return other.cursor === this.cursor;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = 'cm-thread-mark';
    mark.title = this.cursor.words;
    for (const thread of this.cursor.threads.slice(0, 3)) {
      const dot = document.createElement('span');
      dot.style.background = threadColor(thread);
      mark.append(dot);
    }
    return mark;
  }
}

export function threadCursors(): Extension {
  return [
    cursorField,
    EditorView.decorations.compute([cursorField, 'doc'], (state) =>
      lineDecorations(state.field(cursorField), state.doc),
    ),
    gutter({
      class: 'cm-thread-gutter',
      markers: (view) => {
        const { doc } = view.state;
        const markers = inText(view.state.field(cursorField), doc).map((cursor) =>
          new CursorMarker(cursor).range(doc.line(cursor.line).from),
        );
        return RangeSet.of(markers, true);
      },
      lineMarkerChange: (update) =>
        update.transactions.some(({ effects }) => effects.some((effect) => effect.is(setCursors))),
      initialSpacer: () => new CursorMarker({ line: 1, threads: [0, 1, 2], words: '' }),
    }),
  ];
}

function lineDecorations(cursors: readonly LineCursor[], doc: Text): DecorationSet {
  return Decoration.set(
    inText(cursors, doc).map((cursor) =>
      Decoration.line({
        class: cursor.threads.length > 1 ? 'cm-thread-line cm-thread-mixed' : 'cm-thread-line',
        attributes: {
          style: `--thread: ${threadColor(cursor.threads[0] ?? 0)}; --other: ${threadColor(cursor.threads[1] ?? 0)}`,
        },
      }).range(doc.line(cursor.line).from),
    ),
    true,
  );
}

function inText(cursors: readonly LineCursor[], doc: Text): readonly LineCursor[] {
  return cursors.filter(({ line }) => line >= 1 && line <= doc.lines);
}

/** Marks in the gutter: in this line another thread or another task can take over. They move with the text until it is checked again. */
import { type Extension, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { GutterMarker, gutter } from '@codemirror/view';

export interface SwitchMark {
  readonly line: number;
  /** What can come in between: another thread; another task; nobody, though there is an `await`. */
  readonly kind: 'thread' | 'task' | 'nobody';
  readonly words: string;
}

export const setSwitchMarks = StateEffect.define<readonly SwitchMark[]>();

const signs: Readonly<Record<SwitchMark['kind'], string>> = { thread: '⇄', task: '↷', nobody: '–' };

class SwitchMarker extends GutterMarker {
  readonly kind: SwitchMark['kind'];
  readonly words: string;

  constructor({ kind, words }: Pick<SwitchMark, 'kind' | 'words'>) {
    super();
    this.kind = kind;
    this.words = words;
  }

  override eq(other: SwitchMarker): boolean {
    return other.kind === this.kind && other.words === this.words;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = `cm-switch-mark cm-switch-${this.kind}`;
    mark.title = this.words;
    mark.textContent = signs[this.kind];
    return mark;
  }
}

const markField = StateField.define<RangeSet<SwitchMarker>>({
  create: () => RangeSet.empty,
  update: (marks, transaction) => {
    const set = transaction.effects.findLast((effect) => effect.is(setSwitchMarks));
    return set === undefined ? marks.map(transaction.changes) : marksAt(set.value, transaction.state.doc);
  },
});

export function switchMarks(): Extension {
  return [
    markField,
    gutter({
      class: 'cm-switch-gutter',
      markers: (view) => view.state.field(markField),
      lineMarkerChange: (update) =>
        update.transactions.some(({ effects }) => effects.some((effect) => effect.is(setSwitchMarks))),
      initialSpacer: () => new SwitchMarker({ kind: 'thread', words: '' }),
    }),
  ];
}

function marksAt(marks: readonly SwitchMark[], doc: Text): RangeSet<SwitchMarker> {
  const inText = marks.filter(({ line }) => line >= 1 && line <= doc.lines);
  return RangeSet.of(
    inText.map((mark) => new SwitchMarker(mark).range(doc.line(mark.line).from)),
    true,
  );
}

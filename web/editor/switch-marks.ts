/** Marks in the gutter: after some bytecode of this line another thread can take over. They move with the text until it is checked again. */
import { type Extension, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { GutterMarker, gutter } from '@codemirror/view';

interface SwitchMarks {
  readonly lines: readonly number[];
  readonly words: string;
}

export const setSwitchMarks = StateEffect.define<SwitchMarks>();

class SwitchMarker extends GutterMarker {
  readonly words: string;

  constructor(words: string) {
    super();
    this.words = words;
  }

  override eq(other: SwitchMarker): boolean {
    return other.words === this.words;
  }

  override toDOM(): HTMLElement {
    const mark = document.createElement('span');
    mark.className = 'cm-switch-mark';
    mark.title = this.words;
    mark.textContent = '⇄';
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
      initialSpacer: () => new SwitchMarker(''),
    }),
  ];
}

function marksAt({ lines, words }: SwitchMarks, doc: Text): RangeSet<SwitchMarker> {
  const inText = lines.filter((line) => line >= 1 && line <= doc.lines);
  return RangeSet.of(
    inText.map((line) => new SwitchMarker(words).range(doc.line(line).from)),
    true,
  );
}

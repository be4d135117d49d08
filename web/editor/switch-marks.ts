/** Marks in the gutter: after this line's bytecodes another thread can take over. */
import { type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { GutterMarker, gutter } from '@codemirror/view';

export interface SwitchMarks {
  readonly lines: readonly number[];
  readonly words: string;
}

export const setSwitchMarks = StateEffect.define<SwitchMarks>();

const markField = StateField.define<SwitchMarks>({
  create: () => ({ lines: [], words: '' }),
  update: (marks, transaction) => {
    for (const effect of transaction.effects) if (effect.is(setSwitchMarks)) return effect.value;
    return transaction.docChanged ? { lines: [], words: '' } : marks;
  },
});

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

export function switchMarks(): Extension {
  return [
    markField,
    gutter({
      class: 'cm-switch-gutter',
      markers: (view) => {
        const { lines, words } = view.state.field(markField);
        const { doc } = view.state;
        const inText = lines.filter((line) => line >= 1 && line <= doc.lines);
        return RangeSet.of(
          inText.map((line) => new SwitchMarker(words).range(doc.line(line).from)),
          true,
        );
      },
      lineMarkerChange: (update) =>
        update.transactions.some(({ effects }) => effects.some((effect) => effect.is(setSwitchMarks))),
      initialSpacer: () => new SwitchMarker(''),
    }),
  ];
}

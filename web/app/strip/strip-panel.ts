/** One step of a strip, ready to be drawn: words and code, no pixels. */
import type { Moment } from '../../../sim-core/trace/moment.ts';
import { shownThread } from '../../store/selection-slice.ts';
import type { StopQuestion } from '../../store/stops-slice.ts';
import type { Store } from '../../store/store.ts';
import { countText, durationText } from '../../ui/time-text.ts';

export interface StripPanel {
  readonly place: string;
  readonly caption: string;
  /** What the step just did. */
  readonly sentence: string;
  readonly code: readonly StripLine[];
  readonly variables: readonly StripVariable[];
  /** The timeline around the moment, as a whole SVG document. */
  readonly picture: string;
}

interface StripLine {
  readonly number: number;
  readonly text: string;
  readonly isCurrent: boolean;
}

interface StripVariable {
  readonly name: string;
  readonly text: string;
  readonly hasChanged: boolean;
}

const linesAround = 2;
const mostVariables = 8;

export interface PanelWords {
  readonly caption: string;
  readonly sentence: string;
  readonly picture: string;
  /** On a worksheet: what is asked, whose value becomes a question mark. */
  readonly asked: StopQuestion | null;
}

export function stripPanel(store: Store, moment: Moment, words: PanelWords): StripPanel {
  const thread = moment.threads.find(({ id }) => id === shownThread(store));
  const frame = thread?.frames.find(({ isLibrary }) => !isLibrary);
  const text = store.ranScenario?.files.find(({ name }) => name === frame?.fileName)?.text ?? '';
  const locals = frame === undefined || frame.functionName === '<module>' ? [] : frame.locals;
  const globals = moment.processes.find(({ id }) => id === (thread?.process ?? 0))?.globals ?? [];
  const values = [...locals, ...globals].filter(({ role }) => role === 'value');
  const { asked } = words;
  return {
    place: `${countText(moment.step)} · ${durationText(moment.timeNs)}${thread === undefined ? '' : ` · ${thread.name}`}`,
    caption: words.caption,
    sentence: asked === null ? words.sentence : '',
    code: linesNear(text, frame?.line ?? 0),
    variables: values.slice(0, mostVariables).map((variable) => ({
      name: variable.name,
      text: asked?.kind === 'variable' && asked.name === variable.name ? '?' : variable.text,
      hasChanged: variable.hasChanged,
    })),
    picture: words.picture,
  };
}

function linesNear(text: string, line: number): readonly StripLine[] {
  if (line < 1) return [];
  return text
    .split('\n')
    .map((content, index) => ({ number: index + 1, text: content, isCurrent: index + 1 === line }))
    .filter(({ number }) => Math.abs(number - line) <= linesAround);
}

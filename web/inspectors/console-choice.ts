/** Which lines of the console are shown. */
import type { ConsoleLine } from './console-lines.ts';

export const everyone = 'everyone';

export interface ConsoleChoice {
  /** A text that a line must contain, in any case; all for ''. */
  readonly search: string;
  /** The number of a thread, or `everyone`. */
  readonly thread: string;
}

export const everything: ConsoleChoice = { search: '', thread: everyone };

export function chosenLines<Line extends ConsoleLine>(lines: readonly Line[], choice: ConsoleChoice): readonly Line[] {
  const wanted = choice.search.trim().toLowerCase();
  // A thread that wrote nothing in this run was chosen in an earlier one.
  const isKnown = lines.some(({ thread }) => String(thread) === choice.thread);
  return lines.filter(
    ({ text, thread }) =>
      (!isKnown || String(thread) === choice.thread) && (wanted === '' || text.toLowerCase().includes(wanted)),
  );
}

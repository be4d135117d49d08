/** The answer to a stop's question, read from the run itself. */
import type { Moment, Variable } from '../../sim-core/trace/moment.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { shownThread } from './selection-slice.ts';
import type { StopQuestion } from './stops-slice.ts';
import type { Store } from './store.ts';

/** Null where the run has none: no such variable, nobody next, nothing printed any more. */
export function stopAnswer(question: StopQuestion, store: Store): string | null {
  const { moment, trace } = store;
  if (moment === null || trace === null) return null;
  switch (question.kind) {
    case 'variable':
      return variableNamed(question.name, moment, shownThread(store))?.text ?? null;
    case 'next-thread':
      return moment.threads.find(({ id }) => id === moment.nextThread)?.name ?? null;
    case 'output':
      return nextLine(trace, moment.step);
  }
}

/** A local variable of the chosen thread, else a global one. */
function variableNamed(name: string, moment: Moment, thread: number | null): Variable | undefined {
  const shown = moment.threads.find(({ id }) => id === thread);
  const locals = shown?.frames.flatMap(({ locals: variables }) => variables) ?? [];
  const globals = moment.processes.flatMap(({ globals: variables }) => variables);
  return [...locals, ...globals].find((variable) => variable.name === name);
}

function nextLine(trace: Trace, step: number): string | null {
  const piece = trace.output.find((candidate) => candidate.step > step && candidate.text.trim() !== '');
  return piece === undefined ? null : piece.text.trimEnd();
}

/** The answer to a stop's question, read from the run itself. */
import { eventKinds, threadStates } from '../../sim-core/trace/event-kind.ts';
import type { Moment, Variable } from '../../sim-core/trace/moment.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { shownThread } from './selection-slice.ts';
import type { StopQuestion } from './stops-slice.ts';
import type { Store } from './store.ts';
import { threadNameOf } from './trace-threads.ts';

/** Null where the run has none: no such variable, nobody next, nothing printed any more. */
export function stopAnswer(question: StopQuestion, store: Store): string | null {
  const { moment, trace } = store;
  if (moment === null || trace === null) return null;
  switch (question.kind) {
    case 'variable':
      return variableNamed(question.name, moment, shownThread(store))?.text ?? null;
    case 'next-thread':
      return moment.threads.find(({ id }) => id === moment.nextThread)?.name ?? null;
    case 'wakes':
      return nextWoken(trace, moment.step);
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

/** Of those that wait for something of the program: handing the GIL over wakes threads, too, but nobody asks for that. */
function nextWoken(trace: Trace, step: number): string | null {
  const waiting = new Set<number>();
  for (let event = 0; event < trace.length; event += 1) {
    const thread = trace.thread[event] ?? -1;
    if (trace.kind[event] === eventKinds.threadState) {
      if (trace.a[event] === threadStates.blocked) waiting.add(thread);
      else waiting.delete(thread);
    }
    const woken = trace.a[event] ?? -1;
    const isWakeUp = trace.kind[event] === eventKinds.threadWoken && (trace.step[event] ?? 0) > step;
    if (isWakeUp && waiting.has(woken)) return threadNameOf(trace, woken);
  }
  return null;
}

function nextLine(trace: Trace, step: number): string | null {
  const piece = trace.output.find((candidate) => candidate.step > step && candidate.text.trim() !== '');
  return piece === undefined ? null : (piece.text.trim().split('\n')[0] ?? null);
}

/** How a run ended, as sentences. */
import { eventKinds } from '../../sim-core/trace/event-kind.ts';
import type { ScheduleConflict } from '../../sim-core/trace/candidate.ts';
import type { Outcome, Wait } from '../../sim-core/trace/outcome.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { threadNameOf } from '../store/trace-threads.ts';
import { countText, durationText } from '../ui/time-text.ts';
import type { InspectorTranslate } from './messages/inspector-messages.ts';

export interface OutcomeWords {
  readonly tone: 'good' | 'warning' | 'danger';
  readonly title: string | null;
  readonly sentences: readonly string[];
}

export function outcomeWords(trace: Trace, t: InspectorTranslate): OutcomeWords {
  const { outcome } = trace;
  switch (outcome.kind) {
    case 'exited': {
      const failed = failuresOf(trace);
      const [unread] = trace.steps === 0 ? failed : [];
      if (unread !== undefined && isOfSyntax(unread.error)) {
        return { tone: 'danger', title: null, sentences: [t('outcome.notRun', { error: unread.error })] };
      }
      const failures = failed.map((failure) => t('outcome.failed', { ...failure }));
      const ended = t('outcome.exited', { status: outcome.status });
      const isGood = outcome.status === 0 && failures.length === 0;
      return { tone: isGood ? 'good' : 'warning', title: null, sentences: [ended, ...failures] };
    }
    case 'deadlock':
      return { tone: 'danger', title: t('deadlock.title'), sentences: deadlockSentences(outcome, t) };
    case 'limit':
      return { tone: 'warning', title: null, sentences: [t(`outcome.limit.${outcome.limit}`, amounts(trace))] };
    case 'stopped':
      return { tone: 'warning', title: null, sentences: [t('outcome.stopped', amounts(trace))] };
    case 'unsupported': {
      const { feature, fileName: file, line } = outcome;
      return { tone: 'warning', title: null, sentences: [t('outcome.unsupported', { feature, file, line })] };
    }
    case 'syntax-error': {
      const { text, fileName: file, line } = outcome;
      return { tone: 'danger', title: null, sentences: [t('outcome.syntaxError', { text, file, line })] };
    }
    case 'schedule-conflict':
      return {
        tone: 'warning',
        title: null,
        sentences: [t('outcome.scheduleConflict', conflictValues(outcome.conflict))],
      };
    case 'bad-schedule': {
      const { position, found } = outcome.mistake;
      return { tone: 'danger', title: null, sentences: [t('outcome.badSchedule', { position, found })] };
    }
    case 'bug':
      return { tone: 'danger', title: null, sentences: [t('outcome.bug', { message: outcome.message })] };
  }
}

function deadlockSentences(outcome: Outcome & { kind: 'deadlock' }, t: InspectorTranslate): readonly string[] {
  const { waits, cycle } = outcome;
  const told = cycle.length > 0 ? cycle.flatMap((thread) => waits.filter((wait) => wait.thread === thread)) : waits;
  const sentences = told.slice(0, 8).map((wait) => waitSentence(wait, t));
  return [...sentences, t(cycle.length > 0 ? 'deadlock.cycle' : 'deadlock.noCycle')];
}

function waitSentence(wait: Wait, t: InspectorTranslate): string {
  const values = {
    name: wait.threadName,
    resource: wait.resourceName,
    holds: wait.holds.join(', '),
    owner: wait.heldByNames.join(', '),
    line: wait.line,
  };
  if (wait.heldBy.length === 0) return t('deadlock.waitFree', values);
  return t(wait.holds.length === 0 ? 'deadlock.waitNoHold' : 'deadlock.wait', values);
}

function conflictValues({ choice, step, thread, threadName }: ScheduleConflict): Record<string, string | number> {
  return { choice, step: countText(step), name: threadName === '' ? `#${thread}` : threadName };
}

function amounts(trace: Trace): { steps: string; time: string } {
  return { steps: countText(trace.steps), time: durationText(trace.endNs) };
}

function isOfSyntax(error: string): boolean {
  return /^(SyntaxError|IndentationError|TabError):/.test(error);
}

/** The first few uncaught exceptions. */
function failuresOf(trace: Trace): readonly { readonly name: string; readonly error: string }[] {
  const failures: { name: string; error: string }[] = [];
  for (let event = 0; event < trace.length && failures.length < 3; event += 1) {
    if (trace.kind[event] !== eventKinds.threadFailed) continue;
    const error = trace.strings[trace.b[event] ?? -1] ?? '';
    failures.push({ name: threadNameOf(trace, trace.thread[event] ?? -1), error });
  }
  return failures;
}

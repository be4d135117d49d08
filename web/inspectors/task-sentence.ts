/** Sentences about tasks and event loops, with the tasks' names. */
import { type eventKinds, loopPhases, taskStates } from '../../sim-core/trace/event-kind.ts';
import { durationText } from '../ui/time-text.ts';
import type { HappenedEvent, SentenceContext, Teller } from './event-sentence.ts';

type TaskEventKind = Extract<keyof typeof eventKinds, `task${string}` | `loop${string}`>;

export const taskTellers: Readonly<Record<TaskEventKind, Teller>> = {
  taskCreated: (event, context) =>
    context.t(event.b < 0 ? 'event.taskCreated' : 'event.taskCreatedBy', {
      ...about(event, context),
      function: context.trace.tasks[event.a]?.functionName ?? '',
    }),
  taskRenamed: ({ b }, { t, trace }) => t('event.taskRenamed', { text: trace.strings[b] ?? '' }),
  taskState: (event, context) => context.t(`event.taskState.${stateName(event.b)}`, about(event, context)),
  taskAwaits: (event, context) =>
    context.t('event.taskAwaits', { ...about(event, context), text: context.trace.strings[event.b] ?? '' }),
  taskCancelAsked: (event, context) =>
    context.t(event.b < 0 ? 'event.taskCancelAsked' : 'event.taskCancelAskedBy', about(event, context)),
  taskWoken: (event, context) =>
    context.t(event.b < 0 ? 'event.taskWoken' : 'event.taskWokenBy', about(event, context)),
  loopPhase: tellPhase,
  loopCallback: ({ a }, { t, trace }) => t('event.loopCallback', { text: trace.strings[a] ?? '' }),
};

function tellPhase({ a, b }: HappenedEvent, { t }: SentenceContext): string {
  const phase = phaseName(a);
  if (phase !== 'select') return t(`event.loopPhase.${phase}`, { count: b });
  if (b < 0) return t('event.loopPhase.selectEndless');
  return b === 0 ? t('event.loopPhase.poll') : t('event.loopPhase.select', { time: durationText(b * 1000) });
}

function about(event: HappenedEvent, context: SentenceContext): { task: string; other: string } {
  return { task: taskName(context, event.a), other: taskName(context, event.b) };
}

function taskName({ trace }: SentenceContext, task: number): string {
  return trace.tasks[task]?.name ?? '';
}

function stateName(code: number): keyof typeof taskStates {
  return keyOf(taskStates, code) ?? 'ready';
}

function phaseName(code: number): keyof typeof loopPhases {
  return keyOf(loopPhases, code) ?? 'callbacks';
}

function keyOf<Codes extends Readonly<Record<string, number>>>(
  codes: Codes,
  code: number,
): (keyof Codes & string) | undefined {
  return Object.keys(codes).find((key) => codes[key] === code);
}

/** One sentence about an event of the trace, with the real names. */
import {
  coreLeaveReasons,
  eventKinds,
  gilReleaseReasons,
  threadStates,
  waitEndings,
} from '../../sim-core/trace/event-kind.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { threadNameOf } from '../store/trace-threads.ts';
import type { LevelWords } from '../ui/level-words.ts';
import type { InspectorTranslate } from './messages/inspector-messages.ts';
import { taskTellers } from './task-sentence.ts';

export interface HappenedEvent {
  readonly kind: number;
  readonly thread: number;
  readonly a: number;
  readonly b: number;
}

/** What sentences need to know besides the event. */
export interface SentenceContext {
  readonly trace: Trace;
  readonly t: InspectorTranslate;
  readonly stateName: (state: number) => string;
  readonly switchIntervalMs: number;
  /** True while a stop asks for a value: then no sentence gives it away. */
  readonly hidesValues?: boolean;
  /** Who holds a resource at that moment, if it is known. */
  /** A resource's number in words. */
  readonly levelWords?: LevelWords;
  readonly ownerOf?: (resource: number) => number | null;
}

export type Teller = (event: HappenedEvent, context: SentenceContext) => string;

export function eventSentence(event: HappenedEvent, context: SentenceContext): string {
  const tell = Object.entries(tellers).find(
    ([kind]) => eventKinds[kind as keyof typeof eventKinds] === event.kind,
  )?.[1];
  return tell?.(event, context) ?? '';
}

const tellers = {
  processCreated: ({ b }, { t, trace }) => t('event.processCreated', { text: trace.strings[b] ?? '' }),
  processExited: ({ a, b }, { t }) => t('event.processExited', { a, b }),
  threadCreated: (event, context) => context.t('event.threadCreated', named(event, context)),
  threadRenamed: ({ b }, { t, trace }) => t('event.threadRenamed', { text: trace.strings[b] ?? '' }),
  threadState: tellState,
  coreTaken: (event, context) => context.t('event.coreTaken', { ...named(event, context), a: event.a }),
  coreLeft: (event, context) =>
    context.t(`event.coreLeft.${nameIn(coreLeaveReasons, event.b, 'blocked')}`, {
      ...named(event, context),
      a: event.a,
    }),
  runQueue: ({ a }, { t }) => t('event.runQueue', { a }),
  gilTaken: (event, context) => context.t('event.gilTaken', named(event, context)),
  gilReleased: (event, context) =>
    context.t(`event.gilReleased.${nameIn(gilReleaseReasons, event.b, 'blockingCall')}`, {
      ...named(event, context),
      interval: context.switchIntervalMs,
    }),
  gilAwaited: (event, context) => context.t('event.gilAwaited', named(event, context)),
  gilDropRequested: (event, context) =>
    context.t('event.gilDropRequested', {
      ...named(event, context),
      interval: context.switchIntervalMs,
      other: threadNameOf(context.trace, event.b),
    }),
  resourceAcquired: (event, context) =>
    context.t(isInner(event, context) ? 'event.acquired.inner' : 'event.acquired', about(event, context)),
  resourceAwaited: tellAwaited,
  resourceReleased: (event, context) =>
    context.t(isInner(event, context) ? 'event.released.inner' : 'event.released', about(event, context)),
  waitAbandoned: (event, context) =>
    context.t(`event.abandoned.${nameIn(waitEndings, event.b, 'timeout')}`, about(event, context)),
  threadWoken: (event, context) =>
    context.t(event.thread < 0 ? 'event.wokenByMachine' : 'event.woken', {
      ...named(event, context),
      other: threadNameOf(context.trace, event.a),
    }),
  output: (event, context) =>
    context.t('event.output', {
      ...named(event, context),
      text: quoted(context.trace.output[event.b]?.text ?? ''),
    }),
  choice: ({ a, b }, { t }) => t('event.choice', { a: a + 1, b }),
  threadFailed: (event, context) =>
    context.t('event.failed', { ...named(event, context), text: context.trace.strings[event.b] ?? '' }),
  threadExited: (event, context) => context.t('event.exited', named(event, context)),
  resourceValue: tellValue,
  input: (event, context) =>
    context.t('event.input', { ...named(event, context), text: context.trace.strings[event.b] ?? '' }),
  ...taskTellers,
} satisfies Record<keyof typeof eventKinds, Teller>;

/** What was printed, on one line and not too long. */
function quoted(text: string): string {
  const line = text.replace(/\n$/, '').replaceAll('\n', '↵');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}

function tellState(event: HappenedEvent, context: SentenceContext): string {
  const state = context.stateName(event.a);
  const waits = event.a === threadStates.blocked && event.b >= 0;
  if (!waits) return context.t('event.threadState', { ...named(event, context), state });
  return context.t('event.threadStateFor', {
    ...named(event, context),
    state,
    resource: resourceName(context, event.b),
  });
}

function tellAwaited(event: HappenedEvent, context: SentenceContext): string {
  const values = about(event, context);
  const kind = context.trace.resources[event.a]?.kind;
  if (kind === 'thread-end') return context.t('event.awaitedJoin', values);
  if (isInner(event, context)) return context.t('event.awaited.inner', values);
  const own = namedKinds.find((candidate) => candidate === kind);
  if (own !== undefined) return context.t(`event.awaited.${own}`, values);
  const owner = context.ownerOf?.(event.a) ?? null;
  if (owner === null || owner === event.thread) return context.t('event.awaited', values);
  return context.t('event.awaitedHeld', { ...values, owner: threadNameOf(context.trace, owner) });
}

/** Kinds that are waited for in a way of their own. */
const namedKinds = ['condition', 'semaphore', 'event', 'barrier', 'queue', 'pool', 'future'] as const;

/** A lock that an object of the library keeps inside. */
function isInner(event: HappenedEvent, { trace }: SentenceContext): boolean {
  const resource = trace.resources[event.a];
  return resource !== undefined && resource.isInternal && (resource.kind === 'lock' || resource.kind === 'rlock');
}

function tellValue(event: HappenedEvent, context: SentenceContext): string {
  const values = about(event, context);
  const resource = context.trace.resources[event.a];
  if (resource === undefined || context.levelWords === undefined)
    return context.t('event.value', { ...values, b: event.b });
  if (resource.kind === 'thread-end') return context.t('event.exited', { name: resource.name });
  const level = context.levelWords({ kind: resource.kind, level: event.b, limit: resource.limit });
  return context.t('event.levelIs', { ...values, level });
}

function named(event: HappenedEvent, { trace }: SentenceContext): { name: string } {
  return { name: threadNameOf(trace, event.thread) };
}

function about(event: HappenedEvent, context: SentenceContext): { name: string; resource: string } {
  return { ...named(event, context), resource: resourceName(context, event.a) };
}

function resourceName({ trace }: SentenceContext, resource: number): string {
  return trace.resources[resource]?.name ?? `#${resource}`;
}

function nameIn<Names extends Readonly<Record<string, number>>>(
  names: Names,
  code: number,
  otherwise: keyof Names & string,
): keyof Names & string {
  return Object.keys(names).find((name) => names[name] === code) ?? otherwise;
}

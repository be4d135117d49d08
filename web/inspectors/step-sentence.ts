/** One sentence about what the step just did: its weightiest event, else what its bytecode means. */
import { eventKinds } from '../../sim-core/trace/event-kind.ts';
import type { Moment, StepFact, Variable } from '../../sim-core/trace/moment.ts';
import { argumentWords, meaningOf } from './opcode-meaning.ts';
import { joinSentences } from '../ui/join-sentences.ts';
import { eventSentence, type SentenceContext } from './event-sentence.ts';
import type { InspectorTranslate } from './messages/inspector-messages.ts';

/** Which events a learner wants to hear about first; the others accompany them. */
const weight: readonly number[] = [
  eventKinds.threadFailed,
  eventKinds.output,
  eventKinds.input,
  eventKinds.resourceAwaited,
  eventKinds.waitAbandoned,
  eventKinds.threadCreated,
  eventKinds.resourceAcquired,
  eventKinds.resourceReleased,
  eventKinds.resourceValue,
  eventKinds.gilReleased,
  eventKinds.threadExited,
  eventKinds.threadWoken,
  eventKinds.gilDropRequested,
  eventKinds.gilTaken,
];

export function stepSentence(moment: Moment, context: SentenceContext): string {
  const fact = moment.justDone;
  const { t } = context;
  if (fact === null) return t('sentence.start');
  const told = toldEvents(fact).map((event) => eventSentence(event, withOwners(context, moment)));
  const sentence =
    told.length > 0 ? joinSentences(told) : opcodeSentence(fact, context.hidesValues === true ? null : moment, t);
  if (fact.isLibrary) return t('sentence.libraryLine', { function: fact.functionName, sentence });
  return t('sentence.line', { line: fact.line, sentence });
}

/** At most two events, the weightiest first. That a waiting thread releases the GIL goes without saying. */
function toldEvents(fact: StepFact): StepFact['events'] {
  const told = fact.events
    .filter(({ kind }) => weight.includes(kind))
    .toSorted((one, other) => weight.indexOf(one.kind) - weight.indexOf(other.kind));
  return told.slice(0, told[0]?.kind === eventKinds.resourceAwaited ? 1 : 2);
}

function withOwners(context: SentenceContext, moment: Moment): SentenceContext {
  return {
    ...context,
    ownerOf: (resource) => moment.resources.find(({ index }) => index === resource)?.owners[0] ?? null,
  };
}

/** Without a moment, values stay unsaid. */
function opcodeSentence(fact: StepFact, moment: Moment | null, t: InspectorTranslate): string {
  const values = {
    name: fact.threadName,
    argument: argumentWords(fact),
    function: fact.functionName,
    opcode: fact.opcodeName,
  };
  const key = meaningOf(fact);
  if (key !== 'step.store' || moment === null) return t(key, values);
  const changed = changedVariable(fact, moment);
  return changed === null ? t(key, values) : t('step.storeValue', { ...values, value: changed.text });
}

function changedVariable(fact: StepFact, moment: Moment): Variable | null {
  const locals = moment.threads.find(({ id }) => id === fact.thread)?.frames[0]?.locals ?? [];
  const globals = moment.processes.flatMap((process) => process.globals);
  return [...locals, ...globals].find(({ hasChanged, name }) => hasChanged && name === argumentWords(fact)) ?? null;
}

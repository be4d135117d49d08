/** One sentence about what the step just did: its weightiest event, else what its bytecode means. */
import { eventKinds } from '../../sim-core/trace/event-kind.ts';
import type { Moment, StepFact, Variable } from '../../sim-core/trace/moment.ts';
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

type StepKey = Parameters<InspectorTranslate>[0] & `step.${string}`;

const meanings: readonly { readonly pattern: RegExp; readonly key: StepKey }[] = [
  { pattern: /^LOAD_CONST|^LOAD_SMALL_INT/, key: 'step.loadConstant' },
  { pattern: /^LOAD_/, key: 'step.load' },
  { pattern: /^STORE_/, key: 'step.store' },
  { pattern: /^DELETE_/, key: 'step.delete' },
  { pattern: /^BINARY_|^UNARY_/, key: 'step.binary' },
  { pattern: /^(COMPARE_OP|IS_OP|CONTAINS_OP)/, key: 'step.compare' },
  { pattern: /^CALL/, key: 'step.call' },
  { pattern: /^RETURN_/, key: 'step.return' },
  { pattern: /^RESUME$/, key: 'step.enter' },
  { pattern: /^JUMP_BACKWARD/, key: 'step.jumpBack' },
  { pattern: /JUMP/, key: 'step.jump' },
  { pattern: /^FOR_ITER|^END_FOR/, key: 'step.forIter' },
  { pattern: /^IMPORT_/, key: 'step.import' },
  { pattern: /^(BUILD_|FORMAT_|CONVERT_|MAKE_FUNCTION|LIST_|SET_|DICT_|MAP_)/, key: 'step.build' },
  { pattern: /^BEFORE_WITH/, key: 'step.with' },
  { pattern: /^(RAISE_VARARGS|RERAISE)/, key: 'step.raise' },
];

/** Without a moment, values stay unsaid. */
function opcodeSentence(fact: StepFact, moment: Moment | null, t: InspectorTranslate): string {
  const argument = fact.argumentText.replaceAll(/^\(|\)$/g, '');
  const values = {
    name: fact.threadName,
    argument,
    function: fact.functionName,
    opcode: argument === '' ? fact.opcodeName : `${fact.opcodeName} ${argument}`,
  };
  const key = meanings.find(({ pattern }) => pattern.test(fact.opcodeName))?.key ?? 'step.other';
  if (key !== 'step.store' || moment === null) return t(key, values);
  const changed = changedVariable(fact, moment);
  return changed === null ? t(key, values) : t('step.storeValue', { ...values, value: changed.text });
}

function changedVariable(fact: StepFact, moment: Moment): Variable | null {
  const locals = moment.threads.find(({ id }) => id === fact.thread)?.frames[0]?.locals ?? [];
  const globals = moment.processes.flatMap((process) => process.globals);
  return [...locals, ...globals].find(({ hasChanged, name }) => hasChanged && name === fact.argumentText) ?? null;
}

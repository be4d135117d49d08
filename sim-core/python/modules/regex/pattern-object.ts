/** re.Pattern and the module `_sre`. Models: PatternObject in Modules/_sre/sre.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyException } from '../../objects/py-exception.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyModule } from '../../objects/py-module.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { bytesOfLatin, latinText } from '../../values/bytes/latin-text.ts';
import { compileRegex, matchRegex, nextMatch, splitByRegex, startWalk } from '../../values/regex/regex.ts';
import type { MatchMode, MatchWalk, Regex } from '../../values/regex/regex.ts';
import { expandTemplate, parseTemplate } from '../../values/regex/replacement-template.ts';
import { reprText } from '../../values/text/repr.ts';
import { textBetween, textLength } from '../../values/text/code-points.ts';
import { ValueFault } from '../../values/value-fault.ts';
import {
  anyNumber,
  attribute,
  classMethod,
  exactly,
  method,
  methodSteps,
  named,
  native,
} from '../../builtins/define.ts';
import { aliasOf } from '../../builtins/generic-alias.ts';
import { bytesOf, textOf } from '../../vm/compare.ts';
import { hashValue } from '../../vm/hash.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { PyRaise, raised, Unsupported } from '../../vm/raise.ts';
import { spendWork, workCosts } from '../../vm/work-costs.ts';
import { isCallable } from '../functools/is-callable.ts';
import { fillModule, iteratorClass, nativeClass, SteppedIterator } from '../native-class.ts';
import { plainIndex } from '../native-numbers.ts';
import { MatchObject, matchType } from './match-object.ts';
import type { Subject } from './match-object.ts';

const patternType = nativeClass('re', 'Pattern');

class PatternObject extends PyInstance {
  readonly regex: Regex;
  readonly source: Value;

  constructor(regex: Regex, source: Value) {
    super(patternType);
    this.regex = regex;
    this.source = source;
  }

  value(text: string): Value {
    return this.regex.isBytes ? new PyBytes(bytesOfLatin(text)) : text;
  }
}

const own = (value: Value | undefined): PatternObject => value as PatternObject;

function subjectOf(pattern: PatternObject, value: Value | undefined): Subject {
  const given = value ?? null;
  const text = textOf(given);
  if (text !== null) {
    if (pattern.regex.isBytes) throw raised('TypeError', 'cannot use a bytes pattern on a string-like object');
    return { value: given, text };
  }
  if (!(given instanceof PyBytes || given instanceof PyByteArray))
    throw raised('TypeError', `expected string or bytes-like object, got '${typeOf(given).title}'`);
  if (!pattern.regex.isBytes) throw raised('TypeError', 'cannot use a string pattern on a bytes-like object');
  return { value: given, text: latinText(bytesOf(given)) };
}

function rangeOf(start: Value | undefined, end: Value | undefined): { start: number; end: number } {
  return {
    start: start === undefined ? 0 : plainIndex(start),
    end: end === undefined ? Infinity : typeof end === 'bigint' ? Infinity : plainIndex(end),
  };
}

/** The matcher's steps cost time, with the GIL in hand: a pattern that backtracks for long freezes every other thread. */
function stepsPaidBy(thread: PyThread): (count: number) => void {
  let total = 0;
  return (count) => {
    total += count;
    spendWork(thread, count * workCosts.matcherStepNs);
    if (total > mostSteps)
      throw new Unsupported('a regular expression that backtracks for more than 200 million steps');
  };
}

/** Some seconds here; CPython would be at it for minutes, or for ever. */
const mostSteps = 200_000_000;

for (const mode of ['search', 'match', 'fullmatch'] as readonly MatchMode[]) {
  method(patternType, mode, named(1, 'string', 'pos', 'endpos'), (thread, args) => {
    const self = own(args[0]);
    const subject = subjectOf(self, args[1]);
    const range = rangeOf(args[2], args[3]);
    const match = matchRegex(self.regex, mode, subject.text, { ...range, onSteps: stepsPaidBy(thread) });
    return match === null
      ? null
      : new MatchObject(self, subject, match, [range.start, Math.min(range.end, textLength(subject.text))]);
  });
}

function* matchesOf(
  thread: PyThread,
  self: PatternObject,
  subject: Subject,
  range: { start: number; end: number },
): Generator<MatchObject> {
  const end = Math.min(range.end, textLength(subject.text));
  let walk: MatchWalk = startWalk(subject.text, range);
  for (;;) {
    const found = nextMatch(self.regex, subject.text, walk, stepsPaidBy(thread));
    if (found === null) return;
    walk = found.walk;
    spendWork(thread, workCosts.matchNs);
    yield new MatchObject(self, subject, found.match, [range.start, end]);
  }
}

method(patternType, 'findall', named(1, 'string', 'pos', 'endpos'), (thread, args) => {
  const self = own(args[0]);
  const items: Value[] = [];
  const empty = self.value('');
  for (const match of matchesOf(thread, self, subjectOf(self, args[1]), rangeOf(args[2], args[3]))) {
    const { groupCount } = self.regex;
    if (groupCount <= 1) items.push(match.textOf(groupCount, empty));
    else items.push(new PyTuple(Array.from({ length: groupCount }, (_, i) => match.textOf(i + 1, empty))));
  }
  return new PyList(items);
});

class FindIterator extends SteppedIterator {
  pattern: PatternObject | null = null;
  subject: Subject = { value: '', text: '' };
  walk: MatchWalk | null = null;
  range: readonly [number, number] = [0, 0];
}

// oxlint-disable-next-line require-yield -- a match calls no Python, but iterators may
const findIteratorType = iteratorClass<FindIterator>('_sre', 'callable_iterator', function* nextOfFind(thread, self) {
  if (self.pattern === null || self.walk === null) return undefined;
  const found = nextMatch(self.pattern.regex, self.subject.text, self.walk, stepsPaidBy(thread));
  self.walk = found === null ? null : found.walk;
  return found === null ? undefined : new MatchObject(self.pattern, self.subject, found.match, self.range);
});
method(patternType, 'finditer', named(1, 'string', 'pos', 'endpos'), (_thread, args) => {
  const made = new FindIterator(findIteratorType);
  made.pattern = own(args[0]);
  made.subject = subjectOf(made.pattern, args[1]);
  const range = rangeOf(args[2], args[3]);
  made.walk = startWalk(made.subject.text, range);
  made.range = [range.start, Math.min(range.end, textLength(made.subject.text))];
  return made;
});

function* substitute(
  thread: PyThread,
  self: PatternObject,
  args: readonly (Value | undefined)[],
): Generator<undefined, { text: Value; count: number }, Value> {
  const replacement = args[1] as Value;
  const subject = subjectOf(self, args[2]);
  const limit = args[3] === undefined ? 0 : plainIndex(args[3]);
  const isFunction = isCallable(replacement);
  const template = isFunction
    ? []
    : withFaults(null, () => parseTemplate(subjectOf(self, replacement).text, self.regex));
  let text = '';
  let from = 0;
  let count = 0;
  for (const match of matchesOf(thread, self, subject, { start: 0, end: Infinity })) {
    const [start, end] = match.match.spans[0] as readonly [number, number];
    text += textBetween(subject.text, from, start);
    if (isFunction) {
      const made = yield* callSteps(thread, replacement, [match]);
      if (made !== null) text += subjectOf(self, made).text;
    } else text += expandTemplate(template, match.match, subject.text);
    from = end;
    count += 1;
    if (limit > 0 && count >= limit) break;
  }
  return { text: self.value(text + textBetween(subject.text, from, textLength(subject.text))), count };
}

methodSteps(patternType, 'sub', named(2, 'repl', 'string', 'count'), function* sub(thread, args) {
  return (yield* substitute(thread, own(args[0]), args)).text;
});
methodSteps(patternType, 'subn', named(2, 'repl', 'string', 'count'), function* subn(thread, args) {
  const { text, count } = yield* substitute(thread, own(args[0]), args);
  return new PyTuple([text, count]);
});
method(patternType, 'split', named(1, 'string', 'maxsplit'), (thread, args) => {
  const self = own(args[0]);
  const parts = splitByRegex(
    self.regex,
    subjectOf(self, args[1]).text,
    args[2] === undefined ? 0 : plainIndex(args[2]),
    stepsPaidBy(thread),
  );
  return new PyList(parts.map((part) => (part === null ? null : self.value(part))));
});

attribute(patternType, 'pattern', (self) => own(self).source);
attribute(patternType, 'flags', (self) => own(self).regex.flags);
attribute(patternType, 'groups', (self) => own(self).regex.groupCount);
attribute(patternType, 'groupindex', (self) => {
  const dict = new PyDict();
  for (const [name, group] of own(self).regex.groupNames) dict.set(name, group);
  return dict;
});
const flagNames: readonly (readonly [number, string])[] = [
  [2, 'IGNORECASE'],
  [4, 'LOCALE'],
  [8, 'MULTILINE'],
  [16, 'DOTALL'],
  [64, 'VERBOSE'],
  [128, 'DEBUG'],
  [256, 'ASCII'],
];
method(patternType, '__repr__', exactly(0), (_thread, args) => {
  const self = own(args[0]);
  const names = flagNames.filter(([bit]) => (self.regex.flags & bit) !== 0).map(([, name]) => `re.${name}`);
  const source = self.regex.isBytes ? `b${reprText(self.regex.pattern)}` : reprText(self.regex.pattern);
  return `re.compile(${source}${names.length === 0 ? '' : `, ${names.join('|')}`})`;
});
method(patternType, '__eq__', exactly(1), (_thread, args) =>
  args[1] instanceof PatternObject
    ? own(args[0]).regex.pattern === args[1].regex.pattern && own(args[0]).regex.flags === args[1].regex.flags
    : notImplemented,
);
method(patternType, '__hash__', exactly(0), (_thread, args) => hashValue(own(args[0]).regex.pattern));
for (const name of ['__copy__', '__deepcopy__'])
  method(patternType, name, anyNumber(), (_thread, args) => args[0] as Value);
classMethod(
  patternType,
  native('__class_getitem__', exactly(2), (_thread, args) => aliasOf(args[0] as Value, args[1] as Value)),
);

/** The exception class is on the module `re`; the fault's details become its attributes. */
function withFaults<T>(errorType: PyType | null, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ValueFault) || error.type !== 'PatternError') throw error;
    const exception = errorType === null ? null : new PyException(errorType, new PyTuple([error.message]));
    if (exception === null) throw raised('ValueError', error.message);
    for (const [name, value] of Object.entries(error.details)) exception.set(name, value as Value);
    throw new PyRaise(exception);
  }
}

const compile = native('compile', exactly(3), (_thread, args) => {
  const source = args[0] as Value;
  const isBytes = source instanceof PyBytes || source instanceof PyByteArray;
  const text = isBytes ? latinText(bytesOf(source)) : textOf(source);
  if (text === null) throw raised('TypeError', 'first argument must be string or compiled pattern');
  const regex = withFaults(args[2] as PyType, () => compileRegex(text, plainIndex(args[1] as Value), isBytes));
  return new PatternObject(regex, source);
});

export function makeRegexModule(): PyModule {
  return fillModule(new PyModule('_sre'), [compile], [patternType, matchType]);
}

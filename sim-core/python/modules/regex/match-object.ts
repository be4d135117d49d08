/** re.Match. Models: MatchObject in Modules/_sre/sre.c. */
import { PyBytes } from '../../objects/py-bytes.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { bytesOfLatin } from '../../values/bytes/latin-text.ts';
import { lastGroupName, spanText } from '../../values/regex/regex.ts';
import type { Regex, RegexMatch, Span } from '../../values/regex/regex.ts';
import { expandTemplate, parseTemplate } from '../../values/regex/replacement-template.ts';
import {
  anyNumber,
  attribute,
  between,
  classMethod,
  exactly,
  method,
  methodSteps,
  named,
  native,
} from '../../builtins/define.ts';
import { aliasOf } from '../../builtins/generic-alias.ts';
import { textOf } from '../../vm/compare.ts';
import { raised } from '../../vm/raise.ts';
import { reprSteps } from '../../vm/repr.ts';
import { nativeClass } from '../native-class.ts';

export const matchType = nativeClass('re', 'Match');

export interface Subject {
  readonly value: Value;
  readonly text: string;
}

export class MatchObject extends PyInstance {
  readonly pattern: PyInstance & { readonly regex: Regex };
  readonly subject: Subject;
  readonly match: RegexMatch;
  readonly range: Span;

  constructor(pattern: PyInstance & { readonly regex: Regex }, subject: Subject, match: RegexMatch, range: Span) {
    super(matchType);
    this.pattern = pattern;
    this.subject = subject;
    this.match = match;
    this.range = range;
  }

  /** A group's text as a Python value. */
  textOf(group: number, fallback: Value): Value {
    const text = spanText(this.subject.text, this.match.spans[group] ?? null);
    if (text === null) return fallback;
    return this.pattern.regex.isBytes ? new PyBytes(bytesOfLatin(text)) : text;
  }
}

const own = (value: Value | undefined): MatchObject => value as MatchObject;

function groupIndex(self: MatchObject, given: Value | undefined): number {
  const { regex } = self.pattern;
  const name = textOf(given ?? 0);
  const index = name === null ? (given ?? 0) : regex.groupNames.get(name);
  if (typeof index !== 'number' || index < 0 || index > regex.groupCount) throw raised('IndexError', 'no such group');
  return index;
}

method(matchType, 'group', anyNumber(), (_thread, args) => {
  const self = own(args[0]);
  const found = (args.length === 1 ? [0] : args.slice(1)).map((group) =>
    self.textOf(groupIndex(self, group as Value), null),
  );
  return found.length === 1 ? (found[0] as Value) : new PyTuple(found);
});
method(matchType, '__getitem__', exactly(1), (_thread, args) =>
  own(args[0]).textOf(groupIndex(own(args[0]), args[1]), null),
);
method(matchType, 'groups', named(0, 'default'), (_thread, args) => {
  const self = own(args[0]);
  return new PyTuple(
    Array.from({ length: self.pattern.regex.groupCount }, (_, i) => self.textOf(i + 1, args[1] ?? null)),
  );
});
method(matchType, 'groupdict', named(0, 'default'), (_thread, args) => {
  const self = own(args[0]);
  const dict = new PyDict();
  for (const [name, group] of self.pattern.regex.groupNames) dict.set(name, self.textOf(group, args[1] ?? null));
  return dict;
});

function spanOf(self: MatchObject, given: Value | undefined): Span {
  return self.match.spans[groupIndex(self, given)] ?? [-1, -1];
}

method(matchType, 'start', between(0, 1), (_thread, args) => spanOf(own(args[0]), args[1])[0]);
method(matchType, 'end', between(0, 1), (_thread, args) => spanOf(own(args[0]), args[1])[1]);
method(matchType, 'span', between(0, 1), (_thread, args) => new PyTuple([...spanOf(own(args[0]), args[1])]));
method(matchType, 'expand', named(1, 'template'), (_thread, args) => {
  const self = own(args[0]);
  return expandTemplate(
    parseTemplate(textOf(args[1] as Value) ?? '', self.pattern.regex),
    self.match,
    self.subject.text,
  );
});
methodSteps(matchType, '__repr__', exactly(0), function* repr(thread, args) {
  const self = own(args[0]);
  const [start, end] = spanOf(self, 0);
  return `<re.Match object; span=(${start}, ${end}), match=${yield* reprSteps(thread, self.textOf(0, null))}>`;
});
for (const name of ['__copy__', '__deepcopy__'])
  method(matchType, name, anyNumber(), (_thread, args) => args[0] as Value);
classMethod(
  matchType,
  native('__class_getitem__', exactly(2), (_thread, args) => aliasOf(args[0] as Value, args[1] as Value)),
);
attribute(matchType, 're', (self) => own(self).pattern);
attribute(matchType, 'string', (self) => own(self).subject.value);
attribute(matchType, 'pos', (self) => own(self).range[0]);
attribute(matchType, 'endpos', (self) => own(self).range[1]);
attribute(matchType, 'lastindex', (self) => own(self).match.lastIndex);
attribute(matchType, 'lastgroup', (self) => lastGroupName(own(self).pattern.regex, own(self).match));
attribute(
  matchType,
  'regs',
  (self) => new PyTuple(own(self).match.spans.map((span) => new PyTuple([...(span ?? [-1, -1])]))),
);

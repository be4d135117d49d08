import { expect, test } from 'vitest';
import { differences } from '../recorded-cases.ts';
import { textBetween, textLength } from '../text/code-points.ts';
import {
  compileRegex,
  matchRegex,
  nextMatch,
  splitByRegex,
  startWalk,
  type MatchMode,
  type Regex,
  type RegexMatch,
} from './regex.ts';
import recorded from './regex.recorded.jsonl?raw';
import { expandTemplate, parseTemplate } from './replacement-template.ts';

function shown(match: RegexMatch | null): unknown {
  return match === null ? null : [match.spans, match.lastIndex];
}

function allMatches(regex: Regex, text: string): RegexMatch[] {
  const matches: RegexMatch[] = [];
  for (let found = nextMatch(regex, text, startWalk(text)); found !== null;) {
    matches.push(found.match);
    found = nextMatch(regex, text, found.walk);
  }
  return matches;
}

function substitute(pattern: string, template: string, text: string): string {
  const regex = compileRegex(pattern);
  const parsed = parseTemplate(template, regex);
  let result = '';
  let from = 0;
  for (const match of allMatches(regex, text)) {
    const [start, end] = match.spans[0] ?? [0, 0];
    result += textBetween(text, from, start) + expandTemplate(parsed, match, text);
    from = end;
  }
  return result + textBetween(text, from, textLength(text));
}

test('regular expressions answer as CPython 3.13 does', () => {
  const operations = {
    one: (mode: MatchMode, pattern: string, flags: number, text: string) =>
      shown(matchRegex(compileRegex(pattern, flags), mode, text)),
    ranged: (mode: MatchMode, pattern: string, text: string, ...[start, end]: [number, number]) =>
      shown(matchRegex(compileRegex(pattern), mode, text, { start, end })),
    all: (pattern: string, flags: number, text: string) => allMatches(compileRegex(pattern, flags), text).map(shown),
    split: (pattern: string, text: string, maximum: number) => splitByRegex(compileRegex(pattern), text, maximum),
    info: (pattern: string, flags: number) => {
      const regex = compileRegex(pattern, flags);
      return [regex.flags, regex.groupCount, [...regex.groupNames]];
    },
    sub: substitute,
  };
  expect(differences(recorded, operations)).toEqual([]);
});

test('a catastrophic pattern can be given up', () => {
  const regex = compileRegex('(a*)*b');
  const giveUp = (): never => {
    throw new Error('too long');
  };
  expect(() => matchRegex(regex, 'match', 'a'.repeat(40), { start: 0, end: Infinity, onSteps: giveUp })).toThrow(
    'too long',
  );
});

test('a long text needs no deep recursion', () => {
  const text = 'ab'.repeat(100_000);
  expect(matchRegex(compileRegex('(?:a|b)*'), 'fullmatch', text)?.spans[0]).toEqual([0, 200_000]);
});

/**
 * Regular expressions: compile once, then match, search and walk through the matches.
 * Models: CPython 3.13, module re over Modules/_sre. The pattern and text of bytes come as their Latin-1 texts.
 */
import { textBetween, textLength } from '../text/code-points.ts';
import { Matcher, type MatchRequest, type Program } from './matcher.ts';
import { parsePattern } from './pattern-parser.ts';
import { compileProgram } from './program-compiler.ts';

export interface Regex {
  readonly pattern: string;
  /** With the inline flags, and UNICODE where it is the default. */
  readonly flags: number;
  readonly isBytes: boolean;
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
  readonly program: Program;
}

/** `re.compile(pattern, flags)`. */
export function compileRegex(pattern: string, flags: number = 0, isBytes = false): Regex {
  const parsed = parsePattern(pattern, flags, isBytes);
  const program = compileProgram(pattern, parsed);
  return {
    pattern,
    flags: parsed.flags,
    isBytes,
    groupCount: program.groupCount,
    groupNames: parsed.groupNames,
    program,
  };
}

/** A stretch of the text, by code points. */
export type Span = readonly [start: number, end: number];

export interface RegexMatch {
  /** The whole match first, then the groups; null for one that took no part. */
  readonly spans: readonly (Span | null)[];
  /** The group that was closed last; null if none was. */
  readonly lastIndex: number | null;
}

/** Called every ten thousand steps, and at the end, with their number; may throw to end a search that takes too long. */
export type OnSteps = (count: number) => void;

export type MatchMode = 'search' | 'match' | 'fullmatch';

/** Where to match: the arguments `pos` and `endpos`, which may lie outside of the text. */
export interface MatchRange {
  readonly start: number;
  readonly end: number;
}

const wholeText: MatchRange = { start: 0, end: Infinity };

/** `search`, `match` or `fullmatch`. */
export function matchRegex(
  regex: Regex,
  mode: MatchMode,
  text: string,
  { start, end, onSteps = null }: MatchRange & { readonly onSteps?: OnSteps | null } = wholeText,
): RegexMatch | null {
  const request = requestWithin(text, start, end);
  const matcher = new Matcher(regex.program, text, { ...request, isFull: mode === 'fullmatch', onSteps });
  const isFound = mode === 'search' ? matcher.search() : matcher.matchAt(request.start);
  matcher.countSteps();
  return isFound ? matchOf(matcher) : null;
}

function requestWithin(text: string, start: number, end: number): MatchRequest {
  const length = textLength(text);
  const last = Math.min(Math.max(end, 0), length);
  const first = Math.min(Math.max(start, 0), length);
  return { start: Math.min(first, last), end: last, isFull: false, mustAdvance: false, onSteps: null };
}

function matchOf(matcher: Matcher): RegexMatch {
  const { slots, program } = matcher;
  const spans: (Span | null)[] = [[matcher.start, matcher.position]];
  for (let group = 0; group < program.groupCount; group++) {
    const start = slots[2 * group] as number;
    const end = slots[2 * group + 1] as number;
    spans.push(start < 0 || end < 0 ? null : [start, end]);
  }
  const lastIndex = slots[2 * program.groupCount] as number;
  return { spans, lastIndex: lastIndex < 0 ? null : lastIndex };
}

/** Where a walk through the matches stands, as `finditer`, `findall`, `sub` and `split` go: plain, so that it can be copied. */
export interface MatchWalk {
  readonly position: number;
  readonly end: number;
  /** Whether the last match was empty, so that the next may not be empty at the same place. */
  readonly mustAdvance: boolean;
}

export function startWalk(text: string, range: MatchRange = wholeText): MatchWalk {
  const { start, end } = requestWithin(text, range.start, range.end);
  return { position: start, end, mustAdvance: false };
}

/** The next match of a walk and how to go on; null at its end. */
export function nextMatch(
  regex: Regex,
  text: string,
  walk: MatchWalk,
  onSteps: OnSteps | null = null,
): { readonly match: RegexMatch; readonly walk: MatchWalk } | null {
  const { position, end, mustAdvance } = walk;
  const matcher = new Matcher(regex.program, text, { start: position, end, isFull: false, mustAdvance, onSteps });
  const isFound = matcher.search();
  matcher.countSteps();
  if (!isFound) return null;
  const next = { position: matcher.position, end, mustAdvance: matcher.position === matcher.start };
  return { match: matchOf(matcher), walk: next };
}

/** The text of a span; null of null. */
export function spanText(text: string, span: Span | null): string | null {
  return span === null ? null : textBetween(text, span[0], span[1]);
}

/** The name of the group that was closed last, if it has one. */
export function lastGroupName(regex: Regex, match: RegexMatch): string | null {
  for (const [name, group] of regex.groupNames) if (group === match.lastIndex) return name;
  return null;
}

/** `pattern.split(text, maximum)`: the texts between the matches, with those of the groups; a maximum of 0 is none. */
export function splitByRegex(
  regex: Regex,
  text: string,
  maximum: number = 0,
  onSteps: OnSteps | null = null,
): (string | null)[] {
  const parts: (string | null)[] = [];
  let walk = startWalk(text);
  let from = 0;
  for (let count = 0; maximum === 0 || count < maximum; count++) {
    const found = nextMatch(regex, text, walk, onSteps);
    if (found === null) break;
    const [whole, ...groups] = found.match.spans;
    const [start, end] = whole ?? [0, 0];
    parts.push(textBetween(text, from, start), ...groups.map((span) => spanText(text, span)));
    from = end;
    walk = found.walk;
  }
  parts.push(textBetween(text, from, textLength(text)));
  return parts;
}

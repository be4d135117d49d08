/** What stands in parentheses (CPython: the part of _parse for `(` in Lib/re/_parser.py). */
import { reprText } from '../text/repr.ts';
import { flagLetters, parseInlineFlags } from './inline-flags.ts';
import { regexFlags, type RegexNode, type Sequence } from './pattern-node.ts';
import type { PatternSource } from './pattern-source.ts';
import type { PatternState } from './pattern-state.ts';
import { widthOf } from './pattern-width.ts';

/** The parser around a group, handed in so that neither file needs the other at load. */
export interface PatternParser {
  readonly source: PatternSource;
  readonly state: PatternState;
  /** Parses alternatives up to a closing parenthesis. */
  readonly alternatives: (verbose: boolean) => Sequence;
  /** Parses one alternative. */
  readonly sequence: (verbose: boolean) => Sequence;
}

/** A comment gives null, global flags tell the parser that they were set. */
export type ParsedGroup = RegexNode | 'global-flags' | null;

/** Parses from behind the opening parenthesis. */
export function parseGroup(parser: PatternParser, verbose: boolean): ParsedGroup {
  const { source } = parser;
  const start = source.position - 1;
  if (!source.skip('?')) return parseCapture(parser, { name: null, start, verbose });
  const token = takeToken(source);
  switch (token) {
    case 'P':
      return parseNamed(parser, start, verbose);
    case ':':
      return parseBody(parser, { start, verbose, added: 0, removed: 0 });
    case '>': {
      const body = closed(parser, start, parser.alternatives(verbose));
      return { kind: 'atomic', body };
    }
    case '#':
      skipComment(source, start);
      return null;
    case '=':
    case '!':
      return parseLook(parser, { start, verbose, direction: 'ahead', sign: token });
    case '<':
      return parseLookBehind(parser, start, verbose);
    case '(':
      return parseCondition(parser, start, verbose);
    default:
      return parseFlagged(parser, { start, verbose, token });
  }
}

function takeToken(source: PatternSource): string {
  const token = source.take();
  if (token === null) throw source.fault('unexpected end of pattern');
  return token;
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** Gives the body back once the group is closed. */
function closed(parser: PatternParser, start: number, body: Sequence): Sequence {
  const { source } = parser;
  if (!source.skip(')')) throw source.fault('missing ), unterminated subpattern', source.position - start);
  return body;
}

interface CaptureStart {
  readonly name: string | null;
  readonly start: number;
  readonly verbose: boolean;
}

function parseCapture(parser: PatternParser, { name, start, verbose }: CaptureStart): RegexNode {
  const { source, state } = parser;
  const group = state.openGroup(source, name);
  const body = closed(parser, start, parser.alternatives(verbose));
  state.groupWidths[group] = widthOf(body, state.groupWidths);
  return { kind: 'group', group, addedFlags: 0, removedFlags: 0, body };
}

/** `(?P<name>…)` and `(?P=name)`. */
function parseNamed(parser: PatternParser, start: number, verbose: boolean): RegexNode {
  const { source, state } = parser;
  if (source.skip('<')) {
    const name = source.takeUntil('>', 'group name');
    source.checkGroupName(name);
    return parseCapture(parser, { name, start, verbose });
  }
  if (source.skip('=')) {
    const name = source.takeUntil(')', 'group name');
    source.checkGroupName(name);
    const group = groupNamed(parser, name);
    if (!state.isClosed(group)) throw source.fault('cannot refer to an open group', lengthOf(name) + 1);
    state.checkLookBehind(source, group);
    return { kind: 'backreference', group };
  }
  const token = takeToken(source);
  throw source.fault(`unknown extension ?P${token}`, lengthOf(token) + 2);
}

function groupNamed({ source, state }: PatternParser, name: string): number {
  const group = state.groupNames.get(name);
  if (group === undefined) throw source.fault(`unknown group name ${reprText(name)}`, lengthOf(name) + 1);
  return group;
}

function skipComment(source: PatternSource, start: number): void {
  for (;;) {
    if (source.next === null) throw source.fault('missing ), unterminated comment', source.position - start);
    if (source.take() === ')') return;
  }
}

interface LookStart {
  readonly start: number;
  readonly verbose: boolean;
  readonly direction: 'ahead' | 'behind';
  readonly sign: string;
}

function parseLook(parser: PatternParser, { start, verbose, direction, sign }: LookStart): RegexNode {
  const { state } = parser;
  const outer = state.lookBehindGroups;
  if (direction === 'behind' && outer === null) state.lookBehindGroups = state.groupWidths.length;
  const body = parser.alternatives(verbose);
  state.lookBehindGroups = outer;
  closed(parser, start, body);
  if (sign === '!' && body.length === 0) return { kind: 'failure' };
  return { kind: 'look', direction, negated: sign === '!', body };
}

function parseLookBehind(parser: PatternParser, start: number, verbose: boolean): RegexNode {
  const { source } = parser;
  const sign = takeToken(source);
  if (sign !== '=' && sign !== '!') throw source.fault(`unknown extension ?<${sign}`, lengthOf(sign) + 2);
  return parseLook(parser, { start, verbose, direction: 'behind', sign });
}

/** `(?(group)yes|no)`. */
function parseCondition(parser: PatternParser, start: number, verbose: boolean): RegexNode {
  const { source, state } = parser;
  const name = source.takeUntil(')', 'group name');
  const group = conditionGroup(parser, name);
  state.checkLookBehind(source, group);
  const yes = parser.sequence(verbose);
  let no: Sequence = [];
  if (source.skip('|')) {
    no = parser.sequence(verbose);
    if (source.next === '|') throw source.fault('conditional backref with more than two branches');
  }
  closed(parser, start, no);
  return { kind: 'condition', group, yes, no };
}

function conditionGroup(parser: PatternParser, name: string): number {
  const { source, state } = parser;
  if (!/^\d+$/.test(name)) {
    source.checkGroupName(name);
    return groupNamed(parser, name);
  }
  const group = Number(name);
  if (group === 0) throw source.fault('bad group number', name.length + 1);
  if (group >= 1073741823) throw source.fault(`invalid group reference ${group}`, name.length + 1);
  if (!state.conditionPositions.has(group)) {
    state.conditionPositions.set(group, source.position - name.length - 1);
  }
  return group;
}

interface FlaggedStart {
  readonly start: number;
  readonly verbose: boolean;
  readonly token: string;
}

function parseFlagged(parser: PatternParser, { start, verbose, token }: FlaggedStart): ParsedGroup {
  const { source, state } = parser;
  if (token !== '-' && !flagLetters.has(token)) {
    throw source.fault(`unknown extension ?${token}`, lengthOf(token) + 1);
  }
  const { added, removed, isGlobal } = parseInlineFlags(source, token);
  if (!isGlobal) return parseBody(parser, { start, verbose, added, removed });
  state.flags |= added;
  return 'global-flags';
}

interface BodyStart {
  readonly start: number;
  readonly verbose: boolean;
  readonly added: number;
  readonly removed: number;
}

function parseBody(parser: PatternParser, { start, verbose, added, removed }: BodyStart): RegexNode {
  const isVerbose = (verbose || (added & regexFlags.verbose) !== 0) && (removed & regexFlags.verbose) === 0;
  const body = closed(parser, start, parser.alternatives(isVerbose));
  return { kind: 'group', group: null, addedFlags: added, removedFlags: removed, body };
}

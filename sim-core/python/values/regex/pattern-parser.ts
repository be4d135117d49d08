/**
 * The parser of regular expressions.
 * Models: CPython 3.13, Lib/re/_parser.py, with its messages and positions.
 * Leaves out: `\N{name}`, the flag LOCALE's meaning, and the FutureWarnings about sets.
 */
import { ValueFault } from '../value-fault.ts';
import { parseEscape } from './pattern-escape.ts';
import { parseGroup, type PatternParser } from './pattern-group.ts';
import { regexFlags, type RegexNode, type RepeatNode, type Sequence } from './pattern-node.ts';
import { parseSet } from './pattern-set.ts';
import { patternFault, PatternSource } from './pattern-source.ts';
import { PatternState } from './pattern-state.ts';
import type { GroupWidths } from './pattern-width.ts';

export interface ParsedPattern {
  readonly body: Sequence;
  readonly flags: number;
  readonly groupNames: ReadonlyMap<string, number>;
  readonly groupWidths: GroupWidths;
}

/** Parses a pattern; that of bytes comes as their Latin-1 text. */
export function parsePattern(pattern: string, flags: number, isBytes: boolean): ParsedPattern {
  const source = new PatternSource(pattern, isBytes);
  const state = new PatternState(flags);
  const body = parseAlternatives({ source, state, depth: 0 }, (flags & regexFlags.verbose) !== 0);
  const allFlags = checkedFlags(state.flags, isBytes);
  if (source.next !== null) throw source.fault('unbalanced parenthesis');
  for (const [group, position] of state.conditionPositions) {
    if (group >= state.groupWidths.length) {
      throw patternFault(`invalid group reference ${group}`, pattern, position);
    }
  }
  return { body, flags: allFlags, groupNames: state.groupNames, groupWidths: state.groupWidths };
}

function checkedFlags(flags: number, isBytes: boolean): number {
  const has = (flag: number): boolean => (flags & flag) !== 0;
  if (!isBytes) {
    if (has(regexFlags.locale)) throw valueError('cannot use LOCALE flag with a str pattern');
    if (!has(regexFlags.ascii)) return flags | regexFlags.unicode;
    if (has(regexFlags.unicode)) throw valueError('ASCII and UNICODE flags are incompatible');
    return flags;
  }
  if (has(regexFlags.unicode)) throw valueError('cannot use UNICODE flag with a bytes pattern');
  if (has(regexFlags.locale) && has(regexFlags.ascii)) {
    throw valueError('ASCII and LOCALE flags are incompatible');
  }
  return flags;
}

function valueError(message: string): ValueFault {
  return new ValueFault('ValueError', message);
}

interface Parsing {
  readonly source: PatternSource;
  readonly state: PatternState;
  /** 0 outside of all parentheses. */
  readonly depth: number;
}

function parseAlternatives(parsing: Parsing, verbose: boolean): Sequence {
  const { source, state, depth } = parsing;
  let isVerbose = verbose;
  const alternatives: Sequence[] = [];
  do {
    alternatives.push(parseSequence(parsing, isVerbose, depth === 0 && alternatives.length === 0));
    if (depth === 0) isVerbose = (state.flags & regexFlags.verbose) !== 0;
  } while (source.skip('|'));
  const [only] = alternatives;
  return alternatives.length === 1 && only !== undefined ? only : [{ kind: 'branch', alternatives }];
}

/** Parses up to a bar, a closing parenthesis or the end. */
function parseSequence(parsing: Parsing, verbose: boolean, isFirst: boolean): Sequence {
  const { source, state } = parsing;
  const nodes: RegexNode[] = [];
  let isVerbose = verbose;
  for (;;) {
    const token = source.next;
    if (token === null || token === '|' || token === ')') return flattened(nodes);
    source.take();
    if (isVerbose && skipLayout(source, token)) continue;
    if (token === '(') {
      const start = source.position - 1;
      const group = parseGroup(parserOf(parsing), isVerbose);
      if (group === 'global-flags') {
        if (!isFirst || nodes.length > 0) {
          throw source.fault('global flags not at the start of the expression', source.position - start);
        }
        isVerbose = (state.flags & regexFlags.verbose) !== 0;
      } else if (group !== null) {
        nodes.push(group);
      }
    } else {
      parseItem(parsing, nodes, token);
    }
  }
}

function parserOf(parsing: Parsing): PatternParser {
  const inner = { ...parsing, depth: parsing.depth + 1 };
  return {
    source: parsing.source,
    state: parsing.state,
    alternatives: (verbose) => parseAlternatives(inner, verbose),
    sequence: (verbose) => parseSequence(inner, verbose, false),
  };
}

/** White space and comments of verbose patterns. */
function skipLayout(source: PatternSource, token: string): boolean {
  if (' \t\n\r\v\f'.includes(token)) return true;
  if (token !== '#') return false;
  let skipped = source.take();
  while (skipped !== null && skipped !== '\n') skipped = source.take();
  return true;
}

/** Groups that neither capture nor set flags are only brackets. */
function flattened(nodes: readonly RegexNode[]): Sequence {
  return nodes.flatMap((node) => (isPlainGroup(node) ? node.body : [node]));
}

function isPlainGroup(node: RegexNode): node is RegexNode & { readonly kind: 'group' } {
  return node.kind === 'group' && node.group === null && node.addedFlags === 0 && node.removedFlags === 0;
}

function parseItem({ source, state }: Parsing, nodes: RegexNode[], token: string): void {
  if (token.startsWith('\\')) nodes.push(parseEscape(source, token, state));
  else if (token === '[') nodes.push(parseSet(source));
  else if (token === '.') nodes.push({ kind: 'any' });
  else if (token === '^') nodes.push({ kind: 'anchor', at: 'line-start' });
  else if (token === '$') nodes.push({ kind: 'anchor', at: 'line-end' });
  else if ('?*+{'.includes(token)) parseRepeat(source, nodes, token);
  else nodes.push({ kind: 'character', code: token.codePointAt(0) as number });
}

function parseRepeat(source: PatternSource, nodes: RegexNode[], token: string): void {
  const start = source.position;
  const bounds = token === '{' ? parseBounds(source, start) : simpleBounds(token);
  if (bounds === null) {
    nodes.push({ kind: 'character', code: 0x7b });
    return;
  }
  const item = nodes.pop();
  const offset = source.position - start + 1;
  if (item === undefined || item.kind === 'anchor') throw source.fault('nothing to repeat', offset);
  if (item.kind === 'repeat') throw source.fault('multiple repeat', offset);
  const body = isPlainGroup(item) ? item.body : [item];
  const mode = source.skip('?') ? 'lazy' : source.skip('+') ? 'possessive' : 'greedy';
  nodes.push({ kind: 'repeat', mode, ...bounds, body });
}

type Bounds = Pick<RepeatNode, 'minimum' | 'maximum'>;

function simpleBounds(token: string): Bounds {
  if (token === '?') return { minimum: 0, maximum: 1 };
  return { minimum: token === '+' ? 1 : 0, maximum: Infinity };
}

/** `{m}`, `{m,}`, `{,n}` and `{m,n}`; null if the brace is only a brace. */
function parseBounds(source: PatternSource, start: number): Bounds | null {
  if (source.next === '}') return null;
  const low = source.takeWhile(Infinity, /^[0-9]$/);
  const high = source.skip(',') ? source.takeWhile(Infinity, /^[0-9]$/) : low;
  if (!source.skip('}')) {
    source.seek(start);
    return null;
  }
  const minimum = low === '' ? 0 : Number(low);
  const maximum = high === '' ? Infinity : Number(high);
  if (minimum >= 4294967295 || (maximum !== Infinity && maximum >= 4294967295)) {
    throw new ValueFault('OverflowError', 'the repetition number is too large');
  }
  if (maximum < minimum) throw source.fault('min repeat greater than max repeat', source.position - start);
  return { minimum, maximum };
}

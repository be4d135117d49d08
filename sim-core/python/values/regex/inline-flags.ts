/** Flags inside of a pattern, as `(?i)` and `(?m-s:…)` (CPython: _parse_flags in Lib/re/_parser.py). */
import { isAlphabetic } from '../text/character-classes.ts';
import { regexFlags } from './pattern-node.ts';
import type { PatternSource } from './pattern-source.ts';

export const flagLetters: ReadonlyMap<string, number> = new Map([
  ['i', regexFlags.ignoreCase],
  ['L', regexFlags.locale],
  ['m', regexFlags.multiLine],
  ['s', regexFlags.dotAll],
  ['x', regexFlags.verbose],
  ['a', regexFlags.ascii],
  ['u', regexFlags.unicode],
]);

const typeFlags = regexFlags.ascii | regexFlags.locale | regexFlags.unicode;

export interface InlineFlags {
  readonly added: number;
  readonly removed: number;
  /** Whether they hold for the whole pattern, as `(?i)`. */
  readonly isGlobal: boolean;
}

/** Parses from the first letter, which is read already, up to the colon or the parenthesis. */
export function parseInlineFlags(source: PatternSource, first: string): InlineFlags {
  let added = 0;
  let token = first;
  if (token !== '-') {
    for (;;) {
      added = addFlag(source, added, token);
      token = takeFlag(source, 'missing -, : or )', /^[)\-:]$/);
      if (!flagLetters.has(token)) break;
    }
  }
  if (token === ')') return { added, removed: 0, isGlobal: true };
  let removed = 0;
  if (token === '-') {
    token = takeFlag(source, 'missing flag', /^$/);
    while (token !== ':') {
      const flag = flagLetters.get(token) ?? 0;
      if ((flag & typeFlags) !== 0) {
        throw source.fault("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
      }
      removed |= flag;
      token = takeFlag(source, 'missing :', /^:$/);
    }
  }
  if ((added & removed) !== 0) throw source.fault('bad inline flags: flag turned on and off', 1);
  return { added, removed, isGlobal: false };
}

function addFlag(source: PatternSource, added: number, letter: string): number {
  const flag = flagLetters.get(letter) ?? 0;
  if (letter === 'L' && !source.isBytes) {
    throw source.fault("bad inline flags: cannot use 'L' flag with a str pattern");
  }
  if (letter === 'u' && source.isBytes) {
    throw source.fault("bad inline flags: cannot use 'u' flag with a bytes pattern");
  }
  const sum = added | flag;
  if ((flag & typeFlags) !== 0 && (sum & typeFlags) !== flag) {
    throw source.fault("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
  }
  return sum;
}

/** The next letter of a flag or one of the tokens that may end them. */
function takeFlag(source: PatternSource, missing: string, ends: RegExp): string {
  const token = source.take();
  if (token === null) throw source.fault(missing);
  if (flagLetters.has(token) || ends.test(token)) return token;
  throw source.fault(isAlphabetic(token) ? 'unknown flag' : missing, Array.from(token).length);
}

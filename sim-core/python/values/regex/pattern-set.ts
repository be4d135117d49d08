/** Character sets in brackets (CPython: the part of _parse for `[` in Lib/re/_parser.py). */
import { parseSetEscape } from './pattern-escape.ts';
import type { RegexNode, SetItem } from './pattern-node.ts';
import type { PatternSource } from './pattern-source.ts';

/** Parses from behind the opening bracket. */
export function parseSet(source: PatternSource): RegexNode {
  const start = source.position - 1;
  const items: SetItem[] = [];
  const negated = source.skip('^');
  for (;;) {
    const token = takeToken(source, start);
    if (token === ']' && items.length > 0) break;
    const item = itemOf(source, token);
    if (!source.skip('-')) {
      items.push(item);
      continue;
    }
    const endToken = takeToken(source, start);
    if (endToken === ']') {
      items.push(item, { kind: 'character', code: 0x2d });
      break;
    }
    items.push(rangeOf(source, { token, item }, { token: endToken, item: itemOf(source, endToken) }));
  }
  const [only] = items;
  if (!negated && items.length === 1 && only?.kind === 'character') return only;
  return { kind: 'set', negated, items };
}

function takeToken(source: PatternSource, start: number): string {
  const token = source.take();
  if (token === null) throw source.fault('unterminated character set', source.position - start);
  return token;
}

function itemOf(source: PatternSource, token: string): SetItem {
  if (token.startsWith('\\')) return parseSetEscape(source, token);
  return { kind: 'character', code: token.codePointAt(0) as number };
}

interface RangeEnd {
  readonly token: string;
  readonly item: SetItem;
}

function rangeOf(source: PatternSource, low: RangeEnd, high: RangeEnd): SetItem {
  const isRange = low.item.kind === 'character' && high.item.kind === 'character' && low.item.code <= high.item.code;
  if (isRange) return { kind: 'range', low: low.item.code, high: high.item.code };
  const length = Array.from(low.token).length + 1 + Array.from(high.token).length;
  throw source.fault(`bad character range ${low.token}-${high.token}`, length);
}

/** `split`, `rsplit`, `splitlines`, `partition` and `rpartition`. */
import { ValueFault } from '../value-fault.ts';

const whiteSpaces = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const oneWord = new RegExp(`[^${whiteSpaces}]+`, 'g');
const leadingSpace = new RegExp(`^[${whiteSpaces}]+`);
const trailingSpace = new RegExp(`[${whiteSpaces}]+$`);
const lineEnds = '\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029';
const lineEnd = new RegExp(`\\r\\n|[${lineEnds}]`, 'g');

/** `text.split(separator, maximum)`; a separator of null splits at runs of white space, a maximum below 0 is none. */
export function splitText(text: string, separator: string | null, maximum: number = -1): string[] {
  if (separator === null) return splitWords(text, maximum);
  if (separator === '') throw new ValueFault('ValueError', 'empty separator');
  if (maximum < 0) return text.split(separator);
  const parts: string[] = [];
  let from = 0;
  while (parts.length < maximum) {
    const at = text.indexOf(separator, from);
    if (at < 0) break;
    parts.push(text.slice(from, at));
    from = at + separator.length;
  }
  parts.push(text.slice(from));
  return parts;
}

/** `text.rsplit(separator, maximum)`: counts from the right. */
export function rightSplitText(text: string, separator: string | null, maximum: number = -1): string[] {
  if (separator === null) return rightSplitWords(text, maximum);
  if (separator === '') throw new ValueFault('ValueError', 'empty separator');
  const parts: string[] = [];
  let end = text.length;
  while (maximum < 0 || parts.length < maximum) {
    const at = end < separator.length ? -1 : text.lastIndexOf(separator, end - separator.length);
    if (at < 0) break;
    parts.push(text.slice(at + separator.length, end));
    end = at;
  }
  parts.push(text.slice(0, end));
  return parts.reverse();
}

function splitWords(text: string, maximum: number): string[] {
  if (maximum < 0) return text.match(oneWord) ?? [];
  const words: string[] = [];
  let rest = text.replace(leadingSpace, '');
  while (rest !== '' && words.length < maximum) {
    const word = (rest.match(oneWord) as string[])[0] as string;
    words.push(word);
    rest = rest.slice(word.length).replace(leadingSpace, '');
  }
  if (rest !== '') words.push(rest);
  return words;
}

function rightSplitWords(text: string, maximum: number): string[] {
  const words = text.match(oneWord) ?? [];
  if (maximum < 0 || words.length <= maximum) return words;
  let rest = text;
  for (let taken = 0; taken < maximum; taken++) {
    rest = rest.replace(trailingSpace, '');
    rest = rest.slice(0, rest.length - (words[words.length - 1 - taken] as string).length);
  }
  return [rest.replace(trailingSpace, ''), ...words.slice(words.length - maximum)];
}

/** `text.splitlines(keepEnds)`. */
export function splitLines(text: string, keepEnds = false): string[] {
  const lines: string[] = [];
  let from = 0;
  for (const end of text.matchAll(lineEnd)) {
    const after = end.index + end[0].length;
    lines.push(text.slice(from, keepEnds ? after : end.index));
    from = after;
  }
  if (from < text.length) lines.push(text.slice(from));
  return lines;
}

/** The text before the separator, the separator and the text behind it. */
export function partitionText(text: string, separator: string): readonly [string, string, string] {
  if (separator === '') throw new ValueFault('ValueError', 'empty separator');
  const at = text.indexOf(separator);
  if (at < 0) return [text, '', ''];
  return [text.slice(0, at), separator, text.slice(at + separator.length)];
}

/** As partition, but at the last separator. */
export function rightPartitionText(text: string, separator: string): readonly [string, string, string] {
  if (separator === '') throw new ValueFault('ValueError', 'empty separator');
  const at = text.lastIndexOf(separator);
  if (at < 0) return ['', '', text];
  return [text.slice(0, at), separator, text.slice(at + separator.length)];
}

/** The replacement of `sub` and `expand` (CPython: parse_template in Lib/re/_parser.py). */
import { reprText } from '../text/repr.ts';
import { ValueFault } from '../value-fault.ts';
import { characterEscapes, octalDigit, octalValue } from './pattern-escape.ts';
import { PatternSource } from './pattern-source.ts';
import { spanText, type Regex, type RegexMatch } from './regex.ts';

/** Texts and the numbers of groups. */
export type ReplacementTemplate = readonly (string | number)[];

export function parseTemplate(template: string, regex: Regex): ReplacementTemplate {
  if (!template.includes('\\')) return [template];
  const source = new PatternSource(template, regex.isBytes);
  const parts: (string | number)[] = [];
  for (let token = source.take(); token !== null; token = source.take()) {
    parts.push(token.startsWith('\\') ? parseTemplateEscape(source, token, regex) : token);
  }
  return parts;
}

function parseTemplateEscape(source: PatternSource, escape: string, regex: Regex): string | number {
  const letter = escape.slice(1);
  if (letter === 'g') return parseGroupName(source, regex);
  if (letter === '0') {
    const octal = escape + source.takeWhile(2, octalDigit);
    return String.fromCharCode(Number.parseInt(octal.slice(1), 8) & 0xff);
  }
  if (/^[0-9]$/.test(letter)) return parseNumber(source, escape, regex);
  const known = characterEscapes.get(letter);
  if (known !== undefined) return String.fromCharCode(known);
  if (/^[A-Za-z]$/.test(letter)) throw source.fault(`bad escape ${escape}`, escape.length);
  return escape;
}

function parseGroupName(source: PatternSource, regex: Regex): number {
  if (!source.skip('<')) throw source.fault('missing <');
  const name = source.takeUntil('>', 'group name');
  const length = Array.from(name).length;
  if (/^[0-9]+$/.test(name)) return checkedGroup(source, { group: Number(name), offset: length + 1 }, regex);
  source.checkGroupName(name);
  const group = regex.groupNames.get(name);
  if (group === undefined) throw new ValueFault('IndexError', `unknown group name ${reprText(name)}`);
  return group;
}

/** `\1` to `\99`, or three octal digits. */
function parseNumber(source: PatternSource, first: string, regex: Regex): string | number {
  let escape = first;
  if (source.next !== null && /^[0-9]$/.test(source.next)) {
    escape += source.take() ?? '';
    if (/^\\[0-7]{2}$/.test(escape) && source.next !== null && octalDigit.test(source.next)) {
      return String.fromCharCode(octalValue(source, escape + (source.take() ?? '')));
    }
  }
  return checkedGroup(source, { group: Number(escape.slice(1)), offset: escape.length - 1 }, regex);
}

interface GroupReference {
  readonly group: number;
  readonly offset: number;
}

function checkedGroup(source: PatternSource, { group, offset }: GroupReference, regex: Regex): number {
  if (group > regex.groupCount) throw source.fault(`invalid group reference ${group}`, offset);
  return group;
}

/** The replacement for one match; groups that took no part are empty. */
export function expandTemplate(template: ReplacementTemplate, match: RegexMatch, text: string): string {
  return template
    .map((part) => (typeof part === 'string' ? part : (spanText(text, match.spans[part] ?? null) ?? '')))
    .join('');
}

/**
 * `strptime` of time and datetime, in the C locale.
 * Models: CPython 3.13, Lib/_strptime.py; like it, it makes a regular expression of the format.
 */
import { compileRegex, matchRegex, spanText, type Regex } from '../regex/regex.ts';
import { reprText } from '../text/repr.ts';
import { ValueFault } from '../value-fault.ts';
import { monthNames, weekdayNames } from './date-names.ts';
import { resolveDate, type ParsedDateParts, type ResolvedDate } from './strptime-date.ts';

/** What the text says; what it leaves out is as on January 1st, 1900. */
export interface ParsedMoment extends ResolvedDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  /** From UTC, in microseconds; null where no `%z` was. */
  readonly offsetMicroseconds: number | null;
  /** What `%Z` matched; null where there was none. */
  readonly zoneName: string | null;
}

function oneOf(names: readonly string[]): string {
  return [...names].sort((a, b) => b.length - a.length).join('|');
}

const shortWeekdays = weekdayNames.map((name) => name.slice(0, 3));
const shortMonths = monthNames.map((name) => name.slice(0, 3));

const patterns: ReadonlyMap<string, string> = new Map([
  ['a', oneOf(shortWeekdays)],
  ['A', oneOf(weekdayNames)],
  ['b', oneOf(shortMonths)],
  ['B', oneOf(monthNames)],
  ['d', '3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9]'],
  ['f', '[0-9]{1,6}'],
  ['G', '\\d\\d\\d\\d'],
  ['H', '2[0-3]|[0-1]\\d|\\d'],
  ['I', '1[0-2]|0[1-9]|[1-9]| [1-9]'],
  ['j', '36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]'],
  ['m', '1[0-2]|0[1-9]|[1-9]'],
  ['M', '[0-5]\\d|\\d'],
  ['p', 'am|pm'],
  ['S', '6[0-1]|[0-5]\\d|\\d'],
  ['u', '[1-7]'],
  ['U', '5[0-3]|[0-4]\\d|\\d'],
  ['V', '5[0-3]|0[1-9]|[1-4]\\d|\\d'],
  ['w', '[0-6]'],
  ['W', '5[0-3]|[0-4]\\d|\\d'],
  ['y', '\\d\\d'],
  ['Y', '\\d\\d\\d\\d'],
  ['z', '[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,6})?)?|(?-i:Z)'],
  ['Z', 'utc|gmt'],
]);

/** Directives that stand for several. */
const shorthands: ReadonlyMap<string, string> = new Map([
  ['c', '%a %b %d %H:%M:%S %Y'],
  ['x', '%m/%d/%y'],
  ['X', '%H:%M:%S'],
]);

const ignoreCase = 2;

function regexOf(format: string): Regex {
  return compileRegex(patternOf(format, format), ignoreCase);
}

function patternOf(format: string, whole: string): string {
  const escaped = format.replace(/[\\.^$*+?(){}[\]|]/g, '\\$&').replace(/\s+/g, '\\s+');
  return escaped.replace(/%([^]?)/g, (_, letter: string) => {
    if (letter === '') throw new ValueFault('ValueError', `stray % in format ${reprText(whole)}`);
    if (letter === '%') return '%';
    const shorthand = shorthands.get(letter);
    if (shorthand !== undefined) return patternOf(shorthand, whole);
    const pattern = patterns.get(letter);
    if (pattern !== undefined) return `(?P<${letter}>${pattern})`;
    throw new ValueFault('ValueError', `'${letter}' is a bad directive in format ${reprText(whole)}`);
  });
}

/** `strptime(text, format)`. */
export function strptime(text: string, format: string): ParsedMoment {
  const regex = regexOf(format);
  const match = matchRegex(regex, 'match', text);
  const span = match?.spans[0];
  if (match === null || span === undefined || span === null) {
    throw new ValueFault('ValueError', `time data ${reprText(text)} does not match format ${reprText(format)}`);
  }
  const rest = Array.from(text).slice(span[1]).join('');
  if (rest !== '') throw new ValueFault('ValueError', `unconverted data remains: ${rest}`);
  const found = new Map<string, string>();
  for (const [letter, group] of regex.groupNames) {
    const part = spanText(text, match.spans[group] ?? null);
    if (part !== null) found.set(letter, part);
  }
  return momentOf(found);
}

type Found = ReadonlyMap<string, string>;

function numberOf(found: Found, letter: string): number | null {
  const text = found.get(letter);
  return text === undefined ? null : Number(text);
}

function momentOf(found: Found): ParsedMoment {
  const zone = found.get('z');
  return {
    ...resolveDate(dateParts(found)),
    hour: hourOf(found),
    minute: numberOf(found, 'M') ?? 0,
    second: numberOf(found, 'S') ?? 0,
    microsecond: Number((found.get('f') ?? '').padEnd(6, '0')),
    offsetMicroseconds: zone === undefined ? null : offsetOf(zone),
    zoneName: found.get('Z') ?? null,
  };
}

function hourOf(found: Found): number {
  const twelve = numberOf(found, 'I');
  if (twelve === null) return numberOf(found, 'H') ?? 0;
  const isAfternoon = found.get('p')?.toLowerCase() === 'pm';
  return (twelve % 12) + (isAfternoon ? 12 : 0);
}

function dateParts(found: Found): ParsedDateParts {
  const sundayWeek = numberOf(found, 'U');
  const mondayWeek = numberOf(found, 'W');
  return {
    year: numberOf(found, 'Y') ?? shortYear(found),
    month: numberOf(found, 'm') ?? nameIndex(found, 'B', monthNames) ?? nameIndex(found, 'b', shortMonths),
    day: numberOf(found, 'd'),
    dayOfYear: numberOf(found, 'j'),
    weekday: weekdayOf(found),
    week: sundayWeek === null ? mondayWeek : sundayWeek,
    weekStartsOnSunday: sundayWeek !== null,
    isoYear: numberOf(found, 'G'),
    isoWeek: numberOf(found, 'V'),
  };
}

/** 69 to 99 are of the twentieth century, 0 to 68 of the next. */
function shortYear(found: Found): number | null {
  const year = numberOf(found, 'y');
  return year === null ? null : year <= 68 ? 2000 + year : 1900 + year;
}

/** The place of a name, from 1. */
function nameIndex(found: Found, letter: string, names: readonly string[]): number | null {
  const name = found.get(letter)?.toLowerCase();
  return name === undefined ? null : names.findIndex((known) => known.toLowerCase() === name) + 1;
}

function weekdayOf(found: Found): number | null {
  const named = nameIndex(found, 'A', weekdayNames) ?? nameIndex(found, 'a', shortWeekdays);
  const fromSunday = numberOf(found, 'w');
  const fromMonday = named ?? numberOf(found, 'u');
  if (fromMonday !== null) return fromMonday - 1;
  return fromSunday === null ? null : (fromSunday + 6) % 7;
}

function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const [, sign, hours, minutes, seconds = '0', fraction = ''] = /^([+-])(\d\d):?(\d\d)(?::?(\d\d)(?:\.(\d+))?)?$/.exec(
    zone,
  ) as unknown as [string, string, string, string, string?, string?];
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const magnitude = total * 1e6 + Number(fraction.padEnd(6, '0'));
  return sign === '-' ? 0 - magnitude : magnitude;
}

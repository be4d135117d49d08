/**
 * `strftime` of time and datetime, in the C locale and UTC.
 * Models: CPython 3.13 over glibc, with the flags `-`, `_`, `0`, `^` and `#` of glibc.
 */
import { checkedTextLength } from '../text/text-limit.ts';
import { secondsSinceEpoch, type ClockTime } from './clock-time.ts';
import { monthNames, weekdayNames } from './date-names.ts';
import { dayOfYear, isoWeekDateOf, weekdayOf, type CalendarDate } from './gregorian.ts';
import { isoOffset } from './iso-format.ts';

/** What is to be written. */
export interface FormattedMoment {
  readonly date: CalendarDate;
  readonly time: ClockTime;
  /** From UTC, in microseconds; null for a time without zone. */
  readonly offsetMicroseconds: number | null;
  readonly zoneName: string;
}

/** A text, or a number with the width and the filling it has without flags. */
type Field = string | { readonly value: number; readonly width: number; readonly fill: '0' | ' ' };

function number(value: number, width: number, fill: '0' | ' ' = '0'): Field {
  return { value, width, fill };
}

type Directive = (moment: FormattedMoment) => Field;

const directives: ReadonlyMap<string, Directive> = new Map<string, Directive>([
  ['a', (moment) => weekdayName(moment).slice(0, 3)],
  ['A', weekdayName],
  ['b', (moment) => monthName(moment).slice(0, 3)],
  ['B', monthName],
  ['c', (moment) => strftime('%a %b %e %H:%M:%S %Y', moment)],
  ['C', ({ date }) => number(Math.floor(date.year / 100), 1)],
  ['d', ({ date }) => number(date.day, 2)],
  ['D', (moment) => strftime('%m/%d/%y', moment)],
  ['e', ({ date }) => number(date.day, 2, ' ')],
  ['f', ({ time }) => number(time.microsecond, 6)],
  ['F', (moment) => strftime('%Y-%m-%d', moment)],
  ['g', ({ date }) => number(isoWeekDateOf(date).year % 100, 2)],
  ['G', ({ date }) => number(isoWeekDateOf(date).year, 1)],
  ['h', (moment) => monthName(moment).slice(0, 3)],
  ['H', ({ time }) => number(time.hour, 2)],
  ['I', ({ time }) => number(twelveHour(time), 2)],
  ['j', ({ date }) => number(dayOfYear(date), 3)],
  ['k', ({ time }) => number(time.hour, 2, ' ')],
  ['l', ({ time }) => number(twelveHour(time), 2, ' ')],
  ['m', ({ date }) => number(date.month, 2)],
  ['M', ({ time }) => number(time.minute, 2)],
  ['n', () => '\n'],
  ['p', ({ time }) => (time.hour < 12 ? 'AM' : 'PM')],
  ['P', ({ time }) => (time.hour < 12 ? 'am' : 'pm')],
  ['r', (moment) => strftime('%I:%M:%S %p', moment)],
  ['R', (moment) => strftime('%H:%M', moment)],
  ['s', ({ date, time }) => number(secondsSinceEpoch(date, time), 1)],
  ['S', ({ time }) => number(time.second, 2)],
  ['t', () => '\t'],
  ['T', (moment) => strftime('%H:%M:%S', moment)],
  ['u', ({ date }) => number(weekdayOf(date) + 1, 1)],
  ['U', ({ date }) => number(weekOfYear(date, 6), 2)],
  ['V', ({ date }) => number(isoWeekDateOf(date).week, 2)],
  ['w', ({ date }) => number((weekdayOf(date) + 1) % 7, 1)],
  ['W', ({ date }) => number(weekOfYear(date, 0), 2)],
  ['x', (moment) => strftime('%m/%d/%y', moment)],
  ['X', (moment) => strftime('%H:%M:%S', moment)],
  ['y', ({ date }) => number(date.year % 100, 2)],
  ['Y', ({ date }) => number(date.year, 1)],
  ['z', ({ offsetMicroseconds }) => (offsetMicroseconds === null ? '' : isoOffset(offsetMicroseconds, ''))],
  [':z', ({ offsetMicroseconds }) => (offsetMicroseconds === null ? '' : isoOffset(offsetMicroseconds))],
  ['Z', ({ zoneName }) => zoneName],
  ['%', () => '%'],
]);

function weekdayName({ date }: FormattedMoment): string {
  return weekdayNames[weekdayOf(date)] as string;
}

function monthName({ date }: FormattedMoment): string {
  return monthNames[date.month - 1] as string;
}

function twelveHour({ hour }: ClockTime): number {
  return hour % 12 === 0 ? 12 : hour % 12;
}

/** The number of the week, where weeks begin on a weekday and days before the first one are in week 0. */
function weekOfYear(date: CalendarDate, firstWeekday: number): number {
  const daysIntoWeek = (weekdayOf(date) - firstWeekday + 7) % 7;
  return Math.floor((dayOfYear(date) - 1 + 7 - daysIntoWeek) / 7);
}

/** Directives that are not known stay as they are. */
export function strftime(format: string, moment: FormattedMoment): string {
  return format.replace(/%([-_0^#]*)(\d*)(:z|[^])/g, (whole, flags: string, width: string, letter: string) => {
    const directive = directives.get(letter);
    return directive === undefined ? whole : flagged(directive(moment), flags, width);
  });
}

function flagged(field: Field, flags: string, width: string): string {
  if (typeof field === 'string') {
    const text = flags.includes('^') ? field.toUpperCase() : flags.includes('#') ? swapped(field) : field;
    return text.padStart(checkedTextLength(Number(width)), flags.includes('0') ? '0' : ' ');
  }
  if (flags.includes('-')) return String(field.value);
  const fill = flags.includes('_') ? ' ' : flags.includes('0') ? '0' : field.fill;
  return String(field.value).padStart(width === '' ? field.width : checkedTextLength(Number(width)), fill);
}

/** `#` makes capitals of names, and small letters of AM and PM. */
function swapped(text: string): string {
  return text === 'AM' || text === 'PM' ? text.toLowerCase() : text.toUpperCase();
}

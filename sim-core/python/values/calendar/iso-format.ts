/**
 * Dates and times in the texts of ISO 8601.
 * Models: CPython 3.13, isoformat and fromisoformat in Modules/_datetimemodule.c.
 */
import { reprText } from '../text/repr.ts';
import { ValueFault } from '../value-fault.ts';
import { checkTime, type ClockTime } from './clock-time.ts';
import { checkDate, dateOfIsoWeekDate, type CalendarDate } from './gregorian.ts';

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}

export function isoDate({ year, month, day }: CalendarDate): string {
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** `isoformat(timespec=…)` of a time, without its offset. */
export function isoTime({ hour, minute, second, microsecond }: ClockTime, timespec: string = 'auto'): string {
  const hours = digits(hour, 2);
  const minutes = `${hours}:${digits(minute, 2)}`;
  const seconds = `${minutes}:${digits(second, 2)}`;
  const microseconds = `${seconds}.${digits(microsecond, 6)}`;
  const texts: ReadonlyMap<string, string> = new Map([
    ['auto', microsecond === 0 ? seconds : microseconds],
    ['hours', hours],
    ['minutes', minutes],
    ['seconds', seconds],
    ['milliseconds', `${seconds}.${digits(Math.floor(microsecond / 1000), 3)}`],
    ['microseconds', microseconds],
  ]);
  const text = texts.get(timespec);
  if (text === undefined) throw new ValueFault('ValueError', 'Unknown timespec value');
  return text;
}

/** An offset from UTC, as `+05:30`; `separator` is empty for strftime's `%z`. */
export function isoOffset(offsetMicroseconds: number, separator: string = ':'): string {
  const magnitude = Math.abs(offsetMicroseconds);
  const seconds = Math.floor(magnitude / 1e6);
  const parts = [digits(Math.floor(seconds / 3600), 2), digits(Math.floor(seconds / 60) % 60, 2)];
  if (seconds % 60 !== 0 || magnitude % 1e6 !== 0) parts.push(digits(seconds % 60, 2));
  const fraction = magnitude % 1e6 === 0 ? '' : `.${digits(magnitude % 1e6, 6)}`;
  return (offsetMicroseconds < 0 ? '-' : '+') + parts.join(separator) + fraction;
}

function invalid(text: string): ValueFault {
  return new ValueFault('ValueError', `Invalid isoformat string: ${reprText(text)}`);
}

/** `date.fromisoformat(text)`. */
export function parseIsoDate(text: string): CalendarDate {
  return readDate(text, text);
}

const calendarDate = /^([0-9]{4})(-?)([0-9]{2})\2([0-9]{2})$/;
const weekDate = /^([0-9]{4})(-?)W([0-9]{2})(?:\2([0-9]))?$/;

function readDate(text: string, whole: string): CalendarDate {
  const date = calendarDate.exec(text);
  if (date !== null) return checkDate(Number(date[1]), Number(date[3]), Number(date[4]));
  const week = weekDate.exec(text);
  if (week === null) throw invalid(whole);
  try {
    return dateOfIsoWeekDate(Number(week[1]), Number(week[3]), Number(week[4] ?? '1'));
  } catch (fault) {
    throw fault instanceof ValueFault ? invalid(whole) : fault;
  }
}

/** A time with the offset that stood behind it, in microseconds; null for none. */
export interface TimeWithOffset {
  readonly time: ClockTime;
  readonly offsetMicroseconds: number | null;
}

const extendedTime = /^([0-9]{2})(?::([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?)?$/;
const basicTime = /^([0-9]{2})(?:([0-9]{2})(?:([0-9]{2})(?:[.,]([0-9]+))?)?)?$/;

/** `time.fromisoformat(text)`. */
export function parseIsoTime(text: string): TimeWithOffset {
  return readTime(text.startsWith('T') ? text.slice(1) : text, text);
}

function readTime(text: string, whole: string): TimeWithOffset {
  const mark = text.search(/[+\-Z]/);
  const clock = readClock(mark < 0 ? text : text.slice(0, mark), whole);
  if (mark < 0) return { time: checkTime(clock), offsetMicroseconds: null };
  const zone = text.slice(mark + 1);
  if (text.charAt(mark) === 'Z') {
    if (zone !== '') throw invalid(whole);
    return { time: checkTime(clock), offsetMicroseconds: 0 };
  }
  const { hour, minute, second, microsecond } = readClock(zone, whole);
  const magnitude = (hour * 3600 + minute * 60 + second) * 1e6 + microsecond;
  const offsetMicroseconds = text.charAt(mark) === '-' ? 0 - magnitude : magnitude;
  return { time: checkTime(clock), offsetMicroseconds };
}

function readClock(text: string, whole: string): ClockTime {
  const match = extendedTime.exec(text) ?? basicTime.exec(text);
  if (match === null) throw invalid(whole);
  const [, hour, minute = '0', second = '0', fraction = ''] = match;
  return {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    microsecond: Number(fraction.slice(0, 6).padEnd(6, '0')),
  };
}

/** A date and time with an offset. */
export interface DateTimeWithOffset extends TimeWithOffset {
  readonly date: CalendarDate;
}

/** `datetime.fromisoformat(text)`: one character of any kind stands between date and time. */
export function parseIsoDateTime(text: string): DateTimeWithOffset {
  if (text.length < 7) throw invalid(text);
  const dateEnd = isoDateEnd(text);
  const midnight = { hour: 0, minute: 0, second: 0, microsecond: 0 };
  if (text.length <= dateEnd) return { date: readDate(text, text), time: midnight, offsetMicroseconds: null };
  const separator = String.fromCodePoint(text.codePointAt(dateEnd) as number);
  const timeText = text.slice(dateEnd + separator.length);
  const date = readDate(text.slice(0, dateEnd), text);
  return { date, ...readTime(timeText, text) };
}

/** Where the date ends, which is told by its hyphens and its W. */
function isoDateEnd(text: string): number {
  const isDigitAt = (index: number): boolean => /^[0-9]$/.test(text.charAt(index));
  if (text.charAt(4) === '-') {
    if (text.charAt(5) !== 'W') return 10;
    return text.charAt(8) === '-' && isDigitAt(9) && !isDigitAt(10) ? 10 : 8;
  }
  if (text.charAt(4) !== 'W') return 8;
  let end = 7;
  while (isDigitAt(end)) end++;
  if (end < 9) return end;
  return end % 2 === 0 ? 7 : 8;
}

/**
 * Reads dates and times from the texts of ISO 8601.
 * Models: CPython 3.13, fromisoformat in Modules/_datetimemodule.c, also in what it lets pass: a character too many before an
 * offset or behind a date is not seen.
 */
import { reprText } from '../text/repr.ts';
import { ValueFault } from '../value-fault.ts';
import { checkTime, type ClockTime } from './clock-time.ts';
import { checkDate, dateOfIsoWeekDate, type CalendarDate } from './gregorian.ts';

/** A time with the offset that stood behind it, in microseconds; null for none. */
export interface TimeWithOffset {
  readonly time: ClockTime;
  readonly offsetMicroseconds: number | null;
}

/** A date and time with an offset. */
export interface DateTimeWithOffset extends TimeWithOffset {
  readonly date: CalendarDate;
}

/** `date.fromisoformat(text)`. */
export function parseIsoDate(text: string): CalendarDate {
  const date = [7, 8, 10].includes(text.length) ? readDate(text) : null;
  if (date === null) throw invalid(text);
  return checkDate(date.year, date.month, date.day);
}

/** `time.fromisoformat(text)`. */
export function parseIsoTime(text: string): TimeWithOffset {
  const time = readTime(text.startsWith('T') ? text.slice(1) : text);
  if (time === null) throw invalid(text);
  return { ...time, time: checkTime(time.time) };
}

/** `datetime.fromisoformat(text)`: one character of any kind stands between date and time. */
export function parseIsoDateTime(text: string): DateTimeWithOffset {
  if (text.length < 7) throw invalid(text);
  const dateEnd = isoDateEnd(text);
  const separator = String.fromCodePoint(text.codePointAt(dateEnd) ?? 0);
  const hasTime = text.length > dateEnd;
  const date = readDate(text.slice(0, dateEnd));
  const time = hasTime ? readTime(text.slice(dateEnd + separator.length)) : midnight;
  if (date === null || time === null) throw invalid(text);
  return { ...time, date: checkDate(date.year, date.month, date.day), time: checkTime(time.time) };
}

const midnight: TimeWithOffset = {
  time: { hour: 0, minute: 0, second: 0, microsecond: 0 },
  offsetMicroseconds: null,
};

function invalid(text: string): ValueFault {
  return new ValueFault('ValueError', `Invalid isoformat string: ${reprText(text)}`);
}

/** The number of so many digits at a place, or null. */
function digitsAt(text: string, start: number, count: number): number | null {
  const digits = text.slice(start, start + count);
  return digits.length === count && /^[0-9]+$/.test(digits) ? Number(digits) : null;
}

/** Parts that may be out of range; null if the text is no date. */
function readDate(text: string): CalendarDate | null {
  const year = digitsAt(text, 0, 4);
  const hasSeparator = text.charAt(4) === '-';
  const start = hasSeparator ? 5 : 4;
  if (year === null) return null;
  if (text.charAt(start) === 'W') return readWeekDate(text, year, hasSeparator);
  const month = digitsAt(text, start, 2);
  if (hasSeparator && text.charAt(7) !== '-') return null;
  const day = digitsAt(text, hasSeparator ? 8 : 6, 2);
  return month === null || day === null ? null : { year, month, day };
}

function readWeekDate(text: string, year: number, hasSeparator: boolean): CalendarDate | null {
  const weekEnd = hasSeparator ? 8 : 7;
  const week = digitsAt(text, weekEnd - 2, 2);
  if (week === null) return null;
  if (text.length > weekEnd && hasSeparator && text.charAt(weekEnd) !== '-') return null;
  const weekday = text.length > weekEnd ? digitsAt(text, hasSeparator ? weekEnd + 1 : weekEnd, 1) : 1;
  if (weekday === null) return null;
  try {
    return dateOfIsoWeekDate(year, week, weekday);
  } catch (fault) {
    if (fault instanceof ValueFault) return null;
    throw fault;
  }
}

/** Where the date ends, which is told by its hyphens and its W. */
function isoDateEnd(text: string): number {
  const isDigitAt = (index: number): boolean => digitsAt(text, index, 1) !== null;
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

function readTime(text: string): TimeWithOffset | null {
  const mark = text.search(/[+\-Z]/);
  const clock = readClock(mark < 0 ? text : text.slice(0, mark));
  if (clock === null || (mark < 0 && clock.hasRest)) return null;
  if (mark < 0) return { time: clock.time, offsetMicroseconds: null };
  const zoneText = text.slice(mark + 1);
  if (text.charAt(mark) === 'Z') return zoneText === '' ? { time: clock.time, offsetMicroseconds: 0 } : null;
  const zone = readClock(zoneText);
  if (zone === null || zone.hasRest) return null;
  const { hour, minute, second, microsecond } = zone.time;
  const magnitude = (hour * 3600 + minute * 60 + second) * 1e6 + microsecond;
  return { time: clock.time, offsetMicroseconds: text.charAt(mark) === '-' ? 0 - magnitude : magnitude };
}

/** A time whose parts may be out of range, and whether something stood behind it. */
interface ReadClock {
  readonly time: ClockTime;
  readonly hasRest: boolean;
}

/** `HH[:MM[:SS[.ffffff]]]`, or the same without colons. */
function readClock(text: string): ReadClock | null {
  const parts: number[] = [];
  const hasSeparator = text.charAt(2) === ':';
  const made = (microsecond: number, hasRest: boolean): ReadClock => {
    const [hour = 0, minute = 0, second = 0] = parts;
    return { time: { hour, minute, second, microsecond }, hasRest };
  };
  let at = 0;
  while (parts.length < 3) {
    const part = digitsAt(text, at, 2);
    if (part === null) return null;
    parts.push(part);
    at += 2;
    const next = text.charAt(at);
    if (at + 1 >= text.length) return made(0, next !== '');
    if (next === '.' || next === ',') {
      at++;
      break;
    }
    if (hasSeparator && next === ':') at++;
    else if (hasSeparator) return null;
  }
  return readFraction(text.slice(at), made);
}

/** Six digits count, more are skipped. */
function readFraction(text: string, made: (microsecond: number, hasRest: boolean) => ReadClock): ReadClock | null {
  const counted = digitsAt(text, 0, Math.min(text.length, 6));
  if (counted === null) return null;
  const microsecond = Number(text.slice(0, 6).padEnd(6, '0'));
  return made(microsecond, /[^0-9]/.test(text));
}

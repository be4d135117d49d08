/** Writes dates and times as ISO 8601 has them (CPython 3.13: isoformat in Modules/_datetimemodule.c). */
import { ValueFault } from '../value-fault.ts';
import type { ClockTime } from './clock-time.ts';
import type { CalendarDate } from './gregorian.ts';

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

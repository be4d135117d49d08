import { ValueFault } from '../value-fault.ts';
import type { Int } from '../int/int.ts';
import { floorDivideInts, moduloInts } from '../int/int-division.ts';
import { roundHalfEven } from '../float/float-round.ts';
import { dateOfOrdinal, ordinalOfDate, type CalendarDate } from './gregorian.ts';

/** A time of day. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
}

/** A time of day whose parts are not checked yet. */
export interface UncheckedTime {
  readonly hour: Int;
  readonly minute: Int;
  readonly second: Int;
  readonly microsecond: Int;
}

/** Checks a time as its constructor does. */
export function checkTime({ hour, minute, second, microsecond }: UncheckedTime): ClockTime {
  checkPart(hour, 'hour', 23);
  checkPart(minute, 'minute', 59);
  checkPart(second, 'second', 59);
  checkPart(microsecond, 'microsecond', 999999);
  return { hour: Number(hour), minute: Number(minute), second: Number(second), microsecond: Number(microsecond) };
}

function checkPart(value: Int, name: string, highest: number): void {
  if (value < 0 || value > highest) throw new ValueFault('ValueError', `${name} must be in 0..${highest}`);
}

/** The ordinal of January 1st, 1970. */
const epochOrdinal = 719163;

/** Seconds since 1970 of a date and time in UTC (`calendar.timegm`). */
export function secondsSinceEpoch(date: CalendarDate, time: Pick<ClockTime, 'hour' | 'minute' | 'second'>): number {
  return (ordinalOfDate(date) - epochOrdinal) * 86400 + time.hour * 3600 + time.minute * 60 + time.second;
}

/** A moment in UTC. */
export interface UtcMoment {
  readonly date: CalendarDate;
  readonly time: ClockTime;
}

/** The date and time in UTC of seconds since 1970, as `time.gmtime` gives them. */
export function momentOfSeconds(seconds: Int, microsecond: number = 0): UtcMoment {
  const days = Number(floorDivideInts(seconds, 86400));
  const rest = Number(moduloInts(seconds, 86400));
  return {
    date: dateOfOrdinal(days + epochOrdinal),
    time: {
      hour: Math.floor(rest / 3600),
      minute: Math.floor(rest / 60) % 60,
      second: rest % 60,
      microsecond,
    },
  };
}

/** `datetime.fromtimestamp(timestamp, utc)`: microseconds are rounded half to even. */
export function momentOfTimestamp(timestamp: number): UtcMoment {
  const whole = Math.floor(timestamp);
  const microseconds = roundHalfEven((timestamp - whole) * 1e6);
  const carried = microseconds >= 1e6;
  const moment = momentOfSeconds(carried ? whole + 1 : whole, carried ? 0 : microseconds);
  const { year } = moment.date;
  if (year < 1 || year > 9999) throw new ValueFault('ValueError', `year ${year} is out of range`);
  return moment;
}

/** Which day the parts that strptime found mean (CPython: the end of _strptime in Lib/_strptime.py). */
import { ValueFault } from '../value-fault.ts';
import {
  dateOfIsoWeekDate,
  dateOfOrdinal,
  dayOfYear,
  isLeapYear,
  ordinalOfDate,
  weekdayOf,
  type CalendarDate,
} from './gregorian.ts';

/** Null where the format did not ask. */
export interface ParsedDateParts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly dayOfYear: number | null;
  /** 0 for Monday. */
  readonly weekday: number | null;
  /** Of `%U` or `%W`. */
  readonly week: number | null;
  readonly weekStartsOnSunday: boolean;
  readonly isoYear: number | null;
  readonly isoWeek: number | null;
}

export interface ResolvedDate {
  readonly date: CalendarDate;
  /** 0 for Monday. */
  readonly weekday: number;
  readonly dayOfYear: number;
}

const weekdayDirectives = "a weekday directive ('%A', '%a', '%w', or '%u').";

function checkIsoParts({ year, dayOfYear: julian, weekday, isoYear, isoWeek }: ParsedDateParts): void {
  if (isoYear !== null) {
    if (julian !== null) {
      throw valueError(
        "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.",
      );
    }
    if (isoWeek === null || weekday === null) {
      throw valueError(
        `ISO year directive '%G' must be used with the ISO week directive '%V' and ${weekdayDirectives}`,
      );
    }
  } else if (isoWeek !== null) {
    if (year === null || weekday === null) {
      throw valueError(
        `ISO week directive '%V' must be used with the ISO year directive '%G' and ${weekdayDirectives}`,
      );
    }
    throw valueError(
      "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.",
    );
  }
}

function valueError(message: string): ValueFault {
  return new ValueFault('ValueError', message);
}

export function resolveDate(parts: ParsedDateParts): ResolvedDate {
  checkIsoParts(parts);
  const month = parts.month ?? 1;
  const day = parts.day ?? 1;
  // February 29th without a year is looked up in a leap year, though 1900 is given back.
  const isLeapDayAlone = parts.year === null && month === 2 && day === 29;
  const year = parts.year ?? (isLeapDayAlone ? 1904 : 1900);
  const date = dayOf(parts, { year, month, day });
  const resolved = {
    date,
    weekday: parts.weekday ?? weekdayOf(date),
    dayOfYear: parts.dayOfYear ?? dayOfYear(date),
  };
  return isLeapDayAlone ? { ...resolved, date: { ...date, year: 1900 } } : resolved;
}

function dayOf(parts: ParsedDateParts, given: CalendarDate): CalendarDate {
  const { weekday, week, isoYear, isoWeek } = parts;
  if (parts.dayOfYear !== null) return dayInYear(given.year, parts.dayOfYear);
  if (weekday === null) return given;
  if (week !== null) return dayOfWeek(given.year, { week, weekday, fromSunday: parts.weekStartsOnSunday });
  if (isoYear !== null && isoWeek !== null) return dateOfIsoWeekDate(isoYear, isoWeek, weekday + 1);
  return given;
}

function dayInYear(year: number, day: number): CalendarDate {
  return dateOfOrdinal(ordinalOfDate({ year, month: 1, day: 1 }) + day - 1);
}

interface WeekDay {
  readonly week: number;
  readonly weekday: number;
  readonly fromSunday: boolean;
}

/** The day by the number of its week, which is 0 before the year's first Sunday or Monday. */
function dayOfWeek(year: number, { week, weekday, fromSunday }: WeekDay): CalendarDate {
  const first = weekdayOf({ year, month: 1, day: 1 });
  const [firstInWeek, dayInWeek] = fromSunday ? [(first + 1) % 7, (weekday + 1) % 7] : [first, weekday];
  const daysInWeekZero = (7 - firstInWeek) % 7;
  const day = week === 0 ? 1 + dayInWeek - firstInWeek : 1 + daysInWeekZero + 7 * (week - 1) + dayInWeek;
  if (day > 0) return dayInYear(year, day);
  return dayInYear(year - 1, day + (isLeapYear(year - 1) ? 366 : 365));
}

/**
 * Dates of the proleptic Gregorian calendar, from the year 1 to 9999, and their ordinals: 1 is January 1st of the year 1.
 * Models: CPython 3.13, Modules/_datetimemodule.c and Lib/_pydatetime.py.
 */
import { ValueFault } from '../value-fault.ts';
import type { Int } from '../int/int.ts';

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** The ordinal of December 31st, 9999. */
const lastOrdinal = 3652059;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  return (monthLengths[month - 1] as number) + (month === 2 && isLeapYear(year) ? 1 : 0);
}

/** Checks a date as its constructor does. */
export function checkDate(year: Int, month: Int, day: Int): CalendarDate {
  if (year < 1 || year > 9999) throw new ValueFault('ValueError', `year ${year} is out of range`);
  if (month < 1 || month > 12) throw new ValueFault('ValueError', 'month must be in 1..12');
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (day < 1 || day > daysInMonth(date.year, date.month)) {
    throw new ValueFault('ValueError', 'day is out of range for month');
  }
  return date;
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

/** 1 for January 1st. */
export function dayOfYear({ year, month, day }: CalendarDate): number {
  return (daysBeforeMonth[month - 1] as number) + (month > 2 && isLeapYear(year) ? 1 : 0) + day;
}

export function ordinalOfDate(date: CalendarDate): number {
  return daysBeforeYear(date.year) + dayOfYear(date);
}

/** The date of an ordinal; also before the year 1 and after 9999, as seconds since 1970 may reach. */
export function dateOfOrdinal(ordinal: number): CalendarDate {
  const day = ordinal - 1;
  let year = Math.floor((day * 400) / 146097) + 1;
  while (daysBeforeYear(year + 1) <= day) year++;
  while (daysBeforeYear(year) > day) year--;
  let rest = day - daysBeforeYear(year);
  let month = 1;
  while (rest >= daysInMonth(year, month)) rest -= daysInMonth(year, month++);
  return { year, month, day: rest + 1 };
}

/** `date.fromordinal(ordinal)`. */
export function checkedDateOfOrdinal(ordinal: Int): CalendarDate {
  if (ordinal < 1) throw new ValueFault('ValueError', 'ordinal must be >= 1');
  const date = dateOfOrdinal(Number(ordinal));
  if (date.year > 9999) throw new ValueFault('ValueError', `year ${date.year} is out of range`);
  return date;
}

/** The date so many days later, or the fault of `date + timedelta`. */
export function dateAfterDays(date: CalendarDate, days: number): CalendarDate {
  const ordinal = ordinalOfDate(date) + days;
  if (ordinal < 1 || ordinal > lastOrdinal) throw new ValueFault('OverflowError', 'date value out of range');
  return dateOfOrdinal(ordinal);
}

/** 0 for Monday to 6 for Sunday. */
function weekdayOfOrdinal(ordinal: number): number {
  return (((ordinal + 6) % 7) + 7) % 7;
}

export function weekdayOf(date: CalendarDate): number {
  return weekdayOfOrdinal(ordinalOfDate(date));
}

/** A day by ISO 8601: weeks begin on Monday, the first one holds the year's first Thursday; weekdays count from 1. */
export interface IsoWeekDate {
  readonly year: number;
  readonly week: number;
  readonly weekday: number;
}

/** The ordinal of the Monday of a year's first ISO week. */
function firstIsoMonday(year: number): number {
  const firstDay = daysBeforeYear(year) + 1;
  const weekday = weekdayOfOrdinal(firstDay);
  return weekday > 3 ? firstDay - weekday + 7 : firstDay - weekday;
}

/** `date.isocalendar()`. */
export function isoWeekDateOf(date: CalendarDate): IsoWeekDate {
  const ordinal = ordinalOfDate(date);
  let { year } = date;
  if (ordinal < firstIsoMonday(year)) year--;
  else if (ordinal >= firstIsoMonday(year + 1)) year++;
  const days = ordinal - firstIsoMonday(year);
  return { year, week: Math.floor(days / 7) + 1, weekday: (days % 7) + 1 };
}

/** `date.fromisocalendar(year, week, weekday)`. */
export function dateOfIsoWeekDate(year: Int, week: Int, weekday: Int): CalendarDate {
  if (year < 1 || year > 9999) throw new ValueFault('ValueError', `Year is out of range: ${year}`);
  const start = firstIsoMonday(Number(year));
  const weeks = (firstIsoMonday(Number(year) + 1) - start) / 7;
  if (week < 1 || week > weeks) throw new ValueFault('ValueError', `Invalid week: ${week}`);
  if (weekday < 1 || weekday > 7) {
    throw new ValueFault('ValueError', `Invalid day: ${weekday} (range is [1, 7])`);
  }
  return checkedDateOfOrdinal(start + (Number(week) - 1) * 7 + Number(weekday) - 1);
}

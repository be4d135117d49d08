import { expect, test } from 'vitest';
import type { Int } from '../int/int.ts';
import { differences } from '../recorded-cases.ts';
import recorded from './calendar.recorded.jsonl?raw';
import { checkTime, momentOfSeconds, momentOfTimestamp, secondsSinceEpoch, type ClockTime } from './clock-time.ts';
import * as duration from './duration.ts';
import * as gregorian from './gregorian.ts';
import { isoDate, isoOffset, isoTime } from './iso-format.ts';
import { parseIsoDate, parseIsoDateTime, parseIsoTime } from './iso-parsing.ts';
import { strftime } from './strftime.ts';
import { strptime } from './strptime.ts';

type Triple = readonly [number, number, number];
type DateCall = (date: gregorian.CalendarDate) => unknown;

const dateOf = ([year, month, day]: Triple): gregorian.CalendarDate => ({ year, month, day });
const ymd = ({ year, month, day }: gregorian.CalendarDate): Triple => [year, month, day];
const hms = ({ hour, minute, second, microsecond }: ClockTime): number[] => [hour, minute, second, microsecond];
const durationOf = ([days, seconds, microseconds]: Triple): duration.Duration => ({ days, seconds, microseconds });
const parts = ({ days, seconds, microseconds }: duration.Duration): Triple => [days, seconds, microseconds];
const withDate =
  (call: DateCall) =>
  (...date: [number, number, number]) =>
    call(dateOf(date));

const dates = {
  checkDate: (...[year, month, day]: [Int, Int, Int]) => ymd(gregorian.checkDate(year, month, day)),
  ordinal: withDate(gregorian.ordinalOfDate),
  fromOrdinal: (ordinal: Int) => ymd(gregorian.checkedDateOfOrdinal(ordinal)),
  dayOfYear: withDate(gregorian.dayOfYear),
  weekday: withDate(gregorian.weekdayOf),
  iso: withDate((date) => {
    const { year, week, weekday } = gregorian.isoWeekDateOf(date);
    return [year, week, weekday];
  }),
  fromIso: (...[year, week, weekday]: [Int, Int, Int]) => ymd(gregorian.dateOfIsoWeekDate(year, week, weekday)),
  addDays: (year: number, month: number, ...[day, days]: [number, number]) =>
    ymd(gregorian.dateAfterDays({ year, month, day }, days)),
};

const times = {
  checkTime: (hour: Int, minute: Int, ...[second, microsecond]: [Int, Int]) =>
    hms(checkTime({ hour, minute, second, microsecond })),
  moment: (seconds: Int) => {
    const { date, time } = momentOfSeconds(seconds);
    return [...ymd(date), ...hms(time)];
  },
  timestamp: (timestamp: number) => {
    const { date, time } = momentOfTimestamp(timestamp);
    return [...ymd(date), ...hms(time)];
  },
  seconds: (...[year, month, day, hour, minute, second]: [number, number, number, number, number, number]) =>
    secondsSinceEpoch({ year, month, day }, { hour, minute, second }),
};

type RecordedPart = readonly [duration.DurationUnit, number, boolean];
type Binary = (a: duration.Duration, b: duration.Duration) => duration.Duration;
type Scaling = (a: duration.Duration, factor: number) => duration.Duration;

const binary = (call: Binary) => (a: Triple, b: Triple) => parts(call(durationOf(a), durationOf(b)));
const scaling = (call: Scaling) => (a: Triple, factor: number) => parts(call(durationOf(a), factor));

const durations = {
  durationOf: (given: readonly RecordedPart[]) =>
    parts(
      duration.durationOfParts(
        Object.fromEntries(given.map(([unit, value, isFloat]) => [unit, { kind: isFloat ? 'float' : 'int', value }])),
      ),
    ),
  durationText: (a: Triple) => duration.durationText(durationOf(a)),
  durationRepr: (a: Triple) => duration.reprDuration(durationOf(a)),
  totalSeconds: (a: Triple) => duration.totalSeconds(durationOf(a)),
  negate: (a: Triple) => parts(duration.negateDuration(durationOf(a))),
  addDurations: binary(duration.addDurations),
  subDurations: binary(duration.subtractDurations),
  modulo: binary(duration.moduloDurations),
  mulInt: scaling(duration.multiplyDuration),
  mulFloat: scaling(duration.multiplyDurationByFloat),
  divInt: scaling(duration.divideDuration),
  divFloat: scaling(duration.divideDurationByFloat),
  floorInt: scaling(duration.floorDivideDuration),
  ratio: (a: Triple, b: Triple) => duration.ratioOfDurations(durationOf(a), durationOf(b)),
  floorRatio: (a: Triple, b: Triple) => duration.floorRatioOfDurations(durationOf(a), durationOf(b)),
};

const texts = {
  parseDate: (text: string) => ymd(parseIsoDate(text)),
  parseTime: (text: string) => {
    const { time, offsetMicroseconds } = parseIsoTime(text);
    return [hms(time), offsetMicroseconds];
  },
  parseDateTime: (text: string) => {
    const { date, time, offsetMicroseconds } = parseIsoDateTime(text);
    return [ymd(date), hms(time), offsetMicroseconds];
  },
  isoTime: (hour: number, minute: number, ...[second, microsecond, timespec]: [number, number, string]) =>
    isoTime({ hour, minute, second, microsecond }, timespec),
  isoOffset: (offset: number) => isoOffset(offset),
  isoDate: withDate(isoDate),
  strftime: (format: string, given: readonly number[], offsetMicroseconds: number | null) => {
    const [year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0, microsecond = 0] = given;
    return strftime(format, {
      date: { year, month, day },
      time: { hour, minute, second, microsecond },
      offsetMicroseconds,
      zoneName: offsetMicroseconds === null ? '' : `UTC${isoOffset(offsetMicroseconds)}`,
    });
  },
  strptime: (text: string, format: string) => {
    const moment = strptime(text, format);
    return [ymd(moment.date), hms(checkTime(moment)), moment.offsetMicroseconds];
  },
};

test('dates, times and durations are those of CPython 3.13', () => {
  expect(differences(recorded, { ...dates, ...times, ...durations, ...texts })).toEqual([]);
});

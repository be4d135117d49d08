/** The module `time`, over virtual time. Models: Modules/timemodule.c on Linux; the time zone is UTC. */
import type { Stop } from '../../kernel/program.ts';
import { machineCosts } from '../../kernel/machine-costs.ts';
import { threadStates } from '../../trace/event-kind.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { strptime } from '../values/calendar/strptime.ts';
import { intToFloat } from '../values/int/int-float.ts';
import { BlockingCall } from '../vm/blocking-call.ts';
import { numberOf, textOf } from '../vm/compare.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';
import { between, exactly, native } from '../builtins/define.ts';
import { formatMoment } from './dates.ts';
import { civilTime, clockText, structTime, structTimeType } from './civil-time.ts';
import { bootSeconds, clockFunctions, clockNumbers, processNs } from './time-clocks.ts';
import { epochSeconds } from './time-epoch.ts';

/** A duration in seconds as nanoseconds; the texts are CPython's. */
export function durationNs(value: Value): number {
  const number = numberOf(value);
  if (number === null) throw raised('TypeError', `'${typeOf(value).title}' object cannot be interpreted as an integer`);
  const seconds = number instanceof PyFloat ? number.value : intToFloat(number);
  if (Number.isNaN(seconds)) throw raised('ValueError', 'Invalid value NaN (not a number)');
  if (Math.abs(seconds) > 9_223_372_036)
    throw raised(
      'OverflowError',
      number instanceof PyFloat
        ? 'timestamp out of range for platform time_t'
        : 'timestamp too large to convert to C PyTime_t',
    );
  return Math.round(seconds * 1e9);
}

class SleepCall extends BlockingCall {
  readonly forNs: number;
  private untilNs: number | null = null;

  constructor(forNs: number) {
    super();
    this.forNs = forNs;
  }

  proceed(thread: PyThread): Stop | null {
    const { kernel } = thread;
    if (this.untilNs === null) {
      if (this.forNs === 0 && thread.interpreter.profile.sleepZero === 'select') {
        // select(2) comes back at once, but never after quite the same time.
        kernel.spend(machineCosts.syscallNs / 2 + kernel.chooser.choose('jitter', machineCosts.syscallNs));
        return null;
      }
      const { timerSlackNs, timerWakeNs, coldWakeShare, coldWakeMostNs } = machineCosts;
      const coldNs = Math.floor(Math.min(coldWakeMostNs, this.forNs * coldWakeShare));
      const lateNs = timerSlackNs + coldNs + kernel.chooser.choose('jitter', timerWakeNs + coldNs);
      this.untilNs = kernel.now + this.forNs + lateNs;
    }
    if (kernel.now >= this.untilNs) return null;
    return { kind: 'sleep', forNs: this.untilNs - kernel.now, state: threadStates.sleeping, resource: -1 };
  }

  override wouldWait(thread: PyThread): boolean {
    return this.untilNs === null ? this.forNs > 0 : thread.kernel.now < this.untilNs;
  }

  finish(): Value {
    return null;
  }
}

function nowSeconds(thread: PyThread): number {
  thread.kernel.spend(40);
  return thread.kernel.now / 1e9;
}

function wallSeconds(thread: PyThread, given: Value | undefined): number {
  if (given === undefined || given === null) return epochSeconds + nowSeconds(thread);
  const number = numberOf(given);
  if (number === null) throw raised('TypeError', `'${typeOf(given).title}' object cannot be interpreted as an integer`);
  return number instanceof PyFloat ? number.value : intToFloat(number);
}

const functions = [
  native('sleep', exactly(1), (thread, args) => {
    const forNs = durationNs(args[0] as Value);
    if (forNs < 0) throw raised('ValueError', 'sleep length must be non-negative');
    return thread.block(new SleepCall(forNs));
  }),
  native('time', exactly(0), (thread) => new PyFloat(epochSeconds + nowSeconds(thread))),
  native(
    'time_ns',
    exactly(0),
    (thread) => BigInt(epochSeconds) * 1_000_000_000n + BigInt(Math.round(nowSeconds(thread) * 1e9)),
  ),
  native('monotonic', exactly(0), (thread) => new PyFloat(bootSeconds + nowSeconds(thread))),
  native('monotonic_ns', exactly(0), (thread) => bootSeconds * 1e9 + Math.round(nowSeconds(thread) * 1e9)),
  native('perf_counter', exactly(0), (thread) => new PyFloat(bootSeconds + nowSeconds(thread))),
  native('perf_counter_ns', exactly(0), (thread) => bootSeconds * 1e9 + Math.round(nowSeconds(thread) * 1e9)),
  native('process_time', exactly(0), (thread) => new PyFloat(processNs(thread) / 1e9)),
  native('process_time_ns', exactly(0), (thread) => processNs(thread)),
  native('thread_time', exactly(0), (thread) => new PyFloat(thread.kernelThread.cpuNs / 1e9)),
  native('thread_time_ns', exactly(0), (thread) => thread.kernelThread.cpuNs),
  native('ctime', between(0, 1), (thread, args) => clockText(wallSeconds(thread, args[0]))),
  native('asctime', between(0, 1), (thread, args) => {
    if (args[0] !== undefined) return clockText(secondsOf(timeTuple(args[0], 'asctime')));
    return clockText(wallSeconds(thread, undefined));
  }),
  native('gmtime', between(0, 1), (thread, args) => civilTime(wallSeconds(thread, args[0]))),
  native('localtime', between(0, 1), (thread, args) => civilTime(wallSeconds(thread, args[0]))),
  native('strftime', between(1, 2), (thread, args) => {
    const given = args[1] ?? civilTime(wallSeconds(thread, undefined));
    if (!(given instanceof PyTuple)) throw raised('TypeError', 'Tuple or struct_time argument required');
    return formatMoment(args[0] as Value, new PyTuple(given.items.slice(0, 6)), 0, 'UTC');
  }),
  native('mktime', exactly(1), (_thread, args) => new PyFloat(secondsOf(timeTuple(args[0], 'mktime')))),
  native('strptime', between(1, 2), (_thread, args) => {
    const moment = strptime(textOf(args[0] as Value) ?? '', textOf(args[1] ?? '%a %b %d %H:%M:%S %Y') ?? '');
    const { year, month, day } = moment.date;
    const isDaylightSaving = moment.zoneName === null ? -1 : 0;
    return structTime([
      year,
      month,
      day,
      moment.hour,
      moment.minute,
      moment.second,
      moment.weekday,
      moment.dayOfYear,
      isDaylightSaving,
    ]);
  }),
];

function timeTuple(value: Value | undefined, name: string): PyTuple {
  if (!(value instanceof PyTuple)) throw raised('TypeError', 'Tuple or struct_time argument required');
  if (value.items.length < 9) throw raised('TypeError', `${name}(): illegal time tuple argument`);
  return value;
}

function secondsOf(fields: PyTuple): number {
  const [year, month, day, hour, minute, second] = fields.items as readonly number[];
  return (
    daysFromCivil(year as number, month as number, day as number) * 86_400 +
    (hour ?? 0) * 3600 +
    (minute ?? 0) * 60 +
    (second ?? 0)
  );
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

export function makeTimeModule(): PyModule {
  const module = new PyModule('time', 'This module provides various functions to manipulate time values.');
  for (const fn of [...functions, ...clockFunctions]) module.dict.set(fn.name, fn);
  for (const [name, number] of Object.entries(clockNumbers)) module.dict.set(name, number);
  module.dict.set('struct_time', structTimeType);
  module.dict.set('timezone', 0);
  module.dict.set('altzone', 0);
  module.dict.set('daylight', 0);
  module.dict.set('tzname', new PyTuple(['UTC', 'UTC']));
  return module;
}

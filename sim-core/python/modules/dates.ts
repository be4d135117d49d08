/** `_dates`: dates as texts and back, for datetime and time. */
import { PyModule } from '../objects/py-module.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { strftime } from '../values/calendar/strftime.ts';
import { strptime } from '../values/calendar/strptime.ts';
import { exactly, native } from '../builtins/define.ts';
import { textOf } from '../vm/compare.ts';
import { fillModule } from './native-class.ts';

/** The year first, then what follows, as far as it is given. */
export function formatMoment(format: Value, fields: PyTuple, offset: number | null, zone: string): string {
  const [year, month, day, hour, minute, second, microsecond] = fields.items as readonly number[];
  const date = { year: year ?? 1900, month: month ?? 1, day: day ?? 1 };
  const time = { hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0, microsecond: microsecond ?? 0 };
  return strftime(textOf(format) ?? '', { date, time, offsetMicroseconds: offset, zoneName: zone });
}

const functions = [
  native('strftime', exactly(4), (_thread, args) =>
    formatMoment(args[0] as Value, args[1] as PyTuple, args[2] as number | null, String(args[3])),
  ),
  native('strptime', exactly(2), (_thread, args) => {
    const moment = strptime(textOf(args[0] as Value) ?? '', textOf(args[1] as Value) ?? '');
    const { year, month, day } = moment.date;
    const { hour, minute, second, microsecond } = moment;
    return new PyTuple([
      year,
      month,
      day,
      hour,
      minute,
      second,
      microsecond,
      moment.weekday,
      moment.dayOfYear,
      moment.offsetMicroseconds,
      moment.zoneName,
    ]);
  }),
];

export function makeDatesModule(): PyModule {
  return fillModule(new PyModule('_dates'), functions);
}

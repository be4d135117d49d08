/** Seconds since 1970 as calendar fields (UTC). Models: gmtime(3), asctime(3) and time.struct_time. */
import { tupleType, typeType } from '../objects/builtin-types.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { attribute, constructorSteps, exactly, method } from '../builtins/define.ts';
import { iterateAll } from '../vm/iterate-all.ts';
import { raised } from '../vm/raise.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const fieldNames = ['tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst'];

export const structTimeType = new PyType({
  name: 'struct_time',
  bases: [tupleType],
  layout: 'tuple',
  metatype: typeType,
  moduleName: 'time',
});
for (const [i, name] of fieldNames.entries()) attribute(structTimeType, name, (self) => (self as PyTuple).items[i]);
attribute(structTimeType, 'tm_zone', () => 'UTC');
attribute(structTimeType, 'tm_gmtoff', () => 0);
method(structTimeType, '__repr__', exactly(0), (_thread, args) => {
  const items = (args[0] as PyTuple).items;
  return `time.struct_time(${fieldNames.map((name, i) => `${name}=${String(items[i])}`).join(', ')})`;
});

structTimeType.namespace.set('n_fields', 11);
structTimeType.namespace.set('n_sequence_fields', 9);
structTimeType.namespace.set('n_unnamed_fields', 0);
constructorSteps(structTimeType, exactly(1), function* newStructTime(thread, args) {
  const given = args[1] as Value;
  if (typeof given === 'number' || given === null) throw raised('TypeError', 'constructor requires a sequence');
  const items = yield* iterateAll(thread, given);
  const limit = items.length < 9 ? 'an at least 9' : items.length > 11 ? 'an at most 11' : null;
  if (limit !== null)
    throw raised('TypeError', `time.struct_time() takes ${limit}-sequence (${items.length}-sequence given)`);
  return structTime(items.slice(0, 9));
});

/** time.struct_time of its nine fields. */
export function structTime(fields: readonly Value[]): PyTuple {
  const tuple = new PyTuple(fields);
  tuple.type = structTimeType;
  return tuple;
}

export function civilTime(seconds: number): PyTuple {
  return structTime(fieldsOf(seconds));
}

function fieldsOf(seconds: number): Value[] {
  const days = Math.floor(seconds / 86_400);
  const rest = Math.floor(seconds) - days * 86_400;
  const { year, month, day } = civilFromDays(days);
  const yearStart = dayOfYear(year, month, day);
  const weekday = (((days + 3) % 7) + 7) % 7;
  return [year, month, day, Math.floor(rest / 3600), Math.floor((rest % 3600) / 60), rest % 60, weekday, yearStart, 0];
}

function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayInYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayInYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayInYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

function dayOfYear(year: number, month: number, day: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + day;
}

/** 'Mon Jan  1 00:00:00 2024' */
export function clockText(seconds: number): string {
  const [year, month, day, hour, minute, second, weekday] = fieldsOf(seconds) as number[];
  const two = (value: number | undefined): string => String(value).padStart(2, '0');
  const date = `${weekdays[weekday as number] ?? ''} ${months[(month as number) - 1] ?? ''} ${String(day).padStart(2)}`;
  return `${date} ${two(hour)}:${two(minute)}:${two(second)} ${year}`;
}

/** format(), f-strings' conversions. Models: PyObject_Format in Objects/abstract.c. */
import { typeOf } from '../objects/builtin-types.ts';
import { PyComplex } from '../objects/py-complex.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyFunction } from '../objects/py-function.ts';
import type { Value } from '../objects/value.ts';
import { formatComplex, formatFloat, formatInt, formatText } from '../values/format/format-value.ts';
import { asciiOfRepr } from '../values/text/repr.ts';
import { loadSpecial } from './attributes.ts';
import { numberOf, textOf } from './compare.ts';
import { callSteps } from './invoke.ts';
import { pushSteps } from './native-steps.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';
import { reprQuickly, reprSteps, strQuickly, strSteps } from './repr.ts';

/** FORMAT_SIMPLE: format(x, ''). */
export function formatSimple(thread: PyThread, value: Value): string | undefined {
  const quick = strQuickly(thread, value);
  return quick ?? pushSteps(thread, 'format', formatSteps(thread, value, ''));
}

/** FORMAT_WITH_SPEC */
export function formatWithSpec(thread: PyThread, value: Value, spec: Value): string | undefined {
  const quick = formatQuickly(value, spec as string);
  return quick ?? pushSteps(thread, 'format', formatSteps(thread, value, spec as string));
}

/** format() of built-in values; undefined where a method has to be asked. */
export function formatQuickly(value: Value, spec: string): string | undefined {
  if (typeof value === 'string') return formatText(value, spec);
  if (typeof value === 'number' || typeof value === 'bigint') return formatInt(value, spec);
  if (typeof value === 'boolean')
    return spec === '' ? (value ? 'True' : 'False') : formatInt(value ? 1 : 0, spec, 'bool');
  if (value instanceof PyFloat) return formatFloat(value.value, spec);
  return value instanceof PyComplex ? formatComplex(value.real, value.imag, spec) : undefined;
}

/** For generator bodies. */
export function* formatSteps(thread: PyThread, value: Value, spec: string): Generator<undefined, string, Value> {
  const quick = formatQuickly(value, spec);
  if (quick !== undefined) return quick;
  const type = typeOf(value);
  const own = type.lookup('__format__');
  if (own !== undefined && (own instanceof PyFunction || !isObjectFormat(own))) {
    const result = yield* callSteps(thread, loadSpecial(type, value, '__format__') as Value, [spec]);
    const text = textOf(result);
    if (text === null) throw raised('TypeError', `__format__ must return a str, not ${typeOf(result).title}`);
    return text;
  }
  if (spec === '') return yield* strSteps(thread, value);
  const text = textOf(value);
  if (text !== null) return formatText(text, spec);
  const number = numberOf(value);
  if (number !== null) return number instanceof PyFloat ? formatFloat(number.value, spec) : formatInt(number, spec);
  throw raised('TypeError', `unsupported format string passed to ${type.title}.__format__`);
}

function isObjectFormat(method: Value): boolean {
  return (method as { owner?: { name: string } }).owner?.name === 'object';
}

/** CONVERT_VALUE: 1 str, 2 repr, 3 ascii. */
export function convertValue(thread: PyThread, conversion: number, value: Value): string | undefined {
  const quick = conversion === 1 ? strQuickly(thread, value) : reprQuickly(thread, value);
  if (quick !== undefined) return conversion === 3 ? asciiOfRepr(quick) : quick;
  return pushSteps(thread, 'convert', convertSteps(thread, conversion, value));
}

function* convertSteps(thread: PyThread, conversion: number, value: Value): Generator<undefined, string, Value> {
  if (conversion === 1) return yield* strSteps(thread, value);
  const repr = yield* reprSteps(thread, value);
  return conversion === 3 ? asciiOfRepr(repr) : repr;
}

/** Built-in functions that make one value of another. Models: Python/bltinmodule.c. */
import { typeOf } from '../objects/builtin-types.ts';
import type { NativeFunction, NativeSteps } from '../objects/native-function.ts';
import { PyByteArray, PyBytes } from '../objects/py-bytes.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { divmodFloats } from '../values/float/float-division.ts';
import { roundFloat, roundFloatToInt, roundInt } from '../values/float/float-round.ts';
import { divmodInts } from '../values/int/int-division.ts';
import { intToFloat } from '../values/int/int-float.ts';
import { powerModulo } from '../values/int/int-power.ts';
import { intToBase } from '../values/int/int-text.ts';
import { absoluteInt } from '../values/int/int.ts';
import type { Int } from '../values/int/int.ts';
import { characterOf, textLength } from '../values/text/code-points.ts';
import { asciiOfRepr } from '../values/text/repr.ts';
import { loadSpecial } from '../vm/attributes.ts';
import { bytesOf, numberOf, textOf } from '../vm/compare.ts';
import { formatQuickly, formatSteps } from '../vm/format-value.ts';
import { callSteps } from '../vm/invoke.ts';
import { pushSteps } from '../vm/native-steps.ts';
import { binaryOperation } from '../vm/operators.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';
import { reprQuickly, reprSteps } from '../vm/repr.ts';
import { notImplemented } from '../objects/py-singletons.ts';
import { between, exactly, named, native, nativeSteps } from './define.ts';
import { hashSteps } from './types/hash-of.ts';
import { indexSteps, intOf } from './types/int-argument.ts';

/** A number of exactly a built-in type; null for other values, instances of subclasses among them. */
function plainNumber(value: Value): Int | PyFloat | null {
  return typeof value === 'object' && !(value instanceof PyFloat) ? null : numberOf(value);
}

/** bin(), oct(), hex() */
function inBase(name: string, base: number, prefix: string): NativeFunction {
  const written = (value: Int): string => `${value < 0 ? '-' : ''}${prefix}${intToBase(absoluteInt(value), base)}`;
  return native(name, exactly(1), (thread, args) => {
    const int = intOf(args[0]);
    return int === null ? pushSteps(thread, name, inBaseSteps(thread, args[0] as Value, written)) : written(int);
  });
}

function* inBaseSteps(thread: PyThread, value: Value, written: (value: Int) => string): NativeSteps {
  return written(yield* indexSteps(thread, value));
}

function ordinal(value: Value): number {
  const text = textOf(value);
  if (text !== null) {
    const length = textLength(text);
    if (length !== 1) throw raised('TypeError', `ord() expected a character, but string of length ${length} found`);
    return text.codePointAt(0) as number;
  }
  if (value instanceof PyBytes || value instanceof PyByteArray) {
    const bytes = bytesOf(value);
    if (bytes.length !== 1)
      throw raised('TypeError', `ord() expected a character, but string of length ${bytes.length} found`);
    return bytes[0] as number;
  }
  throw raised('TypeError', `ord() expected string of length 1, but ${typeOf(value).title} found`);
}

/** divmod() of plain numbers. */
export function divmodOf(x: Int | PyFloat, y: Int | PyFloat): Value {
  if (!(x instanceof PyFloat) && !(y instanceof PyFloat)) return new PyTuple([...divmodInts(x, y)]);
  const [quotient, remainder] = divmodFloats(
    x instanceof PyFloat ? x.value : intToFloat(x),
    y instanceof PyFloat ? y.value : intToFloat(y),
  );
  return new PyTuple([new PyFloat(quotient), new PyFloat(remainder)]);
}

function* divmodSteps(thread: PyThread, a: Value, b: Value): NativeSteps {
  const own = loadSpecial(typeOf(a), a, '__divmod__');
  if (own !== undefined) {
    const result = yield* callSteps(thread, own, [b]);
    if (result !== notImplemented) return result;
  }
  const reflected = loadSpecial(typeOf(b), b, '__rdivmod__');
  if (reflected !== undefined) {
    const result = yield* callSteps(thread, reflected, [a]);
    if (result !== notImplemented) return result;
  }
  throw raised('TypeError', `unsupported operand type(s) for divmod(): '${typeOf(a).title}' and '${typeOf(b).title}'`);
}

function* powerModuloSteps(thread: PyThread, a: Value, b: Value, modulus: Value): NativeSteps {
  const own = loadSpecial(typeOf(a), a, '__pow__');
  if (own !== undefined) {
    const result = yield* callSteps(thread, own, [b, modulus]);
    if (result !== notImplemented) return result;
  }
  throw raised(
    'TypeError',
    `unsupported operand type(s) for ** or pow(): '${typeOf(a).title}', '${typeOf(b).title}', '${typeOf(modulus).title}'`,
  );
}

function power(thread: PyThread, a: Value, b: Value, modulus: Value): Value | undefined {
  if (modulus === null) return binaryOperation(thread, 8, a, b);
  const numbers = [plainNumber(a), plainNumber(b), plainNumber(modulus)];
  const [base, exponent, divisor] = numbers;
  if (numbers.some((number) => number === null))
    return pushSteps(thread, 'pow', powerModuloSteps(thread, a, b, modulus));
  if (numbers.some((number) => number instanceof PyFloat)) {
    if (base instanceof PyFloat || exponent instanceof PyFloat) {
      throw raised('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers');
    }
    throw raised('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers');
  }
  return powerModulo(base as Int, exponent as Int, divisor as Int);
}

/** round() of a plain number. */
export function roundNumber(number: Int | PyFloat, digits: Int | null): Value {
  if (number instanceof PyFloat)
    return digits === null ? roundFloatToInt(number.value) : new PyFloat(roundFloat(number.value, digits));
  return digits === null ? number : roundInt(number, digits);
}

function* roundSteps(thread: PyThread, value: Value, digits: Value): NativeSteps {
  const number = plainNumber(value);
  if (number !== null) return roundNumber(number, digits === null ? null : yield* indexSteps(thread, digits));
  const own = loadSpecial(typeOf(value), value, '__round__');
  if (own === undefined) throw raised('TypeError', `type ${typeOf(value).title} doesn't define __round__ method`);
  return yield* callSteps(thread, own, digits === null ? [] : [digits]);
}

function* absoluteSteps(thread: PyThread, value: Value): NativeSteps {
  const own = loadSpecial(typeOf(value), value, '__abs__');
  if (own === undefined) throw raised('TypeError', `bad operand type for abs(): '${typeOf(value).title}'`);
  return yield* callSteps(thread, own, []);
}

function* asciiSteps(thread: PyThread, value: Value): NativeSteps {
  return asciiOfRepr(yield* reprSteps(thread, value));
}

function* characterSteps(thread: PyThread, value: Value): NativeSteps {
  return characterAt(yield* indexSteps(thread, value));
}

function characterAt(codePoint: Int): string {
  if (typeof codePoint === 'bigint') throw raised('OverflowError', 'Python int too large to convert to C int');
  return characterOf(codePoint);
}

export const conversionFunctions: readonly NativeFunction[] = [
  native('abs', exactly(1), (thread, args) => {
    const number = plainNumber(args[0] as Value);
    if (number === null) return pushSteps(thread, 'abs', absoluteSteps(thread, args[0] as Value));
    return number instanceof PyFloat ? new PyFloat(Math.abs(number.value)) : absoluteInt(number);
  }),
  inBase('bin', 2, '0b'),
  inBase('oct', 8, '0o'),
  inBase('hex', 16, '0x'),
  native('chr', exactly(1), (thread, args) => {
    const int = intOf(args[0]);
    return int === null ? pushSteps(thread, 'chr', characterSteps(thread, args[0] as Value)) : characterAt(int);
  }),
  native('ord', exactly(1), (_thread, args) => ordinal(args[0] as Value)),
  native('divmod', exactly(2), (thread, args) => {
    const x = plainNumber(args[0] as Value);
    const y = plainNumber(args[1] as Value);
    return x === null || y === null
      ? pushSteps(thread, 'divmod', divmodSteps(thread, args[0] as Value, args[1] as Value))
      : divmodOf(x, y);
  }),
  native('pow', named(2, 'base', 'exp', 'mod'), (thread, args) =>
    power(thread, args[0] as Value, args[1] as Value, args[2] ?? null),
  ),
  native('round', named(1, 'number', 'ndigits'), (thread, args) => {
    const number = plainNumber(args[0] as Value);
    const digits = args[1] ?? null;
    if (number !== null && (digits === null || intOf(digits) !== null)) return roundNumber(number, intOf(digits));
    return pushSteps(thread, 'round', roundSteps(thread, args[0] as Value, digits));
  }),
  native('format', between(1, 2), (thread, args) => {
    const spec = textOf(args[1] ?? '');
    if (spec === null)
      throw raised('TypeError', `format() argument 2 must be str, not ${typeOf(args[1] ?? null).title}`);
    return (
      formatQuickly(args[0] as Value, spec) ?? pushSteps(thread, 'format', formatSteps(thread, args[0] as Value, spec))
    );
  }),
  native(
    'repr',
    exactly(1),
    (thread, args) =>
      reprQuickly(thread, args[0] as Value) ?? pushSteps(thread, 'repr', reprSteps(thread, args[0] as Value)),
  ),
  native('ascii', exactly(1), (thread, args) => {
    const quick = reprQuickly(thread, args[0] as Value);
    return quick === undefined ? pushSteps(thread, 'ascii', asciiSteps(thread, args[0] as Value)) : asciiOfRepr(quick);
  }),
  nativeSteps('hash', exactly(1), function* hash(thread, args) {
    return yield* hashSteps(thread, args[0] as Value);
  }),
];

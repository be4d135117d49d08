/** int and bool. Models: Objects/longobject.c, Objects/boolobject.c. */
import { boolType, intType, typeOf } from '../../objects/builtin-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import { PyIntInstance } from '../../objects/value-instances.ts';
import type { Value } from '../../objects/value.ts';
import { reprBytes } from '../../values/bytes/bytes-repr.ts';
import { latinText } from '../../values/bytes/latin-text.ts';
import { formatInt } from '../../values/format/format-value.ts';
import { bitCount, bitLength, invertInt } from '../../values/int/int-bits.ts';
import { byteOrderNamed, intFromBytes, intToBytes } from '../../values/int/int-bytes.ts';
import { negateInt } from '../../values/int/int-arithmetic.ts';
import { floatToInt, intToFloat } from '../../values/int/int-float.ts';
import { intFromText, intToText, invalidIntLiteral, parseInt } from '../../values/int/int-text.ts';
import { powerModulo } from '../../values/int/int-power.ts';
import { absoluteInt } from '../../values/int/int.ts';
import type { Int } from '../../values/int/int.ts';
import { loadSpecial } from '../../vm/attributes.ts';
import { bytesOf, textOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import { iterateAll } from '../../vm/iterate-all.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import { arithmetic } from '../../vm/operators.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { truthQuickly, truthSteps } from '../../vm/truth.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import { anyNumber, attribute, between, classMethod, constructor, exactly, method, nativeSteps } from '../define.ts';
import { divmodOf, roundNumber } from '../conversion-functions.ts';
import { checkCount, classArgument, refuseKeywords } from './argument-count.ts';
import { indexSteps, intArgument, intOf, sizeArgument } from './int-argument.ts';
import { binaryMethods, comparisonMethods, hashMethod, operations } from './operator-methods.ts';

constructor(intType, anyNumber(true), (thread, args, keywords) => {
  const type = classArgument(args, intType);
  const given = args.length - 1 + (keywords?.size ?? 0);
  if (keywords === null) checkCount('int', args, 0, 2);
  if (given > 2) throw raised('TypeError', `int() takes at most 2 arguments (${given} given)`);
  for (const name of keywords?.keys() ?? [])
    if (name !== 'base') throw raised('TypeError', `int() got an unexpected keyword argument '${name}'`);
  const value = args[1];
  const base = args[2] ?? keywords?.get('base');
  if (value === undefined) {
    if (base !== undefined) throw raised('TypeError', 'int() missing string argument');
    return madeInt(type, 0);
  }
  const quick = base === undefined ? intQuickly(value) : undefined;
  return quick === undefined ? pushSteps(thread, 'int', intSteps(thread, type, value, base)) : madeInt(type, quick);
});

function madeInt(type: PyType, value: Int): Value {
  return type === intType ? value : new PyIntInstance(type, value);
}

function intQuickly(value: Value): Int | undefined {
  if (value instanceof PyFloat) return floatToInt(value.value);
  if (typeof value === 'string') return intFromText(value);
  return typeof value === 'object' ? undefined : (intOf(value) ?? undefined);
}

function* intSteps(thread: PyThread, type: PyType, value: Value, base: Value | undefined): NativeSteps {
  if (base !== undefined) return madeInt(type, intFromDigits(value, baseNumber(yield* indexSteps(thread, base)), true));
  for (const name of ['__int__', '__index__', '__trunc__']) {
    const own = loadSpecial(typeOf(value), value, name);
    if (own === undefined) continue;
    const result = intOf(yield* callSteps(thread, own, []));
    if (result === null) throw raised('TypeError', `${name} returned non-int (type ${typeOf(value).title})`);
    return madeInt(type, result);
  }
  return madeInt(type, intFromDigits(value, 10, false));
}

function baseNumber(base: Int): number {
  if (typeof base === 'bigint' || base < 0 || base === 1 || base > 36)
    throw raised('ValueError', 'int() base must be >= 2 and <= 36, or 0');
  return base;
}

function intFromDigits(value: Value, base: number, isBaseGiven: boolean): Int {
  const text = textOf(value);
  if (text !== null) return intFromText(text, base);
  if (value instanceof PyBytes || value instanceof PyByteArray) {
    const bytes = bytesOf(value);
    const int = parseInt(latinText(bytes), base);
    if (int === null) throw invalidIntLiteral(base, reprBytes(bytes));
    return int;
  }
  if (isBaseGiven) throw raised('TypeError', "int() can't convert non-string with explicit base");
  throw raised(
    'TypeError',
    `int() argument must be a string, a bytes-like object or a real number, not '${typeOf(value).title}'`,
  );
}

constructor(boolType, anyNumber(true), (thread, args, keywords) => {
  refuseKeywords('bool', keywords);
  checkCount('bool', args, 0, 1);
  if (args[1] === undefined) return false;
  return truthQuickly(args[1]) ?? pushSteps(thread, 'bool', truthSteps(thread, args[1]));
});

const self = (value: Value | undefined): Int => intOf(value) as Int;

const { add, and, floorDivide, leftShift, multiply, modulo, or, power, rightShift, subtract, trueDivide, xor } =
  operations;
binaryMethods(
  intType,
  [add, and, floorDivide, leftShift, multiply, modulo, or, power, rightShift, subtract, trueDivide, xor],
  (_thread, op, a, b) => {
    if (typeof a === 'boolean' && typeof b === 'boolean') return arithmetic(op, a, b);
    const x = intOf(a);
    const y = intOf(b);
    return x === null || y === null ? undefined : arithmetic(op, x, y);
  },
);
method(intType, '__pow__', between(1, 2), (_thread, args) => {
  const exponent = intOf(args[1]);
  if (exponent === null) return notImplemented;
  if (args[2] === undefined || args[2] === null) return arithmetic(power, self(args[0]), exponent);
  const modulus = intOf(args[2]);
  return modulus === null ? notImplemented : powerModulo(self(args[0]), exponent, modulus);
});
method(intType, '__divmod__', exactly(1), (_thread, args) => {
  const other = intOf(args[1]);
  return other === null ? notImplemented : divmodOf(self(args[0]), other);
});
method(intType, '__rdivmod__', exactly(1), (_thread, args) => {
  const other = intOf(args[1]);
  return other === null ? notImplemented : divmodOf(other, self(args[0]));
});
comparisonMethods(intType);
hashMethod(intType);
method(intType, '__repr__', exactly(0), (_thread, args) => intToText(self(args[0])));
method(boolType, '__repr__', exactly(0), (_thread, args) => (args[0] === true ? 'True' : 'False'));
method(intType, '__format__', exactly(1), (_thread, args) => {
  const spec = textOf(args[1] as Value);
  if (spec === null)
    throw raised('TypeError', `__format__() argument must be str, not ${typeOf(args[1] as Value).title}`);
  return formatInt(self(args[0]), spec, typeOf(args[0] as Value).name);
});
for (const name of ['__int__', '__index__', '__trunc__', '__floor__', '__ceil__', '__pos__', 'conjugate']) {
  method(intType, name, exactly(0), (_thread, args) => self(args[0]));
}
method(intType, '__neg__', exactly(0), (_thread, args) => negateInt(self(args[0])));
method(intType, '__abs__', exactly(0), (_thread, args) => absoluteInt(self(args[0])));
method(intType, '__invert__', exactly(0), (_thread, args) => invertInt(self(args[0])));
method(intType, '__bool__', exactly(0), (_thread, args) => self(args[0]) !== 0);
method(intType, '__float__', exactly(0), (_thread, args) => new PyFloat(intToFloat(self(args[0]))));
method(intType, '__round__', between(0, 1), (_thread, args) =>
  roundNumber(self(args[0]), args[1] === undefined || args[1] === null ? null : intArgument(args[1])),
);
method(intType, '__getnewargs__', exactly(0), (_thread, args) => new PyTuple([self(args[0])]));
method(intType, '__sizeof__', exactly(0), (_thread, args) => 24 + 4 * Math.ceil(bitLength(self(args[0])) / 30));
method(intType, 'bit_length', exactly(0), (_thread, args) => bitLength(self(args[0])));
method(intType, 'bit_count', exactly(0), (_thread, args) => bitCount(self(args[0])));
method(intType, 'is_integer', exactly(0), () => true);
method(intType, 'as_integer_ratio', exactly(0), (_thread, args) => new PyTuple([self(args[0]), 1]));
method(intType, 'to_bytes', { least: 0, most: 2, names: ['length', 'byteorder', 'signed'] }, (_thread, args) => {
  const length = args[1] === undefined ? 1 : sizeArgument(args[1]);
  if (length < 0) throw raised('ValueError', 'length argument must be non-negative');
  return new PyBytes(intToBytes(self(args[0]), length, byteOrderOf(args[2]), truthQuickly(args[3] ?? false) ?? true));
});
classMethod(
  intType,
  nativeSteps(
    'from_bytes',
    { least: 2, most: 3, names: ['', 'bytes', 'byteorder', 'signed'] },
    function* fromBytes(thread, args) {
      const source = args[1] as Value;
      const bytes =
        source instanceof PyBytes || source instanceof PyByteArray
          ? bytesOf(source)
          : yield* bytesOfItems(thread, source);
      const value = intFromBytes(bytes, byteOrderOf(args[2]), truthQuickly(args[3] ?? false) ?? true);
      return args[0] === intType ? value : yield* callSteps(thread, args[0] as Value, [value]);
    },
  ),
);

function byteOrderOf(value: Value | undefined): 'big' | 'little' {
  const name = textOf(value ?? 'big');
  if (name === null)
    throw raised('TypeError', `to_bytes() argument 'byteorder' must be str, not ${typeOf(value ?? null).title}`);
  return byteOrderNamed(name);
}

function* bytesOfItems(thread: PyThread, source: Value): Generator<undefined, Uint8Array, Value> {
  if (textOf(source) !== null) throw raised('TypeError', `cannot convert '${typeOf(source).title}' object to bytes`);
  const items = yield* iterateAll(thread, source, (type) => `cannot convert '${type}' object to bytes`);
  return new Uint8Array(
    items.map((item) => {
      const byte = intArgument(item);
      if (byte < 0 || byte > 255) throw raised('ValueError', 'bytes must be in range(0, 256)');
      return Number(byte);
    }),
  );
}

attribute(intType, 'real', (value) => self(value));
attribute(intType, 'imag', () => 0);
attribute(intType, 'numerator', (value) => self(value));
attribute(intType, 'denominator', () => 1);

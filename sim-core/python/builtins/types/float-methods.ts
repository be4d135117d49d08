/** float. Models: Objects/floatobject.c. */
import { floatType, typeOf } from '../../objects/builtin-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import { PyFloatInstance } from '../../objects/value-instances.ts';
import type { Value } from '../../objects/value.ts';
import { reprBytes } from '../../values/bytes/bytes-repr.ts';
import { latinText } from '../../values/bytes/latin-text.ts';
import { floatFromHex, floatToHex } from '../../values/float/float-hex.ts';
import { floatToRatio } from '../../values/float/float-ratio.ts';
import { floatFromText, invalidFloatLiteral, parseFloatText, reprFloat } from '../../values/float/float-text.ts';
import { formatFloat } from '../../values/format/format-value.ts';
import { floatToInt, intToFloat } from '../../values/int/int-float.ts';
import { loadSpecial } from '../../vm/attributes.ts';
import { bytesOf, numberOf, textOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import { arithmetic } from '../../vm/operators.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { anyNumber, attribute, between, classMethod, constructor, exactly, method, nativeSteps } from '../define.ts';
import { divmodOf, roundNumber } from '../conversion-functions.ts';
import { checkCount, classArgument, refuseKeywords } from './argument-count.ts';
import { intArgument, intOf } from './int-argument.ts';
import { binaryMethods, comparisonMethods, hashMethod, operations } from './operator-methods.ts';

constructor(floatType, anyNumber(true), (thread, args, keywords) => {
  const type = classArgument(args, floatType);
  if (type === floatType) refuseKeywords('float', keywords);
  checkCount('float', args, 0, 1);
  const quick = floatQuickly(args[1] ?? 0);
  return quick === undefined
    ? pushSteps(thread, 'float', floatSteps(thread, type, args[1] as Value))
    : madeFloat(type, quick);
});

function madeFloat(type: PyType, value: number): Value {
  return type === floatType ? new PyFloat(value) : new PyFloatInstance(type, value);
}

function floatQuickly(value: Value): number | undefined {
  if (value instanceof PyFloat) return value.value;
  if (typeof value === 'string') return floatFromText(value);
  const int = typeof value === 'object' ? null : intOf(value);
  return int === null ? undefined : intToFloat(int);
}

function* floatSteps(thread: PyThread, type: PyType, value: Value): NativeSteps {
  const own = loadSpecial(typeOf(value), value, '__float__');
  if (own !== undefined) {
    const result = yield* callSteps(thread, own, []);
    if (!(result instanceof PyFloat) && !(result instanceof PyFloatInstance)) {
      throw raised('TypeError', `${typeOf(value).title}.__float__ returned non-float (type ${typeOf(result).title})`);
    }
    return madeFloat(type, result.value);
  }
  const index = loadSpecial(typeOf(value), value, '__index__');
  if (index !== undefined) return madeFloat(type, intToFloat(intArgument(yield* callSteps(thread, index, []))));
  const text = textOf(value);
  if (text !== null) return madeFloat(type, floatFromText(text));
  if (value instanceof PyBytes || value instanceof PyByteArray) {
    const number = parseFloatText(latinText(bytesOf(value)));
    if (number === null) throw invalidFloatLiteral(reprBytes(bytesOf(value)));
    return madeFloat(type, number);
  }
  throw raised('TypeError', `float() argument must be a string or a real number, not '${typeOf(value).title}'`);
}

const self = (value: Value | undefined): number => (value as PyFloat | PyFloatInstance).value;

const { add, floorDivide, multiply, modulo, power, subtract, trueDivide } = operations;
binaryMethods(floatType, [add, floorDivide, multiply, modulo, power, subtract, trueDivide], (_thread, op, a, b) => {
  const x = numberOf(a);
  const y = numberOf(b);
  return x === null || y === null ? undefined : arithmetic(op, x, y);
});
method(floatType, '__pow__', between(1, 2), (_thread, args) => {
  if (args[2] !== undefined && args[2] !== null)
    throw raised('TypeError', 'pow() 3rd argument not allowed unless all arguments are integers');
  const exponent = numberOf(args[1] as Value);
  return exponent === null ? notImplemented : arithmetic(power, new PyFloat(self(args[0])), exponent);
});
method(floatType, '__divmod__', exactly(1), (_thread, args) => {
  const other = numberOf(args[1] as Value);
  return other === null ? notImplemented : divmodOf(new PyFloat(self(args[0])), other);
});
method(floatType, '__rdivmod__', exactly(1), (_thread, args) => {
  const other = numberOf(args[1] as Value);
  return other === null ? notImplemented : divmodOf(other, new PyFloat(self(args[0])));
});
comparisonMethods(floatType);
hashMethod(floatType);
method(floatType, '__repr__', exactly(0), (_thread, args) => reprFloat(self(args[0])));
method(floatType, '__format__', exactly(1), (_thread, args) => {
  const spec = textOf(args[1] as Value);
  if (spec === null)
    throw raised('TypeError', `__format__() argument must be str, not ${typeOf(args[1] as Value).title}`);
  return formatFloat(self(args[0]), spec, typeOf(args[0] as Value).name);
});
for (const name of ['__float__', '__pos__', 'conjugate'])
  method(floatType, name, exactly(0), (_thread, args) => new PyFloat(self(args[0])));
for (const name of ['__int__', '__trunc__'])
  method(floatType, name, exactly(0), (_thread, args) => floatToInt(self(args[0])));
method(floatType, '__floor__', exactly(0), (_thread, args) => floatToInt(Math.floor(self(args[0]))));
method(floatType, '__ceil__', exactly(0), (_thread, args) => floatToInt(Math.ceil(self(args[0]))));
method(floatType, '__round__', between(0, 1), (_thread, args) =>
  roundNumber(new PyFloat(self(args[0])), args[1] === undefined || args[1] === null ? null : intArgument(args[1])),
);
method(floatType, '__neg__', exactly(0), (_thread, args) => new PyFloat(-self(args[0])));
method(floatType, '__abs__', exactly(0), (_thread, args) => new PyFloat(Math.abs(self(args[0]))));
method(floatType, '__bool__', exactly(0), (_thread, args) => self(args[0]) !== 0);
method(floatType, '__getnewargs__', exactly(0), (_thread, args) => new PyTuple([new PyFloat(self(args[0]))]));
method(floatType, 'is_integer', exactly(0), (_thread, args) => Number.isInteger(self(args[0])));
method(floatType, 'as_integer_ratio', exactly(0), (_thread, args) => new PyTuple([...floatToRatio(self(args[0]))]));
method(floatType, 'hex', exactly(0), (_thread, args) => floatToHex(self(args[0])));
classMethod(
  floatType,
  nativeSteps('fromhex', exactly(2), function* fromHex(thread, args) {
    const text = textOf(args[1] as Value);
    if (text === null) throw raised('TypeError', `bad argument type for built-in operation`);
    const value = new PyFloat(floatFromHex(text));
    return args[0] === floatType ? value : yield* callSteps(thread, args[0] as Value, [value]);
  }),
);
attribute(floatType, 'real', (value) => new PyFloat(self(value)));
attribute(floatType, 'imag', () => new PyFloat(0));

/** `decimal.Decimal`: operators, conversions and methods. Models: Modules/_decimal/_decimal.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyComplex } from '../../objects/py-complex.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import type { Decimal } from '../../values/decimal/decimal.ts';
import { finite, tenTo } from '../../values/decimal/decimal.ts';
import type { Rounding } from '../../values/decimal/decimal-context.ts';
import type { DecimalWork } from '../../values/decimal/decimal-context.ts';
import { roundings } from '../../values/decimal/decimal-context.ts';
import * as arithmetic from '../../values/decimal/decimal-arithmetic.ts';
import { formatDecimal } from '../../values/decimal/decimal-format.ts';
import { power } from '../../values/decimal/decimal-logarithm.ts';
import { rescaled } from '../../values/decimal/decimal-rounding.ts';
import { decimalText } from '../../values/decimal/decimal-text.ts';
import { parseFormatSpec } from '../../values/format/format-spec.ts';
import type { FormatSpec } from '../../values/format/format-spec.ts';
import { normalInt } from '../../values/int/int.ts';
import { ValueFault } from '../../values/value-fault.ts';
import {
  attribute,
  between,
  classMethod,
  constructor,
  exactly,
  method,
  methodSteps,
  named,
  native,
} from '../../builtins/define.ts';
import { loadAttribute } from '../../vm/attributes.ts';
import { numberOf, textOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { plainIndex } from '../native-numbers.ts';
import { contextArgument, decimalContext, DecimalObject, decimalType, worked } from './context-object.ts';
import { anyDecimal, decimalOfFloat, operandOf, requiredOperand } from './decimal-conversion.ts';
import { decimalHash } from './decimal-hash.ts';
import { asObject, binary, operators, plainUnary, signOperators, unary } from './decimal-operations.ts';

const own = (value: Value | undefined): Decimal => (value as DecimalObject).value;
const type = decimalType;

constructor(type, named(0, 'value', 'context'), (thread, args) => {
  const [cls, value, context] = args;
  if (value instanceof DecimalObject && cls === type && value.type === type) return value;
  const made = anyDecimal(thread, contextArgument(thread, context), value === undefined ? 0 : value);
  return new DecimalObject(made, cls as PyType);
});

classMethod(
  type,
  native('from_float', exactly(2), (_thread, args) => {
    const number = numberOf(args[1] as Value);
    if (number === null) throw raised('TypeError', 'argument must be int or float');
    const exact = number instanceof PyFloat ? decimalOfFloat(number.value) : requiredOperand(args[1]);
    return new DecimalObject(exact, args[0] as PyType);
  }),
);

// Operators

const operatorNames = [
  ['add', 'add'],
  ['sub', 'subtract'],
  ['mul', 'multiply'],
  ['truediv', 'divide'],
  ['floordiv', 'divide_int'],
  ['mod', 'remainder'],
] as const;

function operate(
  thread: PyThread,
  left: Value | undefined,
  right: Value | undefined,
  operation: (work: DecimalWork, a: Decimal, b: Decimal) => Value,
): Value {
  const a = operandOf(left ?? null);
  const b = operandOf(right ?? null);
  if (a === undefined || b === undefined) return notImplemented;
  return worked(thread, decimalContext(thread), (work) => operation(work, a, b));
}

function operator(name: string, operation: (work: DecimalWork, a: Decimal, b: Decimal) => Value): void {
  method(type, `__${name}__`, exactly(1), (thread, args) => operate(thread, args[0], args[1], operation));
  method(type, `__r${name}__`, exactly(1), (thread, args) => operate(thread, args[1], args[0], operation));
}

for (const [name, operation] of operatorNames)
  operator(name, (work, a, b) => new DecimalObject((operators[operation] as typeof arithmetic.add)(work, a, b)));
operator(
  'divmod',
  (work, a, b) => new PyTuple(arithmetic.divideModulo(work, a, b).map((part) => new DecimalObject(part))),
);
method(type, '__pow__', between(1, 2), (thread, args) => {
  if (args[2] !== undefined && args[2] !== null) return modularPower(thread, args[0], args[1], args[2]);
  return operate(thread, args[0], args[1], (work, a, b) => new DecimalObject(power(work, a, b)));
});
method(type, '__rpow__', between(1, 2), (thread, args) =>
  operate(thread, args[1], args[0], (work, a, b) => new DecimalObject(power(work, a, b))),
);

/** pow(a, b, modulus): all three whole. */
export function modularPower(thread: PyThread, ...given: (Value | undefined)[]): Value {
  const [a, b, modulus] = given.map((value) => requiredOperand(value)) as [Decimal, Decimal, Decimal];
  return worked(thread, decimalContext(thread), (work) => {
    const areWhole = [a, b, modulus].every((value) => value.isWhole);
    if (!areWhole || b.isNegative || modulus.isZero || (a.isZero && b.isZero)) return new DecimalObject(work.invalid());
    const divisor = wholeOf(modulus);
    let base = ((wholeOf(a) % divisor) + divisor) % divisor;
    let result = 1n % divisor;
    for (let left = wholeOf(b); left > 0n; left >>= 1n) {
      if ((left & 1n) === 1n) result = (result * base) % divisor;
      base = (base * base) % divisor;
    }
    const isNegative = a.isNegative && wholeOf(b) % 2n !== 0n && result !== 0n;
    const magnitude = isNegative ? (divisor < 0n ? -divisor : divisor) - result : result;
    return new DecimalObject(finite(isNegative, magnitude, 0));
  });
}

function wholeOf(value: Decimal): bigint {
  const magnitude = rescaled(value, 0, 'ROUND_DOWN').coefficient;
  return value.isNegative ? -magnitude : magnitude;
}

for (const [name, operation] of [['pos', 'plus'] as const, ['neg', 'minus'] as const, ['abs', 'abs'] as const])
  method(type, `__${name}__`, exactly(0), (thread, args) =>
    worked(
      thread,
      decimalContext(thread),
      (work) =>
        new DecimalObject((signOperators[operation] as (work: DecimalWork, a: Decimal) => Decimal)(work, own(args[0]))),
    ),
  );
method(type, '__bool__', exactly(0), (_thread, args) => !own(args[0]).isZero);

method(type, '__hash__', exactly(0), (thread, args) => {
  const self = own(args[0]);
  if (self.kind === 'signaling') throw raised('TypeError', 'Cannot hash a signaling NaN value');
  return decimalHash(thread, self, args[0] as Value);
});

// Conversions

method(type, '__str__', exactly(0), (thread, args) =>
  decimalText(own(args[0]), false, decimalContext(thread).settings.capitals),
);
method(type, '__repr__', exactly(0), (thread, args) => {
  const text = decimalText(own(args[0]), false, decimalContext(thread).settings.capitals);
  return `Decimal('${text}')`;
});
method(type, '__format__', between(1, 2), (thread, args) => {
  const given = textOf(args[1] as Value);
  if (given === null) throw raised('TypeError', 'format arg must be str');
  return formatDecimal(own(args[0]), specOf(given), decimalContext(thread).settings);
});

function specOf(text: string): FormatSpec {
  const plain = text.replace(/[nN]$/, 'g');
  try {
    const spec = parseFormatSpec(plain, { typeName: 'Decimal', align: '>', type: null });
    if ((spec.type === null || 'eEfFgG%'.includes(spec.type)) && spec.grouping !== '_') return spec;
  } catch (problem) {
    if (!(problem instanceof ValueFault)) throw problem;
  }
  throw raised('ValueError', 'invalid format string');
}

function wholeNumber(self: Decimal, rounding: Rounding): Value {
  if (self.isNan) throw raised('ValueError', 'cannot convert NaN to integer');
  if (self.isInfinite) throw raised('OverflowError', 'cannot convert Infinity to integer');
  const { coefficient, isNegative } = rescaled(self, 0, rounding);
  return normalInt(isNegative ? -coefficient : coefficient);
}

for (const [name, rounding] of [
  ['int', 'ROUND_DOWN'] as const,
  ['trunc', 'ROUND_DOWN'] as const,
  ['floor', 'ROUND_FLOOR'] as const,
  ['ceil', 'ROUND_CEILING'] as const,
])
  method(type, `__${name}__`, exactly(0), (_thread, args) => wholeNumber(own(args[0]), rounding));

method(type, '__round__', between(0, 1), (thread, args) => {
  const self = own(args[0]);
  if (args[1] === undefined || args[1] === null) {
    return wholeNumber(self, 'ROUND_HALF_EVEN');
  }
  const places = plainIndex(args[1]);
  return worked(thread, decimalContext(thread), (work) =>
    asObject(arithmetic.quantize(work, self, finite(false, 1n, -places), null)),
  );
});

function floatValue(self: Decimal): PyFloat {
  if (self.kind === 'signaling') throw raised('ValueError', 'cannot convert signaling NaN to float');
  if (self.isNan) return new PyFloat(Number.NaN);
  return new PyFloat(Number(decimalText(self, false, 1)));
}

method(type, '__float__', exactly(0), (_thread, args) => floatValue(own(args[0])));
method(type, '__complex__', exactly(0), (_thread, args) => new PyComplex(floatValue(own(args[0])).value, 0));
method(type, '__copy__', exactly(0), (_thread, args) => args[0] as Value);
method(type, '__deepcopy__', exactly(1), (_thread, args) => args[0] as Value);
method(type, '__reduce__', exactly(0), (thread, args) => {
  const text = decimalText(own(args[0]), false, decimalContext(thread).settings.capitals);
  return new PyTuple([typeOf(args[0] as Value), new PyTuple([text])]);
});
attribute(type, 'real', (self) => self);
attribute(type, 'imag', () => new DecimalObject(finite(false, 0n, 0)));
method(type, 'conjugate', exactly(0), (_thread, args) => args[0] as Value);
method(type, 'radix', exactly(0), () => new DecimalObject(finite(false, 10n, 0)));
method(type, 'adjusted', exactly(0), (_thread, args) => {
  const self = own(args[0]);
  return self.isFinite ? self.adjusted : 0;
});
method(type, 'as_integer_ratio', exactly(0), (_thread, args) => {
  const self = own(args[0]);
  if (self.isNan) throw raised('ValueError', 'cannot convert NaN to integer ratio');
  if (self.isInfinite) throw raised('OverflowError', 'cannot convert Infinity to integer ratio');
  const sign = self.isNegative ? -1n : 1n;
  if (self.exponent >= 0) return new PyTuple([normalInt(sign * self.coefficient * tenTo(self.exponent)), 1]);
  const denominator = tenTo(-self.exponent);
  const common = greatestDivisor(self.coefficient, denominator);
  return new PyTuple([normalInt((sign * self.coefficient) / common), normalInt(denominator / common)]);
});

function greatestDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestDivisor(b, a % b);
}

methodSteps(type, 'as_tuple', exactly(0), function* asTuple(thread, args) {
  const self = own(args[0]);
  const digits = self.coefficient.toString();
  const listed = self.isNan && self.coefficient === 0n ? [] : Array.from(digits, Number);
  const exponent = self.isFinite ? self.exponent : self.isInfinite ? 'F' : self.kind === 'quiet' ? 'n' : 'N';
  const module = thread.interpreter.modules.getText('decimal') as Value;
  const found = loadAttribute(thread, module, 'DecimalTuple');
  const tupleType: Value = found === undefined ? yield : found;
  return yield* callSteps(thread, tupleType, [Number(self.isNegative), new PyTuple(listed), exponent]);
});

// Methods

for (const [name, operation] of Object.entries(plainUnary))
  method(type, name, exactly(0), (_thread, args) => asObject(operation(own(args[0]))));
for (const [name, operation] of Object.entries(unary))
  method(type, name, named(0, 'context'), (thread, args) =>
    worked(thread, contextArgument(thread, args[1]), (work) => asObject(operation(work, own(args[0])))),
  );
for (const [name, operation] of Object.entries(binary))
  method(type, name, named(1, 'other', 'context'), (thread, args) => {
    const other = requiredOperand(args[1]);
    return worked(thread, contextArgument(thread, args[2]), (work) => asObject(operation(work, own(args[0]), other)));
  });
method(type, 'fma', named(2, 'other', 'third', 'context'), (thread, args) => {
  const [second, third] = [requiredOperand(args[1]), requiredOperand(args[2])];
  return worked(thread, contextArgument(thread, args[3]), (work) =>
    asObject(arithmetic.fusedMultiplyAdd(work, own(args[0]), second, third)),
  );
});

/** The `rounding` argument. */
export function roundingArgument(value: Value | undefined): Rounding | null {
  if (value === undefined || value === null) return null;
  const found = roundings.find((name) => name === textOf(value));
  if (found === undefined) throw roundingError();
  return found;
}

export function roundingError(): unknown {
  return raised(
    'TypeError',
    `valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]`,
  );
}

method(type, 'quantize', named(1, 'exp', 'rounding', 'context'), (thread, args) => {
  const pattern = requiredOperand(args[1]);
  const rounding = roundingArgument(args[2]);
  return worked(thread, contextArgument(thread, args[3]), (work) =>
    asObject(arithmetic.quantize(work, own(args[0]), pattern, rounding)),
  );
});
for (const [name, signals] of [
  ['to_integral', false] as const,
  ['to_integral_value', false] as const,
  ['to_integral_exact', true] as const,
])
  method(type, name, named(0, 'rounding', 'context'), (thread, args) => {
    const rounding = roundingArgument(args[1]);
    return worked(thread, contextArgument(thread, args[2]), (work) =>
      asObject(arithmetic.toWhole(work, own(args[0]), rounding ?? work.settings.rounding, signals)),
    );
  });

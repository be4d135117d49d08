/** Comparisons of decimals with each other and with other numbers. Models: dec_richcompare in Modules/_decimal/_decimal.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyComplex } from '../../objects/py-complex.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import type { Value } from '../../objects/value.ts';
import type { Decimal } from '../../values/decimal/decimal.ts';
import { finite } from '../../values/decimal/decimal.ts';
import { signalBits } from '../../values/decimal/decimal-context.ts';
import { compareValues } from '../../values/decimal/decimal-order.ts';
import { exactly, methodSteps } from '../../builtins/define.ts';
import { loadAttribute } from '../../vm/attributes.ts';
import { numberOf } from '../../vm/compare.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { decimalContext, decimalType } from './context-object.ts';
import type { DecimalObject } from './context-object.ts';
import { decimalOfFloat, operandOf, requiredOperand } from './decimal-conversion.ts';

/** The other side of a comparison: floats and complex numbers take part as they are; undefined if it cannot. */
function* comparable(thread: PyThread, self: Decimal, other: Value, isEquality: boolean): Compared {
  const number = numberOf(other);
  if (number instanceof PyFloat) {
    const context = decimalContext(thread);
    if (isEquality) context.status |= signalBits.floatOperation;
    else context.accept(signalBits.floatOperation);
    return [self, decimalOfFloat(number.value)];
  }
  const operand = operandOf(other);
  if (operand !== undefined) return [self, operand];
  if (other instanceof PyComplex && isEquality)
    return other.imag === 0 ? [self, decimalOfFloat(other.real)] : undefined;
  if (!typeOf(other).mro.some((base) => base.name === 'Rational')) return undefined;
  const parts: Decimal[] = [];
  for (const name of ['numerator', 'denominator']) {
    const found = loadAttribute(thread, other, name);
    parts.push(requiredOperand(found === undefined ? yield : found));
  }
  const [numerator, denominator] = parts as [Decimal, Decimal];
  if (!self.isFinite) return [self, numerator];
  return [finite(self.isNegative, self.coefficient * denominator.coefficient, self.exponent), numerator];
}

type Compared = Generator<undefined, readonly [Decimal, Decimal] | undefined, Value>;

const comparisons: readonly (readonly [string, (order: number) => boolean])[] = [
  ['lt', (order) => order < 0],
  ['le', (order) => order <= 0],
  ['eq', (order) => order === 0],
  ['ne', (order) => order !== 0],
  ['gt', (order) => order > 0],
  ['ge', (order) => order >= 0],
];

for (const [name, test] of comparisons) {
  const isEquality = name === 'eq' || name === 'ne';
  methodSteps(decimalType, `__${name}__`, exactly(1), function* compareTo(thread, args) {
    const pair = yield* comparable(thread, (args[0] as DecimalObject).value, args[1] as Value, isEquality);
    if (pair === undefined) return notImplemented;
    const [a, b] = pair;
    if (!a.isNan && !b.isNan) return test(compareValues(a, b));
    const isSignaling = a.kind === 'signaling' || b.kind === 'signaling';
    if (isSignaling || !isEquality) decimalContext(thread).accept(signalBits.invalidOperation);
    return name === 'ne';
  });
}

/** What becomes a Decimal: numbers, texts, tuples. The texts are those of Modules/_decimal/_decimal.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { Decimal, decimalOfInt, finite, infinity, nan } from '../../values/decimal/decimal.ts';
import { signalBits } from '../../values/decimal/decimal-context.ts';
import { finalized } from '../../values/decimal/decimal-rounding.ts';
import { parseDecimal } from '../../values/decimal/decimal-text.ts';
import { floatParts } from '../../values/float/float-bits.ts';
import { numberOf, textOf } from '../../vm/compare.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import type { ContextObject } from './context-object.ts';
import { DecimalObject, worked } from './context-object.ts';

/** The exact value of a float. */
export function decimalOfFloat(value: number): Decimal {
  if (Number.isNaN(value)) return nan;
  if (!Number.isFinite(value)) return infinity(value < 0);
  const { isNegative, mantissa, exponent } = exactParts(value);
  if (exponent >= 0) return finite(isNegative, mantissa << BigInt(exponent), 0);
  return finite(isNegative, mantissa * 5n ** BigInt(-exponent), exponent);
}

function exactParts(value: number): { isNegative: boolean; mantissa: bigint; exponent: number } {
  const parts = floatParts(value);
  let { mantissa, exponent } = parts;
  // As few digits as it takes.
  while (mantissa !== 0n && exponent < 0 && mantissa % 2n === 0n) {
    mantissa /= 2n;
    exponent += 1;
  }
  if (mantissa === 0n) exponent = 0;
  return { isNegative: parts.negative, mantissa, exponent };
}

/** An operand: a Decimal or an int; undefined for anything else. */
export function operandOf(value: Value): Decimal | undefined {
  if (value instanceof DecimalObject) return value.value;
  const number = numberOf(value);
  return number === null || number instanceof PyFloat ? undefined : decimalOfInt(number);
}

export function requiredOperand(value: Value | undefined): Decimal {
  const operand = operandOf(value ?? null);
  if (operand === undefined)
    throw raised('TypeError', `conversion from ${typeOf(value ?? null).title} to Decimal is not supported`);
  return operand;
}

/** A value of any kind that Decimal() takes, not rounded. */
export function anyDecimal(thread: PyThread, context: ContextObject, value: Value): Decimal {
  if (value instanceof DecimalObject) return value.value;
  const text = textOf(value);
  if (text !== null) return ofText(thread, context, text);
  const number = numberOf(value);
  if (number instanceof PyFloat) {
    context.accept(signalBits.floatOperation);
    return decimalOfFloat(number.value);
  }
  if (number !== null) return decimalOfInt(number);
  if (value instanceof PyTuple || value instanceof PyList) return ofTuple(value.items);
  throw raised('TypeError', `conversion from ${typeOf(value).title} to Decimal is not supported`);
}

function ofText(thread: PyThread, context: ContextObject, text: string): Decimal {
  const plain = text.replace(/^\s+|\s+$/gu, '').replaceAll('_', '');
  const parsed = parseDecimal(plain);
  return worked(thread, context, (work) => {
    if (parsed === undefined) return work.invalid(signalBits.conversionSyntax);
    const isPossible = !parsed.isFinite || (Math.abs(parsed.adjusted) < 1e18 && Math.abs(parsed.exponent) < 2e18);
    return isPossible ? parsed : work.invalid();
  });
}

function ofTuple(items: readonly Value[]): Decimal {
  if (items.length !== 3) throw raised('ValueError', 'argument must be a sequence of length 3');
  const [sign, digits, exponent] = items as [Value, Value, Value];
  const signNumber = typeof sign === 'boolean' ? Number(sign) : sign;
  if (signNumber !== 0 && signNumber !== 1) throw raised('ValueError', 'sign must be an integer with the value 0 or 1');
  const special = textOf(exponent);
  if (special === 'F') return infinity(signNumber === 1);
  if (special !== null && special !== 'n' && special !== 'N')
    throw raised('ValueError', "string argument in the third position must be 'F', 'n' or 'N'");
  if (special === null && typeof exponent !== 'number') throw raised('ValueError', 'exponent must be an integer');
  const list = digits instanceof PyTuple || digits instanceof PyList ? digits.items : undefined;
  if (list === undefined || list.some((digit) => typeof digit !== 'number' || digit < 0 || digit > 9))
    throw raised('ValueError', 'coefficient must be a tuple of digits');
  const coefficient = BigInt(`0${list.join('')}`);
  if (special === null) return finite(signNumber === 1, coefficient, exponent as number);
  return new Decimal(special === 'n' ? 'quiet' : 'signaling', signNumber === 1, coefficient, 0);
}

/** Context.create_decimal: rounded to the context. */
export function createDecimal(thread: PyThread, context: ContextObject, value: Value): Decimal {
  const exact = anyDecimal(thread, context, value);
  return worked(thread, context, (work) => {
    const isTooLong = exact.isNan && exact.digitCount > work.precision - work.settings.clamp;
    return isTooLong ? work.invalid(signalBits.conversionSyntax) : finalized(work, exact);
  });
}

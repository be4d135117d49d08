/** Division of Python floats (CPython: float_div, float_rem, _float_div_mod in Objects/floatobject.c). */
import { ValueFault } from '../value-fault.ts';
import { hasSignBit } from './float-bits.ts';

export function divideFloats(a: number, b: number): number {
  if (b === 0) throw new ValueFault('ZeroDivisionError', 'float division by zero');
  return a / b;
}

/** `a % b`: has the sign of the divisor. */
export function moduloFloats(a: number, b: number): number {
  if (b === 0) throw new ValueFault('ZeroDivisionError', 'float modulo by zero');
  const remainder = a % b;
  if (remainder === 0) return hasSignBit(b) ? -0 : 0;
  return b < 0 !== remainder < 0 ? remainder + b : remainder;
}

export function floorDivideFloats(a: number, b: number): number {
  if (b === 0) throw new ValueFault('ZeroDivisionError', 'float floor division by zero');
  return quotientAndRemainder(a, b)[0];
}

export function divmodFloats(a: number, b: number): readonly [number, number] {
  if (b === 0) throw new ValueFault('ZeroDivisionError', 'float divmod()');
  return quotientAndRemainder(a, b);
}

function quotientAndRemainder(a: number, b: number): readonly [number, number] {
  let remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0) {
    if (b < 0 !== remainder < 0) {
      remainder += b;
      quotient -= 1;
    }
  } else {
    remainder = hasSignBit(b) ? -0 : 0;
  }
  if (quotient === 0) return [hasSignBit(a / b) ? -0 : 0, remainder];
  const floor = Math.floor(quotient);
  return [quotient - floor > 0.5 ? floor + 1 : floor, remainder];
}

/**
 * `x ** y` of floats and `math.pow`, correctly rounded but in one case of 2^30.
 * Models: CPython 3.13, float_pow in Objects/floatobject.c and math_pow_impl in Modules/mathmodule.c, over glibc's pow.
 */
import { hasSignBit } from '../float/float-bits.ts';
import { ValueFault } from '../value-fault.ts';
import { ddMultiplyFloat, ddOf } from './double-double.ts';
import { roundedExponential } from './exponential.ts';
import { ddLogarithm } from './logarithm.ts';
import { domainError, rangeError } from './math-fault.ts';

/** What `x ** y` gives: null stands for the complex power of a negative number, which is the caller's. */
export function powerFloats(x: number, y: number): number | null {
  if (x === 0 && y < 0 && y !== -Infinity) {
    throw new ValueFault('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  }
  if (x < 0 && Number.isFinite(x) && Number.isFinite(y) && !Number.isInteger(y)) return null;
  const result = realPower(x, y);
  if (Math.abs(result) === Infinity && Number.isFinite(x) && Number.isFinite(y)) {
    throw new ValueFault('OverflowError', "(34, 'Numerical result out of range')", {
      args: [34, 'Numerical result out of range'],
    });
  }
  return result;
}

/** `math.pow(x, y)`. */
export function mathPower(x: number, y: number): number {
  const isFinite = Number.isFinite(x) && Number.isFinite(y);
  if (isFinite && ((x === 0 && y < 0) || (x < 0 && !Number.isInteger(y)))) throw domainError();
  const result = realPower(x, y);
  if (isFinite && Math.abs(result) === Infinity) throw rangeError();
  return result;
}

/** C's pow, where it has a real value. */
function realPower(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const isOdd = Number.isInteger(y) && Math.abs(y % 2) === 1;
  const magnitude = magnitudePower(Math.abs(x), y);
  return isOdd && hasSignBit(x) ? -magnitude : magnitude;
}

function magnitudePower(x: number, y: number): number {
  if (y === Infinity || y === -Infinity) {
    if (x === 1) return 1;
    return x > 1 === y > 0 ? Infinity : 0;
  }
  if (x === 0 || x === Infinity) return (x === 0) === y > 0 ? 0 : Infinity;
  if (x === 1) return 1;
  if (y === 1) return x;
  if (y === 2) return x * x;
  if (y === 0.5) return Math.sqrt(x);
  if (y === -1) return 1 / x;
  const logarithm = ddLogarithm(ddOf(x));
  const estimate = logarithm.hi * y;
  if (estimate > 800) return Infinity;
  if (estimate < -800) return 0;
  return roundedExponential(ddMultiplyFloat(logarithm, y));
}

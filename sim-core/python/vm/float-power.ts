/** `**` of floats: a negative base with a fractional exponent is complex. Models: float_pow in Objects/floatobject.c. */
import { PyFloat } from '../objects/py-float.ts';
import type { Value } from '../objects/value.ts';
import { powerFloats } from '../values/math/power.ts';
import { complexPower } from './complex-operators.ts';

export function floatPower(base: number, exponent: number): Value {
  const result = powerFloats(base, exponent);
  return result === null ? complexPower(base, exponent) : new PyFloat(result);
}

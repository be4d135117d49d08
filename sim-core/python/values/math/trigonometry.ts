/**
 * `math.sin`, `cos` and `tan`, correctly rounded for every float.
 * Models: CPython 3.13 over glibc, whose own results are off by up to 0.55 units in the last place (tan: 0.62).
 */
import { reduceAngle } from './angle-reduction.ts';
import { ddDivide, ddMultiply, ddNegate, ddOf, ddPolynomial, type DoubleDouble } from './double-double.ts';
import { domainError } from './math-fault.ts';

/** (-1)^k / (first + 2k)!, for the series of sine (1) and cosine (0) in powers of x². */
function alternatingFactorials(first: number, count: number): readonly DoubleDouble[] {
  const values = [ddOf(1)];
  for (let k = 1; k < count; k++) {
    const factor = (2 * k + first) * (2 * k + first - 1);
    values.push(ddNegate(ddDivide(values[k - 1] as DoubleDouble, ddOf(factor))));
  }
  return values;
}

const sineCoefficients = alternatingFactorials(1, 15);
const cosineCoefficients = alternatingFactorials(0, 15);

/** Sine and cosine of an angle between -π/4 and π/4. */
export interface SineAndCosine {
  readonly sine: DoubleDouble;
  readonly cosine: DoubleDouble;
}

export function ddSineAndCosine(angle: DoubleDouble): SineAndCosine {
  const square = ddMultiply(angle, angle);
  const sine = ddMultiply(angle, ddPolynomial(sineCoefficients, square, 9));
  return { sine, cosine: ddPolynomial(cosineCoefficients, square, 10) };
}

/** Sine and cosine of any finite angle. */
function sineAndCosine(angle: number): SineAndCosine {
  const { quarter, rest } = reduceAngle(angle);
  const { sine, cosine } = ddSineAndCosine(rest);
  if (quarter === 0) return { sine, cosine };
  if (quarter === 1) return { sine: cosine, cosine: ddNegate(sine) };
  if (quarter === 2) return { sine: ddNegate(sine), cosine: ddNegate(cosine) };
  return { sine: ddNegate(cosine), cosine: sine };
}

function checkAngle(angle: number): void {
  if (angle === Infinity || angle === -Infinity) throw domainError();
}

/** `math.sin(angle)`. */
export function sine(angle: number): number {
  checkAngle(angle);
  return isTiny(angle) ? angle : sineAndCosine(angle).sine.hi;
}

/** `math.cos(angle)`. */
export function cosine(angle: number): number {
  checkAngle(angle);
  return Number.isNaN(angle) ? angle : sineAndCosine(angle).cosine.hi;
}

/** `math.tan(angle)`. */
export function tangent(angle: number): number {
  checkAngle(angle);
  if (isTiny(angle)) return angle;
  const both = sineAndCosine(angle);
  return ddDivide(both.sine, both.cosine).hi;
}

/** Where sine and tangent give the angle itself, or nan. */
function isTiny(angle: number): boolean {
  return Number.isNaN(angle) || Math.abs(angle) < 1e-100;
}

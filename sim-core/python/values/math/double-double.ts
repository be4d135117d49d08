/**
 * Numbers of about 106 bits, each held as the sum of two floats that do not overlap.
 * Only + - * / and the square root are used, which every JavaScript engine rounds alike; the algorithms are those of
 * T. J. Dekker, "A floating-point technique for extending the available precision" (1971).
 * Leaves out: magnitudes beyond 2^960, which the callers scale away.
 */

/** The number is `hi + lo`, and `hi` is the float nearest to it. */
export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
}

export function ddOf(value: number): DoubleDouble {
  return { hi: value, lo: 0 };
}

/** The sum of two floats, exactly. */
export function exactSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  const rest = hi - a;
  return { hi, lo: a - (hi - rest) + (b - rest) };
}

/** The same where the first magnitude is not below the second. */
function fastSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  return { hi, lo: b - (hi - a) };
}

const splitter = 134217729;

/** The product of two floats, exactly. */
export function exactProduct(a: number, b: number): DoubleDouble {
  const hi = a * b;
  const wideA = splitter * a;
  const highA = wideA - (wideA - a);
  const lowA = a - highA;
  const wideB = splitter * b;
  const highB = wideB - (wideB - b);
  const lowB = b - highB;
  return { hi, lo: highA * highB - hi + highA * lowB + lowA * highB + lowA * lowB };
}

export function ddAdd(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = exactSum(a.hi, b.hi);
  const low = exactSum(a.lo, b.lo);
  const middle = fastSum(high.hi, high.lo + low.hi);
  return fastSum(middle.hi, middle.lo + low.lo);
}

export function ddAddFloat(a: DoubleDouble, b: number): DoubleDouble {
  const high = exactSum(a.hi, b);
  return fastSum(high.hi, high.lo + a.lo);
}

export function ddNegate(a: DoubleDouble): DoubleDouble {
  return { hi: -a.hi, lo: -a.lo };
}

export function ddSubtract(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return ddAdd(a, ddNegate(b));
}

export function ddMultiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = exactProduct(a.hi, b.hi);
  return fastSum(product.hi, product.lo + (a.hi * b.lo + a.lo * b.hi));
}

export function ddMultiplyFloat(a: DoubleDouble, b: number): DoubleDouble {
  const product = exactProduct(a.hi, b);
  return fastSum(product.hi, product.lo + a.lo * b);
}

/** Multiplies by a power of two, which changes no digit. */
export function ddScale(a: DoubleDouble, power: number): DoubleDouble {
  return { hi: a.hi * power, lo: a.lo * power };
}

export function ddDivide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.hi / b.hi;
  const rest = ddSubtract(a, ddMultiplyFloat(b, first));
  const second = rest.hi / b.hi;
  const last = ddSubtract(rest, ddMultiplyFloat(b, second));
  return ddAddFloat(fastSum(first, second), last.hi / b.hi);
}

/** The square root of a number above 0. */
export function ddSquareRoot(a: DoubleDouble): DoubleDouble {
  const first = Math.sqrt(a.hi);
  if (first === 0) return ddOf(0);
  const rest = ddSubtract(a, exactProduct(first, first));
  const root = fastSum(first, rest.hi / (2 * first));
  const last = ddSubtract(a, ddMultiply(root, root));
  return ddAddFloat(root, last.hi / (2 * first));
}

/**
 * The value of `coefficients[0] + coefficients[1] x + …`. The terms from `floatFrom` on are so small beside the first
 * that floats are precise enough for them.
 */
export function ddPolynomial(coefficients: readonly DoubleDouble[], x: DoubleDouble, floatFrom: number): DoubleDouble {
  let tail = 0;
  for (let index = coefficients.length - 1; index >= floatFrom; index--) {
    tail = tail * x.hi + (coefficients[index] as DoubleDouble).hi;
  }
  // The steps of ddMultiply and ddAdd, without an object for each: most of the time of every function goes here.
  const wideX = splitter * x.hi;
  const highX = wideX - (wideX - x.hi);
  const lowX = x.hi - highX;
  let hi = tail;
  let lo = 0;
  for (let index = Math.min(floatFrom, coefficients.length) - 1; index >= 0; index--) {
    const coefficient = coefficients[index] as DoubleDouble;
    const product = hi * x.hi;
    const wide = splitter * hi;
    const high = wide - (wide - hi);
    const low = hi - high;
    const error = high * highX - product + high * lowX + low * highX + low * lowX;
    const rest = error + (hi * x.lo + lo * x.hi);
    const sum = product + coefficient.hi;
    const shift = sum - product;
    const lost = product - (sum - shift) + (coefficient.hi - shift);
    const tailSum = lost + (rest + coefficient.lo);
    hi = sum + tailSum;
    lo = tailSum - (hi - sum);
  }
  return { hi, lo };
}

/** The quotient of two floats. */
export function ddRatio(a: number, b: number): DoubleDouble {
  return ddDivide(ddOf(a), ddOf(b));
}

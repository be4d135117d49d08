/** Arithmetic whose operands and result are small enough to need no check beyond these; undefined where they are not. */
import { PyFloat } from '../objects/py-float.ts';

const maxInt = Number.MAX_SAFE_INTEGER;
const max32 = 0xffffffff;

/** BINARY_OP's argument (13 and above: in place) on two ints that are safe integers. */
export function operateOnInts(arg: number, a: number, b: number): number | undefined {
  switch (arg) {
    case 5:
    case 18:
      return product(a, b);
    case 2:
    case 15:
      return quotient(a, b);
    case 6:
    case 19:
      return remainder(a, b);
    default:
      return (a | 0) === a && (b | 0) === b ? bitwise(arg % 13, a, b) : undefined;
  }
}

function product(a: number, b: number): number | undefined {
  const result = a * b;
  if (result > maxInt || result < -maxInt) return undefined;
  return result === 0 ? 0 : result;
}

/** The quotient of larger numbers could be rounded. */
function quotient(a: number, b: number): number | undefined {
  if (b === 0 || a > max32 || a < -max32 || b > max32 || b < -max32) return undefined;
  const result = Math.floor(a / b);
  return result === 0 ? 0 : result;
}

function remainder(a: number, b: number): number | undefined {
  if (b <= 0) return undefined;
  const result = a % b;
  return result < 0 ? result + b : result === 0 ? 0 : result;
}

function bitwise(op: number, a: number, b: number): number | undefined {
  if (op === 1) return a & b;
  if (op === 7) return a | b;
  if (op === 12) return a ^ b;
  if (op === 9) return b >= 0 && b < 32 ? a >> b : undefined;
  return op === 3 && b >= 0 && b < 21 ? a * (1 << b) : undefined;
}

/** Sums, differences and products of floats. */
export function operateOnFloats(arg: number, a: number, b: number): PyFloat | undefined {
  switch (arg) {
    case 0:
    case 13:
      return new PyFloat(a + b);
    case 10:
    case 23:
      return new PyFloat(a - b);
    case 5:
    case 18:
      return new PyFloat(a * b);
    default:
      return undefined;
  }
}

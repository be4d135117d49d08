/** Takes an angle to the nearest multiple of a quarter turn. */
import { floatParts } from '../float/float-bits.ts';
import { bitLength } from '../int/int-bits.ts';
import { roundBitsHalfEven, scaleByPowerOfTwo } from '../int/int-division.ts';
import { ddAdd, ddMultiply, ddOf, exactProduct, exactSum, type DoubleDouble } from './double-double.ts';

export const halfPi: DoubleDouble = { hi: 1.5707963267948966, lo: 6.123233995736766e-17 };
export const pi: DoubleDouble = { hi: 3.141592653589793, lo: 1.2246467991473532e-16 };

/** π/2 in parts of 33 bits, so that a number of quarters below 2^20 times each is exact. */
const parts = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.478427660348229e-32];
const lastPart = 2.0670321098263988e-43;

/** 2/π as an integer of 2^-1216: enough for the largest float. */
const twoOverPi = BigInt(
  '0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73ee8' +
    '8235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f463f' +
    '669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b6bab',
);
const twoOverPiBits = 1216;

/** The angle less `quarter` quarter turns (modulo 4): between -π/4 and π/4. */
export interface ReducedAngle {
  readonly quarter: number;
  readonly rest: DoubleDouble;
}

export function reduceAngle(angle: number): ReducedAngle {
  const magnitude = Math.abs(angle);
  if (magnitude <= 0.7853981633974483) return { quarter: 0, rest: ddOf(angle) };
  const { quarter, rest } = magnitude < 1_000_000 ? reduceByParts(magnitude) : reduceExactly(magnitude);
  if (angle > 0) return { quarter: quarter & 3, rest };
  return { quarter: -quarter & 3, rest: { hi: -rest.hi, lo: -rest.lo } };
}

function reduceByParts(angle: number): ReducedAngle {
  const quarter = Math.floor(angle * 0.6366197723675814 + 0.5);
  let rest = ddOf(angle);
  for (const part of parts) rest = ddAdd(rest, ddOf(-quarter * part));
  return { quarter, rest: ddAdd(rest, exactProduct(-quarter, lastPart)) };
}

/** M. Payne and R. Hanek's method, with the unbounded integers of JavaScript. */
function reduceExactly(angle: number): ReducedAngle {
  const { mantissa, exponent } = floatParts(angle);
  const product =
    exponent >= 0 ? (mantissa * twoOverPi) << BigInt(exponent) : (mantissa * twoOverPi) >> BigInt(-exponent);
  const quarters = roundBitsHalfEven(product, twoOverPiBits);
  const fraction = product - (quarters << BigInt(twoOverPiBits));
  return { quarter: Number(quarters & 3n), rest: ddMultiply(toDoubleDouble(fraction, -twoOverPiBits), halfPi) };
}

/** `value * 2**power`, cut to the bits that a double-double holds. */
function toDoubleDouble(value: bigint, power: number): DoubleDouble {
  const dropped = Math.max(bitLength(value) - 106, 0);
  const kept = value >> BigInt(dropped);
  const high = Number(kept);
  const low = Number(kept - BigInt(high));
  const scale = (part: number): number => scaleByPowerOfTwo(part, power + dropped);
  return exactSum(scale(high), scale(low));
}

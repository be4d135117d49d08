import { bitLength } from '../int/int-bits.ts';
import { roundBitsHalfEven, scaleByPowerOfTwo } from '../int/int-division.ts';

/** The float nearest to `mantissa * 2**power`, ties to even; Infinity beyond the floats. The mantissa is 0 or more. */
export function nearestFloat(mantissa: bigint, power: number): number {
  if (mantissa === 0n) return 0;
  const top = bitLength(mantissa) + power;
  if (top > 1024) return Infinity;
  if (top < -1075) return 0;
  const dropped = Math.max(bitLength(mantissa) - 53, -1074 - power);
  const rounded = dropped > 0 ? roundBitsHalfEven(mantissa, dropped) : mantissa;
  return scaleByPowerOfTwo(Number(rounded), dropped > 0 ? power + dropped : power);
}

/** A float taken apart into its binary parts, exactly. */

/** `mantissa * 2**exponent` with an integral mantissa below 2^53; sign apart. */
export interface FloatParts {
  readonly negative: boolean;
  readonly mantissa: bigint;
  readonly exponent: number;
}

const bits = new DataView(new ArrayBuffer(8));

export function floatParts(value: number): FloatParts {
  bits.setFloat64(0, value);
  const high = bits.getUint32(0);
  const biased = (high >>> 20) & 0x7ff;
  const fraction = BigInt.asUintN(52, bits.getBigUint64(0));
  return {
    negative: high >>> 31 === 1,
    mantissa: biased === 0 ? fraction : fraction | (1n << 52n),
    exponent: Math.max(biased, 1) - 1075,
  };
}

/** Whether the sign bit is set, also of -0.0 and nan. */
export function hasSignBit(value: number): boolean {
  bits.setFloat64(0, value);
  return bits.getUint32(0) >>> 31 === 1;
}

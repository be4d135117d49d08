/** `float.hex` and `float.fromhex`. */
import { bitLength } from '../int/int-bits.ts';
import { roundBitsHalfEven, scaleByPowerOfTwo } from '../int/int-division.ts';
import { ValueFault } from '../value-fault.ts';
import { floatParts } from './float-bits.ts';
import { reprFloat } from './float-text.ts';

export function floatToHex(value: number): string {
  if (!Number.isFinite(value)) return reprFloat(value);
  const { negative, mantissa, exponent } = floatParts(value);
  const sign = negative ? '-' : '';
  if (mantissa === 0n) return `${sign}0x0.0p+0`;
  const fraction = BigInt.asUintN(52, mantissa).toString(16).padStart(13, '0');
  const power = exponent + 52;
  return `${sign}0x${mantissa >> 52n}.${fraction}p${power < 0 ? '' : '+'}${power}`;
}

const hexSyntax = /^([+-]?)(?:0x)?([\da-f]*)(?:\.([\da-f]*))?(?:p([+-]?\d+))?$/i;
const wordSyntax = /^([+-]?)(?:(inf|infinity)|nan)$/i;

export function floatFromHex(text: string): number {
  const stripped = text.replace(/^[\t-\r ]+/, '').replace(/[\t-\r ]+$/, '');
  const word = wordSyntax.exec(stripped);
  if (word !== null) return word[2] === undefined ? Number.NaN : word[1] === '-' ? -Infinity : Infinity;
  const match = hexSyntax.exec(stripped);
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (match === null || whole.length + fraction.length === 0) {
    throw new ValueFault('ValueError', 'invalid hexadecimal floating-point string');
  }
  const power = Number(match[4] ?? '0') - 4 * fraction.length;
  const magnitude = nearestFloat(BigInt(`0x${whole}${fraction}`), power);
  return match[1] === '-' ? -magnitude : magnitude;
}

/** `mantissa * 2**power`, ties to even. */
function nearestFloat(mantissa: bigint, power: number): number {
  if (mantissa === 0n) return 0;
  const top = bitLength(mantissa) + power;
  if (top > 1024) throw hexOverflow();
  if (top < -1075) return 0;
  const dropped = Math.max(bitLength(mantissa) - 53, -1074 - power);
  const rounded = dropped > 0 ? roundBitsHalfEven(mantissa, dropped) : mantissa;
  const value = scaleByPowerOfTwo(Number(rounded), dropped > 0 ? power + dropped : power);
  if (value === Infinity) throw hexOverflow();
  return value;
}

function hexOverflow(): ValueFault {
  return new ValueFault('OverflowError', 'hexadecimal value too large to represent as a float');
}

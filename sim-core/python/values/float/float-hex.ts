/** `float.hex` and `float.fromhex`. */
import { ValueFault } from '../value-fault.ts';
import { floatParts } from './float-bits.ts';
import { reprFloat } from './float-text.ts';
import { nearestFloat } from './nearest-float.ts';

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
  if (magnitude === Infinity) throw hexOverflow();
  return match[1] === '-' ? -magnitude : magnitude;
}

function hexOverflow(): ValueFault {
  return new ValueFault('OverflowError', 'hexadecimal value too large to represent as a float');
}

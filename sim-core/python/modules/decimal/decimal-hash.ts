/** hash() of decimals: that of the equal int or float. Models: _dec_hash in Modules/_decimal/_decimal.c. */
import type { Value } from '../../objects/value.ts';
import type { Decimal } from '../../values/decimal/decimal.ts';
import { normalInt } from '../../values/int/int.ts';
import { addressOf } from '../../vm/address.ts';
import type { PyThread } from '../../vm/py-thread.ts';

const modulus = (1n << 61n) - 1n;
const inverseOfTen = powerModulo(10n, modulus - 2n);

function powerModulo(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

export function decimalHash(_thread: PyThread, self: Decimal, object: Value): Value {
  if (self.isNan) return Math.floor(addressOf(object as never) / 16);
  if (self.isInfinite) return self.isNegative ? -314159 : 314159;
  const scale = powerModulo(self.exponent >= 0 ? 10n : inverseOfTen, BigInt(Math.abs(self.exponent)));
  const hash = (self.coefficient * scale) % modulus;
  const signed = self.isNegative ? -hash : hash;
  return normalInt(signed === -1n ? -2n : signed);
}

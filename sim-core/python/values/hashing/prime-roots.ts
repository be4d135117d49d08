/** The constants of SHA-2: the first binary places of the roots of the first primes (FIPS 180-4, section 4.2). */

function firstPrimes(count: number): readonly bigint[] {
  const primes: bigint[] = [];
  for (let candidate = 2n; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0n)) primes.push(candidate);
  }
  return primes;
}

/** The largest integer whose power is not above the value. */
function integerRoot(value: bigint, degree: bigint): bigint {
  let low = 0n;
  let high = 1n << (BigInt(value.toString(2).length) / degree + 1n);
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= value) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** The first 64 binary places behind the point of the roots. */
function rootFractions(count: number, degree: bigint): readonly bigint[] {
  return firstPrimes(count).map((prime) => BigInt.asUintN(64, integerRoot(prime << (64n * degree), degree)));
}

export const cubeRootFractions = rootFractions(80, 3n);
export const squareRootFractions = rootFractions(16, 2n);

/**
 * Decimal numbers: a sign, a whole coefficient, a power of ten; infinities and NaNs beside them.
 * Models: the General Decimal Arithmetic Specification 1.70, as libmpdec and Lib/_pydecimal.py have it. Values never change.
 */
export type DecimalKind = 'finite' | 'infinite' | 'quiet' | 'signaling';

export class Decimal {
  readonly kind: DecimalKind;
  readonly isNegative: boolean;
  /** Of NaNs the payload; 0 for none. */
  readonly coefficient: bigint;
  readonly exponent: number;
  /** How many digits the coefficient has; 1 for 0. */
  readonly digitCount: number;

  constructor(kind: DecimalKind, isNegative: boolean, coefficient: bigint, exponent: number) {
    this.kind = kind;
    this.isNegative = isNegative;
    this.coefficient = coefficient;
    this.exponent = exponent;
    this.digitCount = countDigits(coefficient);
  }

  get isNan(): boolean {
    return this.kind === 'quiet' || this.kind === 'signaling';
  }

  get isInfinite(): boolean {
    return this.kind === 'infinite';
  }

  get isFinite(): boolean {
    return this.kind === 'finite';
  }

  get isZero(): boolean {
    return this.kind === 'finite' && this.coefficient === 0n;
  }

  /** The power of ten of the first digit. */
  get adjusted(): number {
    return this.exponent + this.digitCount - 1;
  }

  get isWhole(): boolean {
    if (!this.isFinite) return false;
    if (this.exponent >= 0 || this.coefficient === 0n) return true;
    if (-this.exponent > this.digitCount) return false;
    return this.coefficient % tenTo(-this.exponent) === 0n;
  }

  withSign(isNegative: boolean): Decimal {
    return isNegative === this.isNegative ? this : new Decimal(this.kind, isNegative, this.coefficient, this.exponent);
  }

  /** A signaling NaN becomes a quiet one. */
  quieted(): Decimal {
    return this.kind === 'signaling' ? new Decimal('quiet', this.isNegative, this.coefficient, 0) : this;
  }
}

export function countDigits(coefficient: bigint): number {
  return coefficient < 10n ? 1 : coefficient.toString().length;
}

export function finite(isNegative: boolean, coefficient: bigint, exponent: number): Decimal {
  return new Decimal('finite', isNegative, coefficient, exponent);
}

export function infinity(isNegative: boolean): Decimal {
  return new Decimal('infinite', isNegative, 0n, 0);
}

export const nan = new Decimal('quiet', false, 0n, 0);
export const decimalZero = finite(false, 0n, 0);
export const decimalOne = finite(false, 1n, 0);

export function tenTo(power: number): bigint {
  return 10n ** BigInt(power);
}

export function decimalOfInt(value: number | bigint): Decimal {
  const whole = BigInt(value);
  return finite(whole < 0n, whole < 0n ? -whole : whole, 0);
}

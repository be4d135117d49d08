/** What decimal arithmetic goes by, and what it noticed: signals are bits of a status. Models: mpd_context_t of libmpdec. */
import { Decimal, nan } from './decimal.ts';

export const roundings = [
  'ROUND_UP',
  'ROUND_DOWN',
  'ROUND_CEILING',
  'ROUND_FLOOR',
  'ROUND_HALF_UP',
  'ROUND_HALF_DOWN',
  'ROUND_HALF_EVEN',
  'ROUND_05UP',
] as const;

export type Rounding = (typeof roundings)[number];

export const signalBits = {
  clamped: 1,
  conversionSyntax: 2,
  divisionByZero: 4,
  divisionImpossible: 8,
  divisionUndefined: 0x10,
  floatOperation: 0x40,
  inexact: 0x80,
  invalidContext: 0x100,
  invalidOperation: 0x200,
  overflow: 0x800,
  rounded: 0x1000,
  subnormal: 0x2000,
  underflow: 0x4000,
} as const;

export interface DecimalSettings {
  precision: number;
  rounding: Rounding;
  eMin: number;
  eMax: number;
  capitals: number;
  clamp: number;
}

/** One operation: its settings, and the signals it raised. */
export class DecimalWork {
  readonly settings: DecimalSettings;
  status = 0;

  constructor(settings: DecimalSettings) {
    this.settings = settings;
  }

  signal(...bits: number[]): void {
    for (const bit of bits) this.status |= bit;
  }

  invalid(bit: number = signalBits.invalidOperation): Decimal {
    this.status |= bit;
    return nan;
  }

  get precision(): number {
    return this.settings.precision;
  }

  get eTiny(): number {
    return this.settings.eMin - this.settings.precision + 1;
  }

  get eTop(): number {
    return this.settings.eMax - this.settings.precision + 1;
  }

  /** The same with another precision and rounding, no bounds to speak of, and a status of its own. */
  wider(precision: number, rounding: Rounding = 'ROUND_HALF_EVEN'): DecimalWork {
    return new DecimalWork({ ...widest, precision, rounding });
  }
}

/** 999999999999999999, as near as a float comes. */
export const largestExponent = 1e18;

const widest: DecimalSettings = {
  precision: 28,
  rounding: 'ROUND_HALF_EVEN',
  eMin: -9e15,
  eMax: 9e15,
  capitals: 1,
  clamp: 0,
};

/** A NaN among the operands is the result: a signaling one first, and it signals. Undefined if there is none. */
export function nanAmong(work: DecimalWork, ...operands: Decimal[]): Decimal | undefined {
  const signaling = operands.find((operand) => operand.kind === 'signaling');
  const found = signaling ?? operands.find((operand) => operand.isNan);
  if (found === undefined) return undefined;
  if (signaling !== undefined) work.signal(signalBits.invalidOperation);
  return shortPayload(work, found.quieted());
}

/** A NaN keeps as many digits of its payload as fit. */
export function shortPayload(work: DecimalWork, value: Decimal): Decimal {
  const room = work.precision - work.settings.clamp;
  if (value.digitCount <= room) return value;
  return new Decimal(value.kind, value.isNegative, value.coefficient % 10n ** BigInt(room), 0);
}

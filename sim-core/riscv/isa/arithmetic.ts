/**
 * What the arithmetic unit computes, on 32-bit words held as signed JavaScript integers.
 * Models: RV32I and M (The RISC-V Instruction Set Manual, volume I, chapters 2 and 13), the A extension's operations.
 * Leaves out: how long they take; mul and div are one cycle here, as in the simulators we compare with.
 */
export type WordOperation = (a: number, b: number) => number;

export const add: WordOperation = (a, b) => (a + b) | 0;
export const subtract: WordOperation = (a, b) => (a - b) | 0;
export const shiftLeft: WordOperation = (a, b) => a << b;
export const shiftRightLogical: WordOperation = (a, b) => (a >>> b) | 0;
export const shiftRightArithmetic: WordOperation = (a, b) => a >> b;
export const setLess: WordOperation = (a, b) => (a < b ? 1 : 0);
export const setLessUnsigned: WordOperation = (a, b) => (a >>> 0 < b >>> 0 ? 1 : 0);
export const exclusiveOr: WordOperation = (a, b) => a ^ b;
export const inclusiveOr: WordOperation = (a, b) => a | b;
export const bitwiseAnd: WordOperation = (a, b) => a & b;

export const multiply: WordOperation = (a, b) => Math.imul(a, b);
/** The upper word of the product of two unsigned words, by halves so that no double loses a bit. */
export const multiplyHighUnsigned: WordOperation = (a, b) => {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const middle = aHigh * bLow + ((aLow * bLow) >>> 16);
  const carry = Math.floor((aLow * bHigh + (middle % 0x10000)) / 0x10000);
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + carry) | 0;
};
export const multiplyHigh: WordOperation = (a, b) =>
  (multiplyHighUnsigned(a, b) - (a < 0 ? b : 0) - (b < 0 ? a : 0)) | 0;
export const multiplyHighSignedUnsigned: WordOperation = (a, b) => (multiplyHighUnsigned(a, b) - (a < 0 ? b : 0)) | 0;

// Division by zero and overflow give fixed results and never trap. `| 0` turns 2³¹ and -0 into what the manual says.
export const divide: WordOperation = (a, b) => (b === 0 ? -1 : (a / b) | 0);
export const divideUnsigned: WordOperation = (a, b) => (b === 0 ? -1 : ((a >>> 0) / (b >>> 0)) | 0);
export const remainder: WordOperation = (a, b) => (b === 0 ? a : (a % b) | 0);
export const remainderUnsigned: WordOperation = (a, b) => (b === 0 ? a : ((a >>> 0) % (b >>> 0)) | 0);

export const isEqual: WordOperation = (a, b) => (a === b ? 1 : 0);
export const isUnequal: WordOperation = (a, b) => (a === b ? 0 : 1);
export const isNotLess: WordOperation = (a, b) => (a < b ? 0 : 1);
export const isNotLessUnsigned: WordOperation = (a, b) => (a >>> 0 < b >>> 0 ? 0 : 1);

/** What an AMO leaves in memory: `a` is the old word, `b` the register. */
export const swap: WordOperation = (_a, b) => b;
export const minimum: WordOperation = (a, b) => (a < b ? a : b);
export const maximum: WordOperation = (a, b) => (a > b ? a : b);
export const minimumUnsigned: WordOperation = (a, b) => (a >>> 0 < b >>> 0 ? a : b);
export const maximumUnsigned: WordOperation = (a, b) => (a >>> 0 > b >>> 0 ? a : b);

/** For an instruction whose effect is not an operation on two words. */
export const noOperation: WordOperation = () => 0;

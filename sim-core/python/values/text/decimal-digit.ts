const decimalDigit = /^\p{Nd}$/u;

/** The value 0 … 9 of a decimal digit of any script, else null. */
export function decimalDigitValue(codePoint: number): number | null {
  if (codePoint < 0x80) return codePoint >= 0x30 && codePoint <= 0x39 ? codePoint - 0x30 : null;
  if (!isDecimalCodePoint(codePoint)) return null;
  // The mathematical digits are five alphabets in a row; every other script has its ten digits alone.
  if (codePoint >= 0x1d7ce && codePoint <= 0x1d7ff) return (codePoint - 0x1d7ce) % 10;
  let distance = 0;
  while (isDecimalCodePoint(codePoint - distance - 1)) distance++;
  return distance % 10;
}

function isDecimalCodePoint(codePoint: number): boolean {
  return decimalDigit.test(String.fromCodePoint(codePoint));
}

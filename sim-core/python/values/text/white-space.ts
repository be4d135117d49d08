/** Whether `str.isspace` holds of a code point (CPython's _PyUnicode_IsWhitespace). */
export function isWhiteSpace(codePoint: number): boolean {
  if (codePoint < 0x80) return codePoint === 0x20 || (codePoint >= 9 && codePoint <= 13) || isSeparator(codePoint);
  if (codePoint >= 0x2000 && codePoint <= 0x200a) return true;
  switch (codePoint) {
    case 0x85:
    case 0xa0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0x205f:
    case 0x3000:
      return true;
    default:
      return false;
  }
}

function isSeparator(codePoint: number): boolean {
  return codePoint >= 0x1c && codePoint <= 0x1f;
}

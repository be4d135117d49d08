const surrogate = /[\ud800-\udfff]/;

/** -1, 0 or 1 in the order of code points, which differs from JavaScript's where surrogate pairs meet U+E000 and above. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  if (!surrogate.test(a) && !surrogate.test(b)) return a < b ? -1 : 1;
  const length = Math.min(a.length, b.length);
  let index = 0;
  while (index < length && a.charCodeAt(index) === b.charCodeAt(index)) index++;
  if (index === length) return a.length < b.length ? -1 : 1;
  return rank(a.charCodeAt(index)) < rank(b.charCodeAt(index)) ? -1 : 1;
}

/** Surrogates stand for code points above all others. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

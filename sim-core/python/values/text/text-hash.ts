/**
 * The hash of a str or of bytes: a fixed function with 53 bits.
 * CPython's differs from process to process (PYTHONHASHSEED), so no program may rely on its values; ours are the same in every run.
 */
export function hashText(text: string): number {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  return finish(high, low, text.length);
}

export function hashBytes(bytes: Uint8Array): number {
  let high = 0x9e3779b9;
  let low = 0x85ebca6b;
  for (const byte of bytes) {
    high = Math.imul(high ^ byte, 0x9e3779b1);
    low = Math.imul(low ^ byte, 0x5f356495);
  }
  return finish(high, low, bytes.length);
}

function finish(high: number, low: number, length: number): number {
  if (length === 0) return 0;
  const mixedHigh = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  const mixedLow = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 0xc2b2ae35);
  return (mixedHigh >>> 11) * 0x100000000 + (mixedLow >>> 0);
}

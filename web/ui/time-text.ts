/** Times and counts as people read them: always with a unit, thousands set apart by a thin space. */

const units = [
  { factorNs: 1e9, name: 's' },
  { factorNs: 1e6, name: 'ms' },
  { factorNs: 1e3, name: 'µs' },
  { factorNs: 1, name: 'ns' },
] as const;

/** A length of time with three digits that matter: '5 ms', '12.3 µs', '1.25 s'. */
export function durationText(ns: number): string {
  if (ns === 0) return '0 ns';
  const unit = units.find(({ factorNs }) => Math.abs(ns) >= factorNs) ?? units[3];
  return `${trimmed(ns / unit.factorNs, 3)} ${unit.name}`;
}

/** A moment, as exact as the window that is seen needs: '12.340 ms'. */
export function momentText(ns: number, windowNs: number): string {
  const unit = units.find(({ factorNs }) => Math.max(Math.abs(ns), windowNs / 4) >= factorNs) ?? units[3];
  const pixelNs = Math.max(windowNs / 2000, 1);
  const digits = Math.max(0, Math.ceil(Math.log10(unit.factorNs / pixelNs)));
  return `${grouped((ns / unit.factorNs).toFixed(Math.min(digits, 9)))} ${unit.name}`;
}

/** '1 204' with a narrow space that does not break. */
export function countText(count: number): string {
  return grouped(String(count));
}

function grouped(digits: string): string {
  const [whole = '', rest] = digits.split('.');
  const spaced = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, '\u202F');
  return rest === undefined ? spaced : `${spaced}.${rest}`;
}

function trimmed(value: number, digits: number): string {
  const text = value.toPrecision(digits);
  return grouped(text.includes('e') ? String(Math.round(value)) : String(Number(text)));
}

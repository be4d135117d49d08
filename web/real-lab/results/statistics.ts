/** Summaries of repeated measurements. Medians, because other processes only ever make a round slower. */

function sorted(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b);
}

/** The value below which the fraction lies, interpolated; 0 for no values. */
export function quantile(values: readonly number[], fraction: number): number {
  const ordered = sorted(values);
  const place = (ordered.length - 1) * fraction;
  const below = ordered[Math.floor(place)] ?? 0;
  const above = ordered[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The least disturbed measurement: other processes only ever make one slower. 0 for none. */
export function quickest(timesMs: readonly number[]): number {
  return timesMs.length === 0 ? 0 : Math.min(...timesMs);
}

export interface Bins {
  readonly from: number;
  readonly to: number;
  readonly counts: readonly number[];
}

/** Equal bins over a given range; values outside fall into the outermost. */
export function binsOf(values: readonly number[], range: Omit<Bins, 'counts'>, binCount: number): Bins {
  const counts = Array.from({ length: binCount }, () => 0);
  const width = (range.to - range.from) / binCount || 1;
  for (const value of values) {
    const bin = Math.max(0, Math.min(binCount - 1, Math.floor((value - range.from) / width)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { ...range, counts };
}

/** Readings of a coarse clock: a duration under ten of its steps is mostly rounding. */
export function isResolved(durationMs: number, resolutionMs: number): boolean {
  return durationMs >= 10 * resolutionMs;
}

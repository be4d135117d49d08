/** Which rows of a long list are worth drawing, and where the playhead stands in it. */

export interface RowWindow {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

/** The rows in view, and as many again before and after them. */
export function rowsInView(scrollPx: number, viewPx: number, rowPx: number, count: number): RowWindow {
  if (!(rowPx > 0)) return { from: 0, to: Math.min(count, 60) };
  const shown = Math.ceil(viewPx / rowPx);
  const first = Math.floor(scrollPx / rowPx);
  return { from: Math.max(0, first - shown), to: Math.min(count, first + 2 * shown + 1) };
}

/** How many of the lines, which rise in time, have been printed at a time. */
export function printedUntil(lines: readonly { readonly timeNs: number }[], timeNs: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.timeNs ?? 0) <= timeNs) low = middle + 1;
    else high = middle;
  }
  return low;
}

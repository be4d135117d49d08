import type { LabMarkCode, LabStateCode } from '../recording/lab-event.ts';
import type { Span, TimelineRow } from './rows.ts';
import type { Viewport } from './viewport.ts';

/** A piece of a row, in pixels. */
interface Bar {
  readonly row: number;
  readonly x: number;
  readonly width: number;
  readonly state: LabStateCode;
}

interface Tick {
  readonly row: number;
  readonly x: number;
  readonly mark: LabMarkCode;
}

export interface Shapes {
  readonly bars: readonly Bar[];
  readonly ticks: readonly Tick[];
}

const tickSpacePx = 10;

/** What is in view, at most one bar a pixel and ticks that do not overlap: spans shorter than a pixel are summed up to the state that fills most of it. */
export function shapesOf(rows: readonly TimelineRow[], view: Viewport, widthPx: number): Shapes {
  const pxPerMs = widthPx / (view.toMs - view.fromMs);
  return {
    bars: rows.flatMap(({ spans }, row) => barsOf(spans, view, pxPerMs).map((bar) => ({ row, ...bar }))),
    ticks: rows.flatMap(({ marks }, row) => {
      const seen = new Set<number>();
      return marks.flatMap(({ timeMs, mark }) => {
        const x = Math.round((timeMs - view.fromMs) * pxPerMs);
        const place = Math.floor(x / tickSpacePx);
        if (x < 0 || x > widthPx || seen.has(place)) return [];
        seen.add(place);
        return [{ row, x, mark }];
      });
    }),
  };
}

function barsOf(spans: readonly Span[], view: Viewport, pxPerMs: number): readonly Omit<Bar, 'row'>[] {
  const bars: Omit<Bar, 'row'>[] = [];
  const pixel = new PixelSum();
  for (let index = firstInView(spans, view.fromMs); index < spans.length; index += 1) {
    const span = spans[index];
    if (span === undefined || span.fromMs > view.toMs) break;
    const x = (Math.max(span.fromMs, view.fromMs) - view.fromMs) * pxPerMs;
    const end = (Math.min(span.toMs, view.toMs) - view.fromMs) * pxPerMs;
    if (end - x >= 1) {
      append(bars, pixel.take());
      append(bars, { x, width: end - x, state: span.state });
    } else {
      if (Math.floor(x) !== pixel.x) append(bars, pixel.take());
      pixel.add(Math.floor(x), span.state, end - x);
    }
  }
  append(bars, pixel.take());
  return bars;
}

/** Joins a bar to the one before it where they touch and say the same. */
function append(bars: Omit<Bar, 'row'>[], bar: Omit<Bar, 'row'> | null): void {
  if (bar === null) return;
  const last = bars.at(-1);
  if (last !== undefined && last.state === bar.state && last.x + last.width >= bar.x - 0.5) {
    bars[bars.length - 1] = { ...last, width: bar.x + bar.width - last.x };
  } else bars.push(bar);
}

/** The spans that share one pixel. */
class PixelSum {
  x = -1;
  readonly #widths = new Map<LabStateCode, number>();

  add(x: number, state: LabStateCode, width: number): void {
    this.x = x;
    this.#widths.set(state, (this.#widths.get(state) ?? 0) + width);
  }

  take(): Omit<Bar, 'row'> | null {
    const widest = [...this.#widths].toSorted((a, b) => b[1] - a[1])[0];
    this.#widths.clear();
    const { x } = this;
    this.x = -1;
    return widest === undefined ? null : { x, width: 1, state: widest[0] };
  }
}

/** Binary search: the first span that ends in view or later. */
function firstInView(spans: readonly Span[], fromMs: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.toMs ?? 0) < fromMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The span under a moment, for the sentence that says what one points at. */
export function spanAt(spans: readonly Span[], timeMs: number): Span | null {
  const span = spans[firstInView(spans, timeMs)];
  return span !== undefined && span.fromMs <= timeMs ? span : null;
}

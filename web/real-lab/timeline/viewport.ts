import { extentOf, type TimelineRow } from './rows.ts';

/** The stretch of time in view. */
export interface Viewport {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Spans that can still be told apart when the timeline opens. */
const spansAtFirst = 60;

/** The whole run, or a stretch a quarter into it where the whole would only be a grey mass. */
export function openingViewport(rows: readonly TimelineRow[]): Viewport {
  const busiest = rows.map(({ spans }) => spans).toSorted((a, b) => b.length - a.length)[0] ?? [];
  const start = Math.floor(busiest.length / 4);
  const [first, last] = [busiest[start], busiest[start + spansAtFirst]];
  if (busiest.length <= spansAtFirst * 4 || first === undefined || last === undefined) return extentOf(rows);
  return { fromMs: first.fromMs, toMs: last.toMs };
}

/** Zooms by a factor about a moment that stays where it is. */
export function zoomed(view: Viewport, factor: number, aboutMs: number, whole: Viewport): Viewport {
  const fromMs = aboutMs - (aboutMs - view.fromMs) / factor;
  const toMs = aboutMs + (view.toMs - aboutMs) / factor;
  return toMs - fromMs < 0.005 ? view : within({ fromMs, toMs }, whole);
}

export function panned(view: Viewport, byMs: number, whole: Viewport): Viewport {
  const lengthMs = view.toMs - view.fromMs;
  const fromMs = Math.max(whole.fromMs, Math.min(whole.toMs - lengthMs, view.fromMs + byMs));
  return { fromMs, toMs: fromMs + lengthMs };
}

function within(view: Viewport, whole: Viewport): Viewport {
  return { fromMs: Math.max(view.fromMs, whole.fromMs), toMs: Math.min(view.toMs, whole.toMs) };
}

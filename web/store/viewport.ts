/** The stretch of virtual time that the timeline shows. */
import type { Nanoseconds } from '../../sim-core/base/units.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';

export interface Viewport {
  readonly fromNs: Nanoseconds;
  readonly toNs: Nanoseconds;
}

/** Nothing smaller can be seen: a bytecode takes some tens of nanoseconds. */
export const smallestWindowNs = 100;

/** The whole run with a little air on its right. */
export function wholeOf(trace: Pick<Trace, 'endNs'>): Viewport {
  return { fromNs: 0, toNs: Math.max(smallestWindowNs, trace.endNs * 1.02) };
}

/** The same window within the run and no smaller than can be seen. */
export function clampViewport(view: Viewport, whole: Viewport): Viewport {
  const most = whole.toNs - whole.fromNs;
  const length = Math.min(most, Math.max(smallestWindowNs, view.toNs - view.fromNs));
  const fromNs = Math.min(Math.max(view.fromNs, whole.fromNs), whole.toNs - length);
  return { fromNs, toNs: fromNs + length };
}

/** Zooms so that the moment under the pointer stays where it is; a factor below 1 shows less. */
export function zoomAround(view: Viewport, aroundNs: Nanoseconds, factor: number): Viewport {
  return { fromNs: aroundNs - (aroundNs - view.fromNs) * factor, toNs: aroundNs + (view.toNs - aroundNs) * factor };
}

/** Moves by a share of what is seen. */
export function panBy(view: Viewport, share: number): Viewport {
  const byNs = (view.toNs - view.fromNs) * share;
  return { fromNs: view.fromNs + byNs, toNs: view.toNs + byNs };
}

/** The same window, moved only as far as is needed to show a moment. */
export function reveal(view: Viewport, timeNs: Nanoseconds): Viewport {
  const length = view.toNs - view.fromNs;
  const margin = length * 0.04;
  if (timeNs >= view.fromNs && timeNs <= view.toNs) return view;
  const fromNs = timeNs < view.fromNs ? timeNs - margin : timeNs - length + margin;
  return { fromNs, toNs: fromNs + length };
}

/** Owns d3-zoom on an element: wheel, pinch and drag move the store's viewport, and the viewport moves d3's transform. */
import { select, type Selection } from 'd3-selection';
import { type D3ZoomEvent, zoom, type ZoomBehavior, zoomIdentity } from 'd3-zoom';
import { type RefObject, useEffect } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import type { Store } from '../store/store.ts';
import { panBy, smallestWindowNs, wholeOf } from '../store/viewport.ts';

export interface ZoomChoices {
  /** True where a plain wheel scrolls the lanes instead of zooming. */
  readonly scrolls: () => boolean;
}

export function useZoom(target: RefObject<HTMLElement | null>, { scrolls }: ZoomChoices): void {
  const store = useStoreApi();
  useEffect(() => {
    const element = target.current;
    if (element === null) return undefined;
    const selection = select(element);
    const lead = oneAtATime();
    const behaviour = zoom<HTMLElement, unknown>()
      .clickDistance(4)
      .filter((event: MouseEvent | WheelEvent | TouchEvent) => isOurs(event, scrolls))
      .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
        if (event.sourceEvent === null) return;
        const { k, x } = event.transform;
        const { trace } = store.getState();
        if (trace === null) return;
        const nsPerPx = wholeOf(trace).toNs / element.clientWidth / k;
        const view = { fromNs: -x * nsPerPx, toNs: (element.clientWidth - x) * nsPerPx };
        lead(() => store.getState().setViewport(view));
      });
    const follow = (state: Store): void => wear(selection, behaviour, state);
    const onWheel = (event: WheelEvent): void => {
      const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!isSideways || event.ctrlKey) return;
      event.preventDefault();
      const { viewport, setViewport } = store.getState();
      setViewport(panBy(viewport, (event.deltaX || event.deltaY) / element.clientWidth));
    };
    selection.call(behaviour).on('dblclick.zoom', null);
    element.addEventListener('wheel', onWheel, { passive: false });
    follow(store.getState());
    const unsubscribe = store.subscribe((now, before) => {
      if (now.viewport !== before.viewport || now.trace !== before.trace) lead(() => follow(now));
    });
    return () => {
      unsubscribe();
      element.removeEventListener('wheel', onWheel);
      selection.on('.zoom', null);
    };
  }, [store, target, scrolls]);
}

/** d3 tells of every transform, also of those that came from the store: while one of the two follows the other, it does not lead. */
function oneAtATime(): (move: () => void) => void {
  let isMoving = false;
  return (move) => {
    if (isMoving) return;
    isMoving = true;
    try {
      move();
    } finally {
      isMoving = false;
    }
  };
}

/** Gives d3 the transform and the bounds that belong to the window in view. */
function wear(
  selection: Selection<HTMLElement, unknown, null, undefined>,
  behaviour: ZoomBehavior<HTMLElement, unknown>,
  { trace, viewport }: Store,
): void {
  if (trace === null) return;
  const width = selection.node()?.clientWidth ?? 0;
  const whole = wholeOf(trace).toNs;
  const k = whole / (viewport.toNs - viewport.fromNs);
  behaviour.extent([
    [0, 0],
    [width, 1],
  ]);
  behaviour.scaleExtent([1, Math.max(1, whole / smallestWindowNs)]);
  behaviour.translateExtent([
    [0, Number.NEGATIVE_INFINITY],
    [width, Number.POSITIVE_INFINITY],
  ]);
  selection.call((zoomed) =>
    behaviour.transform(zoomed, zoomIdentity.translate((-viewport.fromNs / whole) * width * k, 0).scale(k)),
  );
}

function isOurs(event: MouseEvent | WheelEvent | TouchEvent, scrolls: () => boolean): boolean {
  if (event instanceof WheelEvent) {
    if (event.ctrlKey || event.metaKey) return true;
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    return !isSideways && !scrolls();
  }
  if (event instanceof MouseEvent) return event.button === 0 && !event.shiftKey;
  return true;
}

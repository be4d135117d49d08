/** Dragging moves the playhead along the clock. */
import { type RefObject, useEffect } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import { timeAt } from './scene.ts';

export function useScrubbing(target: RefObject<HTMLElement | null>): void {
  const store = useStoreApi();
  useEffect(() => {
    const element = target.current;
    if (element === null) return undefined;
    const seek = (event: PointerEvent): void => {
      const { left, width } = element.getBoundingClientRect();
      void store.getState().seekTime(timeAt({ ...store.getState().viewport, widthPx: width }, event.clientX - left));
    };
    const onDown = (event: PointerEvent): void => {
      // A flag of a note is clicked, not dragged.
      const isOnFlag = event.target instanceof Element && event.target.closest('button') !== null;
      if (event.button !== 0 || isOnFlag) return;
      element.setPointerCapture(event.pointerId);
      store.getState().pause();
      seek(event);
    };
    const onMove = (event: PointerEvent): void => {
      if (element.hasPointerCapture(event.pointerId)) seek(event);
    };
    // d3-zoom would pan with the same drag.
    const onMouseDown = (event: Event): void => event.stopImmediatePropagation();
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('mousedown', onMouseDown);
    return () => {
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('mousedown', onMouseDown);
    };
  }, [store, target]);
}

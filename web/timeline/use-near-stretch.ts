/** The stretch of a scrolled list that is in view, with some room around it; it changes rarely, so that scrolling is not rendering. */
import { type RefObject, useEffect, useState } from 'react';

export interface Stretch {
  readonly fromPx: number;
  readonly toPx: number;
  /** How high the view is. */
  readonly heightPx: number;
}

const roomPx = 240;

export function useNearStretch(scroller: RefObject<HTMLElement | null>): Stretch {
  const [stretch, setStretch] = useState<Stretch>({ fromPx: 0, toPx: 2 * roomPx, heightPx: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = (): void => {
      const { scrollTop, clientHeight } = element;
      setStretch((before) =>
        before.fromPx <= Math.max(0, scrollTop - roomPx / 4) &&
        scrollTop + clientHeight + roomPx / 4 <= before.toPx &&
        before.heightPx === clientHeight
          ? before
          : { fromPx: scrollTop - roomPx, toPx: scrollTop + clientHeight + roomPx, heightPx: clientHeight },
      );
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  return stretch;
}

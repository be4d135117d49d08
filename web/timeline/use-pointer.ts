/** Owns the pointer over the lanes: what is under it, clicks that choose, and Shift-drags that measure. */
import { type RefObject, useEffect, useState } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { useStoreApi } from '../store/store-context.ts';
import type { Store } from '../store/store.ts';
import { intervalAt } from './interval-track.ts';
import type { LanePoint } from './lane-words.ts';
import { laneAt, type LaneLayout, type ListView } from './layout.ts';
import { timeAt } from './scene.ts';
import { type PixelWindow, shapesOf, ShapeList } from './shapes.ts';

export interface Hover {
  readonly point: LanePoint;
  /** In the page's window. */
  readonly x: number;
  readonly y: number;
}

export interface PointerArea {
  readonly area: RefObject<HTMLElement | null>;
  readonly layout: LaneLayout;
  readonly view: () => ListView;
}

export function usePointer({ area, layout, view }: PointerArea): Hover | null {
  const store = useStoreApi();
  const [hover, setHover] = useState<Hover | null>(null);
  useEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    const find = (event: MouseEvent): Hover | null => hoverOf(event, element, store.getState(), { layout, view });
    let measuresFrom: number | null = null;
    const listeners = {
      pointermove: (event: PointerEvent) => {
        if (measuresFrom !== null) measure(store, measuresFrom, timeOf(event, element, store.getState()));
        setHover(event.buttons === 0 && event.pointerType !== 'touch' ? find(event) : null);
      },
      pointerdown: (event: PointerEvent) => {
        if (event.shiftKey) measuresFrom = timeOf(event, element, store.getState());
      },
      pointerup: () => {
        if (measuresFrom !== null && store.getState().measuredRange !== null) store.getState().showTab('measure');
        measuresFrom = null;
      },
      pointerleave: () => setHover(null),
      click: (event: MouseEvent) => {
        if (event.shiftKey) return;
        void store.getState().seekTime(timeOf(event, element, store.getState()));
        choose(store.getState(), find(event));
      },
    };
    const entries = Object.entries(listeners) as [string, EventListener][];
    for (const [name, listener] of entries) element.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of entries) element.removeEventListener(name, listener);
    };
  }, [area, layout, view, store]);
  return hover;
}

function hoverOf(
  event: MouseEvent,
  element: HTMLElement,
  store: Store,
  { layout, view }: Omit<PointerArea, 'area'>,
): Hover | null {
  const box = element.getBoundingClientRect();
  const window = { ...store.viewport, widthPx: box.width };
  const x = event.clientX - box.left;
  const y = event.clientY - box.top;
  const placed = laneAt(layout, y, view());
  if (placed === null) return null;
  const timeNs = timeAt(window, x);
  const { lane } = placed;
  const interval = intervalAt(lane.track, timeNs);
  return {
    point: { lane, timeNs, interval, hidden: hiddenAt(lane.track, window, x) },
    x: event.clientX,
    y: event.clientY,
  };
}

function measure(store: StoreApi<Store>, oneNs: number, otherNs: number): void {
  store.getState().measure({ fromNs: Math.min(oneNs, otherNs), toNs: Math.max(oneNs, otherNs) });
}

function choose({ selectThread, selectResource, selectTask }: Store, hover: Hover | null): void {
  if (hover === null) return;
  const { lane, interval } = hover.point;
  if (lane.kind === 'thread') return selectThread(lane.thread);
  if (lane.kind === 'task') selectTask(lane.task);
  if (lane.kind === 'task' || lane.kind === 'loop') return selectThread(lane.thread);
  if (interval !== null) selectThread(lane.track.value[interval] ?? null);
  selectResource(lane.kind === 'resource' ? lane.resource : null);
}

function timeOf(event: MouseEvent, element: HTMLElement, { viewport }: Store): number {
  const box = element.getBoundingClientRect();
  return timeAt({ ...viewport, widthPx: box.width }, event.clientX - box.left);
}

/** How many intervals share the pixel under the pointer, beyond the one that is named. */
function hiddenAt(track: LanePoint['lane']['track'], window: PixelWindow, x: number): number {
  const column = { fromNs: timeAt(window, Math.floor(x)), toNs: timeAt(window, Math.floor(x) + 1), widthPx: 64 };
  return Math.max(0, shapesOf(track, column, new ShapeList()).length - 2);
}

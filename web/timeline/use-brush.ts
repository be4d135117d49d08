/** Dragging on the minimap: its window can be moved, each edge pulled, and elsewhere a new window is drawn. */
import { type RefObject, useEffect } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import type { Store } from '../store/store.ts';
import { type Viewport, wholeOf } from '../store/viewport.ts';
import { timeAt, xOf } from './scene.ts';
import type { PixelWindow } from './shapes.ts';

const edgePx = 7;

type Grip = { readonly kind: 'move' | 'from' | 'to' | 'draw'; readonly grabbedNs: number; readonly view: Viewport };

export function useBrush(target: RefObject<HTMLElement | null>): void {
  const store = useStoreApi();
  useEffect(() => {
    const element = target.current;
    if (element === null) return undefined;
    let grip: Grip | null = null;
    const onDown = (event: PointerEvent): void => {
      const window = windowOf(element, store.getState());
      if (window === null || event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      grip = gripAt(event.clientX - element.getBoundingClientRect().left, window, store.getState().viewport);
    };
    const onMove = (event: PointerEvent): void => {
      const window = windowOf(element, store.getState());
      if (grip === null || window === null) return;
      const atNs = timeAt(window, event.clientX - element.getBoundingClientRect().left);
      store.getState().setViewport(pulled(grip, atNs));
    };
    const onUp = (event: PointerEvent): void => {
      const window = windowOf(element, store.getState());
      const wasClick =
        grip?.kind === 'draw' && window !== null && Math.abs(xOf(window, grip.grabbedNs) - offset(event)) < 3;
      if (wasClick) centre(store.getState(), grip?.grabbedNs ?? 0);
      grip = null;
    };
    const offset = (event: PointerEvent): number => event.clientX - element.getBoundingClientRect().left;
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', onUp);
    element.addEventListener('pointercancel', onUp);
    return () => {
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onUp);
      element.removeEventListener('pointercancel', onUp);
    };
  }, [store, target]);
}

function windowOf(element: HTMLElement, { trace }: Store): PixelWindow | null {
  return trace === null ? null : { ...wholeOf(trace), widthPx: element.clientWidth };
}

function gripAt(x: number, window: PixelWindow, view: Viewport): Grip {
  const grabbedNs = timeAt(window, x);
  const from = xOf(window, view.fromNs);
  const to = xOf(window, view.toNs);
  const showsAll = view.toNs - view.fromNs >= (window.toNs - window.fromNs) * 0.999;
  if (Math.abs(x - from) <= edgePx) return { kind: 'from', grabbedNs, view };
  if (Math.abs(x - to) <= edgePx) return { kind: 'to', grabbedNs, view };
  if (x > from && x < to && !showsAll) return { kind: 'move', grabbedNs, view };
  return { kind: 'draw', grabbedNs, view };
}

function pulled({ kind, grabbedNs, view }: Grip, atNs: number): Viewport {
  const byNs = atNs - grabbedNs;
  switch (kind) {
    case 'move':
      return { fromNs: view.fromNs + byNs, toNs: view.toNs + byNs };
    case 'from':
      return { fromNs: Math.min(atNs, view.toNs), toNs: view.toNs };
    case 'to':
      return { fromNs: view.fromNs, toNs: Math.max(atNs, view.fromNs) };
    case 'draw':
      return { fromNs: Math.min(grabbedNs, atNs), toNs: Math.max(grabbedNs, atNs) };
  }
}

function centre({ viewport, setViewport }: Store, atNs: number): void {
  const half = (viewport.toNs - viewport.fromNs) / 2;
  setViewport({ fromNs: atNs - half, toNs: atNs + half });
}

/** The keys of a stepped run, before those of the workbench: numbers choose, U takes back. */
import { useEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import { useStoreApi } from '../store/store-context.ts';
import type { Store } from '../store/store.ts';

export function useSchedulerKeys(): void {
  const store = useStoreApi();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const state = store.getState();
      if (state.stepped === null || state.dialog !== null || usesKeys(event)) return;
      const action = actionOf(event, store);
      if (action === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      action();
    };
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, [store]);
}

function actionOf(event: KeyboardEvent, store: StoreApi<Store>): (() => void) | null {
  const { stepped, choose, goToChoice } = store.getState();
  if (stepped === null) return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  if (digit !== undefined) return () => chooseIfPossible(store, Number(digit), event.shiftKey ? null : 1);
  const at = stepped.choices.length;
  switch (event.key) {
    case 'u':
      return () => void goToChoice(at - 1);
    case 'U':
    case 'y':
      return () => void goToChoice(at + 1);
    case 'Enter':
    case ' ':
      return stepped.suggested === null ? null : () => void choose(stepped.suggested ?? 0, 1);
    default:
      return null;
  }
}

function chooseIfPossible(store: StoreApi<Store>, thread: number, count: number | null): void {
  const { stepped, choose } = store.getState();
  const candidate = stepped?.candidates.find((other) => other.thread === thread);
  if (stepped?.isOver === false && candidate?.hindrance === null) void choose(thread, count);
}

/** Where a key has a meaning of its own: in fields, and Enter and Space on what can be pressed. */
function usesKeys(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('input, textarea, select, .cm-editor') !== null) return true;
  const isPress = event.key === 'Enter' || event.key === ' ';
  return isPress && target.closest('button, a, summary, [role=tab], [role=separator], [role=menuitem]') !== null;
}

/** Hears the keys of the command table, except where a person is typing. */
import { useEffect } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import { commands, keyOf, presenterKeys } from './commands.ts';
import { inspectorTabs } from '../store/panel-slice.ts';

/** In the order of the inspectors' tabs. */
const tabKeys = '1234567890';

export function useShortcuts(): void {
  const store = useStoreApi();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = keyOf(event);
      const isChord = event.ctrlKey || event.metaKey;
      if (event.defaultPrevented || event.altKey || store.getState().dialog !== null) return;
      const isFunctionKey = /^F\d+$/.test(event.key);
      if (isTyping(event.target) && !isChord && !isFunctionKey) return;
      if (usesKeyItself(event)) return;
      const tab = inspectorTabs[tabKeys.indexOf(key)];
      const command = commands.find(({ keys }) => keys === key)?.run ?? presenterKeys[key];
      if (command === undefined && tab === undefined) return;
      event.preventDefault();
      if (command !== undefined) command(store.getState());
      else if (tab !== undefined) store.getState().showTab(tab);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [store]);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** Space presses a focused button; arrows move in tabs, menus and sliders. */
function usesKeyItself(event: KeyboardEvent): boolean {
  if (!(event.target instanceof HTMLElement)) return false;
  if (event.key === ' ') return event.target.closest('button, summary, a') !== null;
  const isArrow = event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End';
  return isArrow && event.target.closest('[role=tab], [role=menu], [role=slider]') !== null;
}

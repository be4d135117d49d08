/** The lab's keys: space plays, arrows step, Home starts again. Fields and lists keep their own. */
import { useEffect } from 'react';
import { useLabStore } from '../lab-context.ts';

export function useLabKeys(): void {
  const store = useLabStore();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTaken(event)) return;
      const state = store.getState();
      switch (event.key) {
        case ' ':
          state.set({ isPlaying: !state.isPlaying && state.moment?.isStopped === false });
          break;
        case 'ArrowRight':
          state.set({ isPlaying: false });
          void state.step();
          break;
        case 'ArrowLeft':
          state.set({ isPlaying: false });
          void state.back();
          break;
        case 'Home':
          state.set({ isPlaying: false });
          void state.restart();
          break;
        default:
          return;
      }
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [store]);
}

/** Keys that the focused element needs itself. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, [role="tablist"], [role="dialog"], [role="menu"]') !== null) return true;
  const isPressable = target.closest('button, a, summary, [role="button"]') !== null;
  const scrolls = target.closest('section[tabindex]') !== null;
  return (key === ' ' && isPressable) || (key.startsWith('Arrow') && scrolls);
}

/** Plays: the playhead flows through the window, or goes from step to step, until the end of the run. */
import { useEffect } from 'react';
import type { StoreApi } from 'zustand/vanilla';
import type { PlayMode } from '../store/playhead-slice.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import type { Store } from '../store/store.ts';
import { reveal } from '../store/viewport.ts';

export function usePlayback(): void {
  const store = useStoreApi();
  const playing = useStore((state) => state.playing);
  const playSeconds = useStore((state) => state.playSeconds);
  useEffect(() => {
    if (playing === null) return undefined;
    startAgainAtEnd(store.getState());
    return playing === 'time' ? playTime(store, playSeconds) : playSteps(store, playing, playSeconds);
  }, [store, playing, playSeconds]);
}

function startAgainAtEnd(store: Store): void {
  if (store.trace !== null && store.playheadNs >= store.trace.endNs) void store.seekStep(0);
}

function playTime(store: StoreApi<Store>, seconds: number): () => void {
  let before = performance.now();
  let frame = requestAnimationFrame(function tick(now) {
    const state = store.getState();
    const { viewport, playheadNs, trace } = state;
    if (trace === null || playheadNs >= trace.endNs) return state.pause();
    const windowNs = viewport.toNs - viewport.fromNs;
    const timeNs = playheadNs + (windowNs * (now - before)) / 1000 / seconds;
    before = now;
    void state.seekTime(timeNs);
    state.setViewport(reveal(viewport, timeNs));
    frame = requestAnimationFrame(tick);
  });
  return () => cancelAnimationFrame(frame);
}

/** Ten steps take as long as a window does when time flows. */
function playSteps(store: StoreApi<Store>, unit: Exclude<PlayMode, 'time'>, seconds: number): () => void {
  const timer = setInterval(() => {
    const state = store.getState();
    if (state.trace === null || (state.moment?.step ?? 0) >= state.trace.steps) return state.pause();
    void state.stepBy(unit, 1);
  }, seconds * 100);
  return () => clearInterval(timer);
}

/** Plays the run while it is to be played: a step a beat, or great strides a frame. */
import { useEffect } from 'react';
import { useLab, useLabStore } from './lab-context.ts';

const cyclesPerFrame = 200_000;

export function usePlaying(): void {
  const store = useLabStore();
  const isPlaying = useLab((state) => state.isPlaying);
  const speed = useLab((state) => state.speed);
  useEffect(() => {
    if (!isPlaying) return undefined;
    let timer = 0;
    let isOver = false;
    const beat = async (): Promise<void> => {
      const started = performance.now();
      await advance();
      if (isOver) return;
      const { moment } = store.getState();
      if (moment?.isStopped) {
        store.getState().set({ isPlaying: false });
        return;
      }
      const pause = speed === 'unlimited' ? 0 : 1000 / speed - (performance.now() - started);
      timer = window.setTimeout(() => void beat(), Math.max(0, pause));
    };
    const advance = async (): Promise<void> => {
      const state = store.getState();
      if (speed === 'unlimited') await state.runMany(cyclesPerFrame);
      else if (state.repeatsInstruction && isInstructionOver(state.moment)) await state.again();
      else await state.step();
    };
    timer = window.setTimeout(() => void beat(), speed === 'unlimited' ? 0 : 1000 / speed);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [store, isPlaying, speed]);
}

function isInstructionOver(moment: ReturnType<ReturnType<typeof useLabStore>['getState']>['moment']): boolean {
  const micro = moment?.micro;
  return micro !== null && micro !== undefined && micro.steps.length > 0 && micro.shown === micro.steps.length;
}

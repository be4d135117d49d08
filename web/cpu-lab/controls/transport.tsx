import { ChevronLeft, ChevronRight, Pause, Play, Repeat1, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { useLab, useLabStore } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './controls.module.css';
import { Pace } from './pace.tsx';
import { Sentence } from './sentence.tsx';

/** Back, play, step; how fast, by which unit; and the sentence that says what just happened. */
export function Transport(): ReactNode {
  const t = useCpuMessages();
  const store = useLabStore();
  const isPlaying = useLab((state) => state.isPlaying);
  const repeats = useLab((state) => state.repeatsInstruction);
  const cycle = useLab((state) => state.moment?.cycle ?? 0);
  const isStopped = useLab((state) => state.moment?.isStopped ?? true);
  const hasWalk = useLab((state) => state.moment?.micro !== null);
  const act = (action: 'restart' | 'back' | 'step'): void => {
    store.getState().set({ isPlaying: false });
    void store.getState()[action]();
  };
  return (
    <div className={css['transport']} role="toolbar" aria-label={t('transport.name')}>
      <IconButton label={t('transport.restart')} icon={<RotateCcw />} shortcut="Home" onClick={() => act('restart')} />
      <IconButton
        label={t('transport.back')}
        icon={<ChevronLeft />}
        shortcut="ArrowLeft"
        disabled={cycle === 0 && !hasWalk}
        onClick={() => act('back')}
      />
      <IconButton
        label={isPlaying ? t('transport.pause') : t('transport.play')}
        icon={isPlaying ? <Pause /> : <Play />}
        shortcut="Space"
        disabled={isStopped}
        onClick={() => store.getState().set({ isPlaying: !isPlaying })}
      />
      <IconButton
        label={t('transport.step')}
        icon={<ChevronRight />}
        shortcut="ArrowRight"
        disabled={isStopped}
        onClick={() => act('step')}
      />
      <IconButton
        label={t('transport.repeat')}
        icon={<Repeat1 />}
        isPressed={repeats}
        disabled={!hasWalk}
        onClick={() => store.getState().set({ repeatsInstruction: !repeats })}
      />
      <Pace />
      <span className={css['cycle']}>{t('transport.cycle', { cycle })}</span>
      <Sentence />
    </div>
  );
}

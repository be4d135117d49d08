import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { stopAnswer } from '../store/stop-answer.ts';
import { areStopsStale, captionOf, type StopQuestion } from '../store/stops-slice.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useLanguage } from '../ui/messages/catalogue.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import css from './stop-caption.module.css';

/** Where there are stops: the current one's caption and question, and the way to the next. */
export function StopCaption(): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const stops = useStore((state) => state.stops);
  const currentStop = useStore((state) => state.currentStop);
  const isStale = useStore(areStopsStale);
  const language = useLanguage();
  const stop = currentStop === null ? undefined : stops[currentStop];
  if (stops.length === 0) return null;
  return (
    <section className={css['caption']} aria-live="polite">
      <span className={css['number']}>
        {currentStop === null
          ? t('stops.count', { count: stops.length })
          : t('stops.of', { number: currentStop + 1, count: stops.length })}
      </span>
      <p className={css['text']}>
        {stop !== undefined && captionOf(stop, language)}{' '}
        {stop?.question != null && (
          <Question question={stop.question} isAsked={/[?？]$/.test(captionOf(stop, language).trim())} />
        )}
        {stop === undefined && <span className={css['note']}>{t(isStale ? 'stops.stale' : 'stops.here')}</span>}
      </p>
      <IconButton
        label={t('stops.goTo', { number: currentStop ?? 0 })}
        icon={<ChevronLeft />}
        shortcut="PageUp"
        disabled={currentStop === 0}
        onClick={() => void store.getState().advance(-1)}
      />
      <IconButton
        label={t('stops.goTo', { number: (currentStop ?? -1) + 2 })}
        icon={<ChevronRight />}
        shortcut="PageDown"
        onClick={() => void store.getState().advance(1)}
      />
    </section>
  );
}

/** `isAsked`: the caption has asked already. */
function Question({ question, isAsked }: { readonly question: StopQuestion; readonly isAsked: boolean }): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const isRevealed = useStore((state) => state.isRevealed);
  const answer = useStore((state) => stopAnswer(question, state));
  const name = question.kind === 'variable' ? question.name : '';
  return (
    <span className={css['question']}>
      {isAsked ? '' : t(`stops.ask.${question.kind}`, { name })}{' '}
      {isRevealed ? (
        <strong>{answer === null ? t('stops.noAnswer') : t('stops.answer', { answer })}</strong>
      ) : (
        <Button kind="primary" onClick={() => store.getState().reveal()}>
          {t('stops.reveal')}
        </Button>
      )}
    </span>
  );
}

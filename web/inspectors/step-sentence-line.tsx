import type { ReactNode } from 'react';
import { openQuestion } from '../store/stops-slice.ts';
import { useStore } from '../store/store-context.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import { stepSentence } from './step-sentence.ts';
import { useSentenceContext } from './use-sentence-context.ts';

/** What the step just did, in words; read out when it changes. */
export function StepSentence(): ReactNode {
  const t = useInspectorMessages();
  const moment = useStore((store) => store.moment);
  const isPlaying = useStore((store) => store.playing !== null);
  const hidesValues = useStore((store) => openQuestion(store)?.kind === 'variable');
  const context = useSentenceContext();
  const text =
    moment === null || context === null
      ? t('moment.none')
      : stepSentence(moment, hidesValues ? { ...context, hidesValues } : context);
  return (
    <p aria-live={isPlaying ? 'off' : 'polite'} title={text}>
      {text}
    </p>
  );
}

import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { joinSentences } from '../ui/join-sentences.ts';
import { countText } from '../ui/time-text.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import css from './outcome-banner.module.css';
import { outcomeWords } from './outcome-words.ts';

/** How the run ended, in words; a deadlock with its circle. Where it can go on, the button to do so. */
export function OutcomeBanner(): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const trace = useStore((state) => state.trace);
  const run = useStore((state) => state.run);
  if (run.kind === 'failed') return <Failure message={run.message} />;
  if (trace === null || run.kind === 'running') return null;
  const { outcome } = trace;
  const words = outcomeWords(trace, t);
  const canContinue = (outcome.kind === 'limit' && outcome.limit !== 'input') || outcome.kind === 'stopped';
  const more = Math.max(1_000_000, trace.steps);
  return (
    <output className={[css['banner'], css[words.tone]].join(' ')}>
      {icons[words.tone]}
      <span className={css['words']}>
        {words.title !== null && <strong>{words.title} </strong>}
        {joinSentences(words.sentences)}
      </span>
      {outcome.kind === 'deadlock' && (
        <Button
          kind="danger"
          onClick={() => {
            const state = store.getState();
            state.selectThread(outcome.cycle[0] ?? outcome.waits[0]?.thread ?? 0);
            state.showTab('why');
            void state.seekStep(trace.steps);
          }}
        >
          {t('deadlock.show')}
        </Button>
      )}
      {canContinue && (
        <Button kind="primary" onClick={() => void store.getState().continueRun(more)}>
          {t('outcome.continue', { steps: countText(more) })}
        </Button>
      )}
    </output>
  );
}

/** A mistake of ours, which is no outcome of the program. */
function Failure({ message }: { readonly message: string }): ReactNode {
  const t = useInspectorMessages();
  return (
    <output className={[css['banner'], css['danger']].join(' ')}>
      {icons.danger}
      <span className={css['words']}>{t('outcome.bug', { message })}</span>
    </output>
  );
}

const icons = {
  good: <CircleCheck aria-hidden="true" />,
  warning: <TriangleAlert aria-hidden="true" />,
  danger: <OctagonAlert aria-hidden="true" />,
} as const;

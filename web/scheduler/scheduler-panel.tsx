import { type ReactNode, useState } from 'react';
import type { SteppedState } from '../../sim-core/trace/stepped-state.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { countText } from '../ui/time-text.ts';
import { Tabs } from '../ui/tabs.tsx';
import { BranchTabs } from './branch-tabs.tsx';
import { CompareView } from './compare-view.tsx';
import { GoalBar } from './goal-bar.tsx';
import { GoalEditor } from './goal-editor.tsx';
import { hindranceWords } from './hindrance-words.ts';
import { HistoryTable } from './history-table.tsx';
import { type SchedulerTranslate, useSchedulerMessages } from './messages/scheduler-messages.ts';
import { ScheduleField } from './schedule-field.tsx';
import css from './scheduler-panel.module.css';
import { granularityHelp, SteeringBar } from './steering-bar.tsx';
import { ThreadChoice } from './thread-choice.tsx';
import { turnSentence } from './turn-words.ts';
import { useSchedulerKeys } from './use-scheduler-keys.ts';

/** The room of a stepped run: who goes on, what happened, the futures one has seen. */
export function SchedulerPanel(): ReactNode {
  const stepped = useStore((state) => state.stepped);
  useSchedulerKeys();
  return stepped === null ? null : <Room stepped={stepped} />;
}

function Room({ stepped }: { readonly stepped: SteppedState }): ReactNode {
  const t = useSchedulerMessages();
  const version = useStore(({ scenario }) => scenario.settings.python);
  return (
    <section className={css['panel']} aria-label={t('panel.name')}>
      <SteeringBar stepped={stepped} />
      <GoalBar />
      <EarlierNotice stepped={stepped} />
      <ol className={css['threads']} aria-label={t('panel.ask')}>
        {stepped.candidates.map((candidate) => (
          <ThreadChoice
            key={candidate.thread}
            candidate={candidate}
            isSuggested={stepped.suggested === candidate.thread}
          />
        ))}
      </ol>
      <p className={css['sentence']} aria-live="polite">
        {conflictWords(stepped, t) ?? lastWords(stepped, t)}
      </p>
      <details className={css['help']}>
        <summary>{t('panel.how')}</summary>
        <p>
          {t('panel.help')} {t('branches.help')}
        </p>
        <p>
          {t('granularity.sentence', { where: t(`granularity.${stepped.granularity}`, { version }) })}{' '}
          {granularityHelp(stepped.granularity, version, t)} {t('granularity.library')}
        </p>
      </details>
      <More stepped={stepped} />
    </section>
  );
}

const views = ['history', 'compare', 'schedule', 'goal'] as const;

function More({ stepped }: { readonly stepped: SteppedState }): ReactNode {
  const t = useSchedulerMessages();
  const [view, setView] = useState<string>('history');
  const contents = {
    history: <HistoryTable />,
    compare: <CompareView />,
    schedule: <ScheduleField key={stepped.schedule} stepped={stepped} />,
    goal: <GoalEditor />,
  } as const;
  return (
    <>
      <BranchTabs />
      <div className={css['more']}>
        <Tabs
          label={t('view.name')}
          tabs={views.map((id) => ({ id, label: t(`view.${id}`), content: contents[id] }))}
          selected={view}
          onSelect={setView}
        />
      </div>
    </>
  );
}

/** The threads shown are those of the open choice: when one looks at another moment, that is said. */
function EarlierNotice({ stepped }: { readonly stepped: SteppedState }): ReactNode {
  const t = useSchedulerMessages();
  const store = useStoreApi();
  const step = useStore(({ moment }) => moment?.step ?? null);
  const last = useStore(({ trace }) => trace?.steps ?? 0);
  if (step === null || step >= last) return null;
  const turn = stepped.turns.findLast((other) => other.choice !== null && other.fromStep <= step);
  return (
    <p className={css['notice']}>
      {t('panel.earlier')}{' '}
      <Button onClick={() => void store.getState().goToChoice(turn?.choice ?? 0)}>{t('panel.chooseHere')}</Button>{' '}
      <Button onClick={() => void store.getState().seekStep(last)}>{t('panel.toEnd')}</Button>
    </p>
  );
}

function conflictWords({ conflict }: SteppedState, t: SchedulerTranslate): string | null {
  if (conflict === null) return null;
  const { choice, step, thread, threadName, hindrance } = conflict;
  const name = threadName === '' ? `#${thread}` : threadName;
  return t('schedule.conflict', { choice, step: countText(step), name, reason: hindranceWords(hindrance, t) });
}

function lastWords({ turns, choices, isOver }: SteppedState, t: SchedulerTranslate): string {
  const last = turns.at(-1);
  if (last === undefined || choices.length === 0) return t('turn.first');
  const sentence = turnSentence(last, t);
  return isOver ? t('panel.over', { sentence }) : sentence;
}

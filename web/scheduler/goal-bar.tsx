import { CircleX, PartyPopper, Target } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Goal, goalProgress } from '../store/goal.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import css from './goal-bar.module.css';
import { type SchedulerTranslate, useSchedulerMessages } from './messages/scheduler-messages.ts';

/** What is to be reached, and whether it has been. */
export function GoalBar(): ReactNode {
  const t = useSchedulerMessages();
  const store = useStoreApi();
  const goal = useStore((state) => state.goal);
  const progress = useStore(goalProgress);
  const switches = useStore((state) => state.stepped?.switches ?? 0);
  const preemptions = useStore((state) => state.stepped?.preemptions ?? 0);
  if (goal === null) return null;
  const said = t(`goal.${progress}`, {
    switches: t('count.switches', { count: switches }),
    preemptions: t('count.preemptions', { count: preemptions }),
  });
  return (
    <output className={[css['goal'], css[progress]].join(' ')}>
      {icons[progress]}
      <span>
        <strong>
          {t('goal.name')}: {goalWords(goal, t)}
        </strong>{' '}
        {said}
      </span>
      {progress === 'reached' && (
        <Button onClick={() => store.getState().openDialog('share')}>{t('goal.share')}</Button>
      )}
    </output>
  );
}

const icons = {
  open: <Target aria-hidden="true" />,
  reached: <PartyPopper aria-hidden="true" />,
  missed: <CircleX aria-hidden="true" />,
} as const;

function goalWords(goal: Goal, t: SchedulerTranslate): string {
  switch (goal.kind) {
    case 'deadlock':
      return t('goal.deadlock');
    case 'prints':
      return t('goal.prints', { text: goal.text });
    case 'variable':
      return t('goal.variable', { name: goal.name, text: goal.text });
  }
}

import type { ReactNode } from 'react';
import type { Goal } from '../store/goal.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Select } from '../ui/select.tsx';
import { useSchedulerMessages } from './messages/scheduler-messages.ts';
import css from './schedule-field.module.css';

const kinds = ['none', 'deadlock', 'prints', 'variable'] as const;

const fresh: Readonly<Record<(typeof kinds)[number], Goal | null>> = {
  none: null,
  deadlock: { kind: 'deadlock' },
  prints: { kind: 'prints', text: '' },
  variable: { kind: 'variable', name: '', text: '' },
};

/** For teachers: what is to be reached. */
export function GoalEditor(): ReactNode {
  const t = useSchedulerMessages();
  const store = useStoreApi();
  const goal = useStore((state) => state.goal);
  return (
    <div className={css['form']}>
      <Select
        label={t('goal.kind')}
        value={goal?.kind ?? 'none'}
        options={kinds.map((value) => ({ value, label: t(`goal.kind.${value}`) }))}
        onChange={(kind) => store.getState().setGoal(fresh[kind])}
      />
      {goal !== null && <Fields goal={goal} />}
      <p className={css['help']}>{t('goal.help')}</p>
    </div>
  );
}

function Fields({ goal }: { readonly goal: Goal }): ReactNode {
  const t = useSchedulerMessages();
  const store = useStoreApi();
  const setGoal = (changed: Goal): void => store.getState().setGoal(changed);
  switch (goal.kind) {
    case 'deadlock':
      return null;
    case 'prints':
      return <Field label={t('goal.text')} value={goal.text} onChange={(text) => setGoal({ ...goal, text })} />;
    case 'variable':
      return (
        <>
          <Field label={t('goal.variableName')} value={goal.name} onChange={(name) => setGoal({ ...goal, name })} />
          <Field label={t('goal.value')} value={goal.text} onChange={(text) => setGoal({ ...goal, text })} />
        </>
      );
  }
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Field({ label, value, onChange }: FieldProps): ReactNode {
  return (
    <label className={css['label']}>
      {label}
      <input
        className={css['text']}
        value={value}
        maxLength={400}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

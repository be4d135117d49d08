import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import type { Branch } from '../store/branches.ts';
import { Select } from '../ui/select.tsx';
import { endingWords } from './branch-tabs.tsx';
import { type Comparison, compareTurns } from './compare-turns.ts';
import css from './compare-view.module.css';
import { useSchedulerMessages } from './messages/scheduler-messages.ts';
import { TurnsTable } from './turns-table.tsx';

/** Two futures side by side, scrolled to where they part. */
export function CompareView(): ReactNode {
  const t = useSchedulerMessages();
  const store = useStoreApi();
  const branches = useStore((state) => state.branches);
  const current = useStore((state) => state.branches.find(({ id }) => id === state.currentBranch));
  const compared = useStore((state) => state.branches.find(({ id }) => id === state.comparedBranch));
  if (current === undefined || branches.length < 2) return <p className={css['help']}>{t('compare.help')}</p>;
  const others = branches.filter((branch) => branch !== current);
  const options = [
    { value: '', label: t('compare.nobody') },
    ...others.map((branch) => ({ value: String(branch.id), label: branch.name })),
  ];
  return (
    <div className={css['compare']}>
      <Select
        label={t('compare.with')}
        value={compared === undefined ? '' : String(compared.id)}
        options={options}
        onChange={(value) => store.getState().compareBranch(value === '' ? null : Number(value))}
      />
      {compared !== undefined && <Tables one={current} other={compared} />}
    </div>
  );
}

function Tables({ one, other }: { readonly one: Branch; readonly other: Branch }): ReactNode {
  const t = useSchedulerMessages();
  const comparison = compareTurns(one.turns, other.turns);
  const { partAt, choice } = comparison;
  return (
    <>
      <output className={css['verdict']}>
        {partAt === null
          ? t('compare.same')
          : t('compare.differs', { choice: choice === null ? partAt + 1 : choice + 1 })}
      </output>
      <div className={css['pair']}>
        <Side branch={one} comparison={comparison} />
        <Side branch={other} comparison={comparison} />
      </div>
    </>
  );
}

function Side({ branch, comparison }: { readonly branch: Branch; readonly comparison: Comparison }): ReactNode {
  const t = useSchedulerMessages();
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={css['side']} data-scrolls="" aria-label={t('branches.one', { name: branch.name })} tabIndex={0}>
      <h3 className={css['title']}>
        {branch.name} <small>{endingWords(branch, t)}</small>
      </h3>
      <TurnsTable
        name={branch.name}
        turns={branch.turns}
        marked={comparison.partAt}
        markLabel={t('compare.here')}
        onGoTo={null}
      />
    </section>
  );
}

import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { currentBranchOf } from '../store/branches.ts';
import { useSchedulerMessages } from './messages/scheduler-messages.ts';
import css from './scheduler-panel.module.css';
import { TurnsTable } from './turns-table.tsx';

/** The turns up to the open choice, the last one in sight. */
export function HistoryTable(): ReactNode {
  const t = useSchedulerMessages();
  const store = useStoreApi();
  const turns = useStore((state) => state.stepped?.turns ?? noTurns);
  const name = useStore((state) => currentBranchOf(state)?.name ?? 'A');
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={css['pane']} data-scrolls="" aria-label={t('view.history')} tabIndex={0}>
      <TurnsTable
        name={name}
        turns={turns}
        marked={turns.length - 1}
        markLabel=""
        onGoTo={(choice) => void store.getState().goToChoice(choice)}
      />
    </section>
  );
}

const noTurns = [] as const;

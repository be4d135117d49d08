import { GitBranch, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import type { Branch } from '../store/branches.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import css from './branch-tabs.module.css';
import { type SchedulerTranslate, useSchedulerMessages } from './messages/scheduler-messages.ts';

/** The futures that were taken; the chosen one's name can be changed. */
export function BranchTabs(): ReactNode {
  const t = useSchedulerMessages();
  const store = useStoreApi();
  const branches = useStore((state) => state.branches);
  const current = useStore((state) => state.currentBranch);
  if (branches.length < 2) return null;
  return (
    <fieldset className={css['branches']}>
      <legend className="visually-hidden">{t('branches.name')}</legend>
      <GitBranch aria-hidden="true" className={css['icon']} />
      {branches.map((branch) =>
        branch.id === current ? (
          <Current key={branch.id} branch={branch} t={t} />
        ) : (
          <Button
            key={branch.id}
            kind="chip"
            aria-label={t('branches.one', { name: branch.name })}
            onClick={() => void store.getState().selectBranch(branch.id)}
          >
            {branch.name} <small>{endingWords(branch, t)}</small>
          </Button>
        ),
      )}
    </fieldset>
  );
}

function Current({ branch, t }: { readonly branch: Branch; readonly t: SchedulerTranslate }): ReactNode {
  const store = useStoreApi();
  return (
    <span className={css['current']}>
      <input
        className={css['name']}
        aria-label={t('branches.rename')}
        value={branch.name}
        size={Math.max(3, branch.name.length)}
        maxLength={40}
        onChange={(event) => store.getState().renameBranch(branch.id, event.target.value)}
      />
      <small>{endingWords(branch, t)}</small>
      <IconButton
        label={t('branches.remove')}
        icon={<Trash2 />}
        onClick={() => void store.getState().removeBranch(branch.id)}
      />
    </span>
  );
}

export function endingWords({ ending, choices }: Branch, t: SchedulerTranslate): string {
  const length = t('branches.length', { count: choices.length });
  const how =
    ending === null
      ? t('ending.open')
      : ending === 'exited' || ending === 'deadlock'
        ? t(`ending.${ending}`)
        : t('ending.other');
  return `${length}, ${how}`;
}

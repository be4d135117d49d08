import { ShieldCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LocksetAccess, SharedVariable } from '../../../sim-core/trace/lockset.ts';
import { useStore, useStoreApi } from '../../store/store-context.ts';
import { threadNameOf } from '../../store/trace-threads.ts';
import { threadInk } from '../../ui/state-style.ts';
import { type SharedTranslate, useSharedMessages } from './messages/shared-messages.ts';
import css from './shared-panel.module.css';

const mostRows = 200;

/** One variable: the verdict, and the table of its uses. */
export function LocksetVariable({ variable }: { readonly variable: SharedVariable }): ReactNode {
  const t = useSharedMessages();
  const lockNames = useLockNames();
  const { name, isGuarded, guards, accesses } = variable;
  return (
    <details className={[css['variable'], isGuarded ? '' : css['unguarded']].join(' ')} open={!isGuarded}>
      <summary>
        {isGuarded ? <ShieldCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
        <code>{name}</code>
        <span className={css['verdict']}>
          {isGuarded ? t('lockset.guarded', { locks: lockNames(guards) }) : t('lockset.unguarded')}
        </span>
      </summary>
      <table className={css['table']} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t('lockset.thread')}</th>
            <th scope="col">{t('lockset.line')}</th>
            <th scope="col">{t('lockset.use')}</th>
            <th scope="col">{t('lockset.locks')}</th>
          </tr>
        </thead>
        <tbody>
          {accesses.slice(0, mostRows).map((access) => (
            <AccessRow
              key={`${access.thread} ${access.fileName} ${access.line} ${access.firstStep}`}
              access={access}
              name={name}
            />
          ))}
        </tbody>
      </table>
    </details>
  );
}

interface AccessRowProps {
  readonly access: LocksetAccess;
  readonly name: string;
}

function AccessRow({ access, name }: AccessRowProps): ReactNode {
  const t = useSharedMessages();
  const store = useStoreApi();
  const lockNames = useLockNames();
  const thread = useStore(({ trace }) => (trace === null ? '' : threadNameOf(trace, access.thread)));
  const { fileName: file, line, locks, isAlone } = access;
  return (
    <tr className={isAlone ? css['alone'] : undefined}>
      <th scope="row" style={{ color: threadInk(access.thread) }}>
        {thread}
      </th>
      <td>
        <button
          type="button"
          aria-label={t('lockset.goTo', { name, thread, line })}
          onClick={() => void store.getState().seekStep(access.firstStep)}
        >
          {file === 'main.py' ? t('lockset.plainLine', { line }) : t('lockset.file', { file, line })}
        </button>
      </td>
      <td>{usesText(access, t)}</td>
      <td>
        {locks.length > 0 && <code>{lockNames(locks)}</code>}
        {locks.length === 0 && !isAlone && <span className={css['noLock']}>{t('lockset.noLock')}</span>}
        {isAlone && t('lockset.alone')}
      </td>
    </tr>
  );
}

function usesText({ reads, writes }: LocksetAccess, t: SharedTranslate): string {
  const parts = [
    ...(reads === 0 ? [] : [t('lockset.reads', { count: reads })]),
    ...(writes === 0 ? [] : [t('lockset.writes', { count: writes })]),
  ];
  return parts.join(', ');
}

function useLockNames(): (locks: readonly number[]) => string {
  const resources = useStore(({ trace }) => trace?.resources);
  return (locks) => [...new Set(locks.map((lock) => resources?.[lock]?.name ?? `#${lock}`))].join(', ');
}

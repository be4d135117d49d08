import type { ReactNode } from 'react';
import type { ThreadMoment } from '../../sim-core/trace/moment.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { shownThread } from '../store/selection-slice.ts';
import { threadInk } from '../ui/state-style.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import { VariableTable } from './variable-table.tsx';
import css from './variables-panel.module.css';

/** Stack and local variables of the chosen thread, and its process' globals. */
export function VariablesPanel(): ReactNode {
  const t = useInspectorMessages();
  const moment = useStore((store) => store.moment);
  const shown = useStore(shownThread);
  const thread = moment?.threads.find(({ id }) => id === shown);
  if (moment === null || thread === undefined) return <p className={css['none']}>{t('moment.none')}</p>;
  const process = moment.processes.find(({ id }) => id === thread.process);
  return (
    <div className={css['panel']}>
      <Stack thread={thread} />
      <section>
        <h3>{t('variables.globals')}</h3>
        <VariableTable label={t('variables.globals')} variables={process?.globals ?? []} />
      </section>
    </div>
  );
}

function Stack({ thread }: { readonly thread: ThreadMoment }): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const showsLibrary = useStore((state) => state.showsLibrary);
  const frames = thread.frames.filter(({ isLibrary }) => showsLibrary || !isLibrary);
  const hasLibrary = thread.frames.some(({ isLibrary }) => isLibrary);
  return (
    <section>
      <h3 style={{ color: threadInk(thread.id) }}>{t('variables.stack', { name: thread.name })}</h3>
      {frames.length === 0 && <p className={css['none']}>{t('variables.noFrames', { name: thread.name })}</p>}
      {frames.map((frame, depth) => (
        <details key={`${frame.code}-${thread.frames.length - depth}`} className={css['frame']} open={depth < 3}>
          <summary>
            <code>{frame.functionName}</code>
            <span className={css['place']}>
              {frame.fileName}:{Math.max(1, frame.line)}
              {frame.isLibrary && ` · ${t('variables.library')}`}
            </span>
          </summary>
          {frame.functionName !== '<module>' && (
            <VariableTable label={t('variables.locals', { function: frame.functionName })} variables={frame.locals} />
          )}
        </details>
      ))}
      {hasLibrary && (
        <label className={css['toggle']}>
          <input type="checkbox" checked={showsLibrary} onChange={() => store.getState().toggleLibrary()} />
          {t('variables.showLibrary')}
        </label>
      )}
    </section>
  );
}

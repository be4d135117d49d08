import { type ReactNode, useEffect, useRef } from 'react';
import type { BytecodeRow } from '../../sim-core/trace/moment.ts';
import { useStore } from '../store/store-context.ts';
import { shownThread } from '../store/selection-slice.ts';
import { threadColor } from '../ui/state-style.ts';
import css from './bytecode-panel.module.css';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import { useBytecode } from './use-bytecode.ts';

/** The bytecode the chosen thread is in, with its next instruction and the places where a switch can happen. */
export function BytecodePanel(): ReactNode {
  const t = useInspectorMessages();
  const shown = useStore(shownThread);
  const thread = useStore(({ moment }) => moment?.threads.find(({ id }) => id === shown));
  const showsLibrary = useStore((store) => store.showsLibrary);
  const version = useStore((store) => store.ranScenario?.settings.python ?? '3.13');
  const frame = thread?.frames.find(({ isLibrary }) => showsLibrary || !isLibrary) ?? thread?.frames[0];
  const listing = useBytecode(frame?.code ?? null);
  if (frame === undefined || listing === null) {
    const none = thread === undefined ? t('moment.none') : t('variables.noFrames', { name: thread.name });
    return <p className={css['none']}>{none}</p>;
  }
  return (
    <div className={css['panel']} style={{ '--thread': threadColor(shown ?? 0) }}>
      <p className={css['legend']}>{t('bytecode.legend', { version })}</p>
      <table
        className={css['table']}
        aria-label={t('bytecode.title', { function: listing.functionName, file: listing.fileName })}
      >
        <thead>
          <tr>
            <th scope="col">{t('bytecode.line')}</th>
            <th scope="col">{t('bytecode.offset')}</th>
            <th scope="col">{t('bytecode.instruction')}</th>
            <th scope="col">{t('bytecode.argument')}</th>
            <th scope="col">{t('bytecode.switchShort')}</th>
          </tr>
        </thead>
        <tbody>
          {listing.rows.map((row, index) => (
            <Row
              key={row.instruction}
              row={row}
              showsLine={row.line !== listing.rows[index - 1]?.line}
              isNext={row.instruction === frame.instruction}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: BytecodeRow;
  readonly showsLine: boolean;
  readonly isNext: boolean;
}

function Row({ row, showsLine, isNext }: RowProps): ReactNode {
  const t = useInspectorMessages();
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isNext) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isNext]);
  return (
    <tr ref={element} className={isNext ? css['next'] : undefined} aria-current={isNext ? 'step' : undefined}>
      <td className={css['number']}>{showsLine ? row.line : ''}</td>
      <td className={css['number']}>{row.isJumpTarget ? `▸ ${row.offset}` : row.offset}</td>
      <td>{row.opcodeName}</td>
      <td className={css['argument']}>{row.argumentText}</td>
      <td title={row.canSwitchAfter ? t('bytecode.switch') : undefined}>{row.canSwitchAfter ? '⇄' : ''}</td>
    </tr>
  );
}

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { IconButton } from '../ui/icon-button.tsx';
import css from './breakpoint-list.module.css';
import { BreakpointRow } from './breakpoint-row.tsx';
import { useEditorMessages } from './messages/editor-messages.ts';

/** Below the editor, where there are breakpoints: to the next hit and back, for any thread or one, by number. */
export function BreakpointList(): ReactNode {
  const t = useEditorMessages();
  const store = useStoreApi();
  const breakpoints = useStore((state) => state.breakpoints);
  const report = useStore((state) => state.hitReport);
  const hasRun = useStore((state) => state.trace !== null);
  if (breakpoints.length === 0) return null;
  return (
    <section className={css['list']} aria-label={t('breakpoints.name')}>
      <header className={css['header']}>
        <h2>{t('breakpoints.name')}</h2>
        <output className={css['report']}>{report !== null && t(`breakpoints.report.${report}`)}</output>
        <IconButton
          label={t('breakpoints.back')}
          icon={<ChevronLeft />}
          shortcut="Shift+F8"
          disabled={!hasRun}
          onClick={() => void store.getState().goToHit(-1)}
        />
        <IconButton
          label={t('breakpoints.forward')}
          icon={<ChevronRight />}
          shortcut="F8"
          disabled={!hasRun}
          onClick={() => void store.getState().goToHit(1)}
        />
      </header>
      <ul>
        {breakpoints.map((breakpoint, index) => (
          <BreakpointRow key={`${breakpoint.fileName}:${breakpoint.line}`} breakpoint={breakpoint} index={index} />
        ))}
      </ul>
    </section>
  );
}

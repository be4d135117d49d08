import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import css from './findings-chip.module.css';
import { useTimelineMessages } from './messages/timeline-messages.ts';

/** How many things stand out in the run; a click lists them. */
export function FindingsChip(): ReactNode {
  const t = useTimelineMessages();
  const store = useStoreApi();
  const trace = useStore((state) => state.trace);
  const count = useStore((state) => state.findings.length);
  useEffect(() => {
    void store.getState().lookForFindings();
  }, [store, trace]);
  if (count === 0) return null;
  return (
    <button type="button" className={css['chip']} onClick={() => store.getState().showTab('measure')}>
      <TriangleAlert aria-hidden="true" />
      {t('timeline.findings', { count })}
    </button>
  );
}

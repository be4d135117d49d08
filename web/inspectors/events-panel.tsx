import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { eventsUntil } from '../store/trace-threads.ts';
import { Button } from '../ui/button.tsx';
import { countText } from '../ui/time-text.ts';
import css from './events-panel.module.css';
import { EventsTable } from './events-table.tsx';
import { toldAround } from './told-events.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import { useSentenceContext } from './use-sentence-context.ts';

const rowsShown = 60;

/** The transcript: what the canvas shows, as sentences. The rows around the playhead; more by the buttons. */
export function EventsPanel(): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const context = useSentenceContext();
  const [showsAll, setShowsAll] = useState(false);
  const trace = useStore((state) => state.trace);
  const here = useStore((state) => (state.trace === null ? 0 : eventsUntil(state.trace, state.playheadNs)));
  const rows = useMemo(
    () => (trace === null ? [] : toldAround(trace, here, rowsShown, showsAll)),
    [trace, here, showsAll],
  );
  if (context === null || trace === null) return <p className={css['none']}>{t('moment.none')}</p>;
  const goTo = (event: number | undefined): void => {
    if (event !== undefined) void store.getState().seekTime(trace.timeNs[event] ?? 0);
  };
  return (
    <div className={css['panel']}>
      <div className={css['bar']}>
        <Button icon={<ChevronUp />} onClick={() => goTo(rows[0])}>
          {t('events.earlier')}
        </Button>
        <Button icon={<ChevronDown />} onClick={() => goTo(rows.at(-1))}>
          {t('events.later')}
        </Button>
        <span className={css['none']}>
          {t('events.range', {
            from: countText((rows[0] ?? 0) + 1),
            to: countText((rows.at(-1) ?? 0) + 1),
            count: countText(trace.length),
          })}
        </span>
        <label className={css['toggle']}>
          <input type="checkbox" checked={showsAll} onChange={() => setShowsAll(!showsAll)} />
          {t('events.details')}
        </label>
      </div>
      <EventsTable context={context} rows={rows} here={here} onGoTo={goTo} />
    </div>
  );
}

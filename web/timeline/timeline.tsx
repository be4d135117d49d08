import { type ReactNode, useRef, useState } from 'react';
import { useStore } from '../store/store-context.ts';
import { useCanvasTheme } from '../ui/canvas-theme.ts';
import { LanesArea } from './lanes-area.tsx';
import { Minimap } from './minimap.tsx';
import { useTimelineMessages } from './messages/timeline-messages.ts';
import { Ruler } from './ruler.tsx';
import css from './timeline.module.css';
import { TimelineEmpty } from './timeline-empty.tsx';
import { TimelineToolbar } from './timeline-toolbar.tsx';
import { useLanes, useLayout } from './use-lanes.ts';
import { useTimelineKeys } from './use-timeline-keys.ts';

/** The hero: minimap, ruler and lanes of the run, on one clock. */
export function Timeline(): ReactNode {
  const t = useTimelineMessages();
  const trace = useStore((store) => store.trace);
  const theme = useCanvasTheme();
  const [search, setSearch] = useState('');
  const [activeLane, setActiveLane] = useState<string | null>(null);
  const lanes = useLanes();
  const layout = useLayout(lanes, search, theme.laneHeightPx);
  const section = useRef<HTMLElement>(null);
  useTimelineKeys({ section, layout, activeLane, setActiveLane });
  return (
    <section ref={section} id="timeline" className={css['timeline']} aria-label={t('timeline.name')} tabIndex={-1}>
      <TimelineToolbar lanes={lanes} search={search} onSearch={setSearch} />
      {trace === null ? (
        <TimelineEmpty />
      ) : (
        <>
          <Minimap lanes={lanes} />
          <Ruler />
          <LanesArea trace={trace} layout={layout} activeLane={activeLane} onActiveLane={setActiveLane} />
        </>
      )}
    </section>
  );
}

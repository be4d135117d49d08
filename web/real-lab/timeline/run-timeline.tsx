import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { formatDuration, formatMoment } from '../results/format-quantity.ts';
import type { TimelineRow } from './rows.ts';
import { nameOf } from './row-name.ts';
import css from './run-timeline.module.css';
import { ShareTable } from './share-table.tsx';
import { nameOfState } from './state-look.ts';
import { type PointedSpan, useTimelinePainting } from './use-timeline-painting.ts';
import { useViewport, useViewportGestures } from './use-viewport.ts';
import { StateLegend } from './state-legend.tsx';

export interface RunTimelineProps {
  /** Which run it is: there may be a real and a simulated one on the page. */
  readonly label: string;
  readonly rows: readonly TimelineRow[];
}

/** A run as rows of coloured spans: one row a worker, one bar a state. */
export function RunTimeline({ label, rows }: RunTimelineProps): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const section = useRef<HTMLElement>(null);
  const controls = useViewport(rows);
  useViewportGestures(section, canvas, controls);
  const [pointed, setPointed] = useState<PointedSpan | null>(null);
  const { geometry, pointAt } = useTimelinePainting(canvas, rows, controls.view);
  const sentence =
    pointed === null
      ? t('timeline.hint')
      : t('timeline.span', {
          worker: nameOf(pointed.row, t),
          state: t(`state.${nameOfState(pointed.span.state)}`),
          duration: formatDuration(pointed.span.toMs - pointed.span.fromMs, language),
          from: formatMoment(pointed.span.fromMs, 0.001, language),
        });
  return (
    <section ref={section} className={css['timeline']} aria-label={`${label}. ${t('timeline.label')}`}>
      <div className={css['bar']}>
        <StateLegend rows={rows} />
        <span className={css['buttons']}>
          <IconButton label={t('timeline.zoomOut')} icon={<ZoomOut />} onClick={() => controls.zoomBy(1 / 2)} />
          <IconButton label={t('timeline.zoomIn')} icon={<ZoomIn />} onClick={() => controls.zoomBy(2)} />
          <IconButton label={t('timeline.whole')} icon={<Maximize2 />} onClick={controls.showWhole} />
        </span>
      </div>
      <div className={css['body']} style={{ '--axis': `${geometry.axisPx}px`, '--gap': `${geometry.gapPx}px` }}>
        <ol className={css['names']} aria-hidden="true">
          {rows.map((row) => (
            <li key={row.worker}>{nameOf(row, t)}</li>
          ))}
        </ol>
        <canvas
          ref={canvas}
          className={css['canvas']}
          onPointerMove={(event) => setPointed(pointAt(event.nativeEvent))}
          onPointerLeave={() => setPointed(null)}
        />
      </div>
      <p className={css['sentence']}>{sentence}</p>
      <ShareTable rows={rows} />
    </section>
  );
}

import { type ReactNode, useRef } from 'react';
import { threadInk } from '../../ui/state-style.ts';
import { useCanvasTheme } from '../../ui/canvas-theme.ts';
import { useLanguage } from '../../ui/messages/catalogue.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { formatQuantity } from '../results/format-quantity.ts';
import type { LineChart, Series, Unit } from '../results/run-summary.ts';
import { useWidth } from '../timeline/use-width.ts';
import css from './chart.module.css';
import { lineScales } from './line-scales.ts';
import { LineTable } from './line-table.tsx';
import { SeriesMark } from './series-mark.tsx';

export interface LinesViewProps {
  readonly chart: LineChart;
  /** Predicted curves: dashed. */
  readonly predicted: readonly Series[];
}

/** Curves with a mark of their own shape at every point, measured ones solid, predicted ones dashed. */
export function LinesView({ chart, predicted }: LinesViewProps): ReactNode {
  const t = useLabMessages();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const em = useCanvasTheme().smallPx;
  const area = { left: em * 5, right: width - em * 2, top: em, bottom: em * 15 };
  const curves = [
    ...chart.series.map((series) => ({ ...series, isPredicted: false })),
    ...predicted.map((series) => ({ ...series, isPredicted: true })),
  ].map((curve, index) => ({ ...curve, index }));
  const scales = lineScales(chart, curves, area);
  const label = (value: number, unit: Unit): string => formatQuantity(value, unit, language);
  return (
    <div ref={box} className={css['lines']}>
      <svg width={width} height={area.bottom + em * 2.3} aria-hidden="true">
        {scales.y.ticks.map((tick) => (
          <g key={tick} transform={`translate(0 ${scales.y.place(tick)})`}>
            <line x1={area.left} x2={area.right} className={css['grid']} />
            <text x={area.left - 6} dy="0.32em" textAnchor="end" className={css['tick']}>
              {label(tick, chart.yUnit)}
            </text>
          </g>
        ))}
        {scales.x.ticks.map((tick) => (
          <text
            key={tick}
            x={scales.x.place(tick)}
            y={area.bottom + em * 1.8}
            textAnchor="middle"
            className={css['tick']}
          >
            {label(tick, chart.xUnit)}
          </text>
        ))}
        {curves.map(({ index, points, isPredicted }) => {
          const places = points.map(([x, y]) => [scales.x.place(x), scales.y.place(y)] as const);
          return (
            <g key={index} style={{ '--ink': threadInk(index) }}>
              <polyline points={places.join(' ')} className={isPredicted ? css['predictedLine'] : css['line']} />
              {!isPredicted && places.map(([x, y]) => <SeriesMark key={x} x={x} y={y} index={index} />)}
            </g>
          );
        })}
      </svg>
      <ul className={css['key']}>
        {curves.map(({ index, label: name, isPredicted }) => (
          <li key={index} style={{ '--ink': threadInk(index) }}>
            <svg width={em * 2} height={em} aria-hidden="true">
              <line x2={em * 2} y1={em / 2} y2={em / 2} className={isPredicted ? css['predictedLine'] : css['line']} />
              {!isPredicted && <SeriesMark x={em} y={em / 2} index={index} />}
            </svg>
            {isPredicted ? t('label.predicted', { label: t(`label.${name}`) }) : t(`label.${name}`)}
          </li>
        ))}
      </ul>
      <LineTable chart={chart} predicted={predicted} />
    </div>
  );
}

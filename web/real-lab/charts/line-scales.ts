import { scaleLinear, scaleLog } from 'd3-scale';
import type { LineChart, Series } from '../results/run-summary.ts';

/** Where a value lies on an axis, and which values get a label. */
interface Axis {
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
}

export interface LineScales {
  readonly x: Axis;
  readonly y: Axis;
}

export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const mostTicks = 6;

/** Axes that hold all series, logarithmic or from zero. */
export function lineScales(chart: LineChart, series: readonly Series[], area: PlotArea): LineScales {
  const points = series.flatMap((one) => one.points);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const horizontal = [area.left, area.right] as const;
  const vertical = [area.bottom, area.top] as const;
  if (chart.scale === 'log') {
    const x = scaleLog().base(2).domain(extent(xs)).range(horizontal);
    const y = scaleLog().domain(extent(ys)).nice().range(vertical);
    const decades = y.ticks().filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e6) / 1e6));
    return { x: { place: x, ticks: thinned([...new Set(xs)]) }, y: { place: y, ticks: decades } };
  }
  const x = scaleLinear().domain(extent(xs)).range(horizontal);
  const y = scaleLinear()
    .domain([Math.min(0, ...ys), Math.max(1, ...ys)])
    .nice()
    .range(vertical);
  const isWhole = (tick: number): boolean => chart.xUnit !== 'count' || Number.isInteger(tick);
  return { x: { place: x, ticks: x.ticks(mostTicks).filter(isWhole) }, y: { place: y, ticks: y.ticks(4) } };
}

function extent(values: readonly number[]): [number, number] {
  return values.length === 0 ? [1, 2] : [Math.min(...values), Math.max(...values)];
}

function thinned(values: readonly number[]): readonly number[] {
  const step = Math.ceil(values.length / mostTicks);
  return values.filter((_, index) => index % step === 0);
}

/** Reads the results out of what an experiment's Python program prints. */
import { tickIntervalMs } from '../programs/event-loop.ts';
import type { LineChart, Series } from '../results/run-summary.ts';

/** The program printed one whole number, and this is it. */
export function printedNumber(output: string): number | null {
  return /^\d+\s*$/.test(output) ? Number(output) : null;
}

/** The program printed a line "x y …" for each point of a curve; empty if it printed something else. */
export function printedSeries(output: string, chart: LineChart['id']): readonly Series[] {
  const points = [...output.matchAll(/^(\d+) ([\d.e-]+)/gm)].map(([, x, y]) => pointOf[chart](Number(x), Number(y)));
  return points.length < 2 ? [] : [{ label: 'simulated', points }];
}

/** From what the programs print to the units of the charts. */
const pointOf: Record<LineChart['id'], (x: number, y: number) => readonly [number, number]> = {
  'speed-up-by-workers': (workers, speedUp) => [workers, speedUp],
  lateness: (tick, lateMs) => [tick * tickIntervalMs, lateMs],
  'message-time': (bytes, seconds) => [bytes, seconds * 1000],
};

import { scaleLinear } from 'd3-scale';
import type { CanvasTheme } from '../../ui/canvas-theme.ts';
import { type LabMarkCode, labMarkNames, labMarks } from '../recording/lab-event.ts';
import { markGlyphs } from './mark-glyph.ts';
import type { Shapes } from './shapes.ts';
import { lookOf } from './state-look.ts';
import type { Viewport } from './viewport.ts';

/** Sizes that painting and pointing agree on, in pixels. */
export interface TimelineGeometry {
  readonly widthPx: number;
  readonly axisPx: number;
  readonly rowPx: number;
  readonly gapPx: number;
}

export interface Scene {
  readonly shapes: Shapes;
  readonly rowCount: number;
  readonly view: Viewport;
  readonly geometry: TimelineGeometry;
  readonly formatMoment: (timeMs: number, stepMs: number) => string;
}

export function paintTimeline(
  context: CanvasRenderingContext2D,
  scene: Scene,
  theme: CanvasTheme,
  patterns: readonly (CanvasPattern | string)[],
): void {
  const { shapes, rowCount, geometry } = scene;
  const rowTop = (row: number): number => geometry.axisPx + row * (geometry.rowPx + geometry.gapPx);
  context.clearRect(0, 0, geometry.widthPx, rowTop(rowCount));
  paintAxis(context, scene, theme);
  context.fillStyle = theme.sunken;
  for (let row = 0; row < rowCount; row += 1) context.fillRect(0, rowTop(row), geometry.widthPx, geometry.rowPx);
  for (const { row, x, width, state } of shapes.bars) {
    context.fillStyle = patterns[lookOf(state)] ?? theme.outline;
    context.fillRect(x, rowTop(row), Math.max(1, width), geometry.rowPx);
  }
  paintTicks(context, scene, theme, rowTop);
}

/** Signs with a rim, so that they stand out from every state's colour. */
function paintTicks(
  context: CanvasRenderingContext2D,
  { shapes }: Scene,
  theme: CanvasTheme,
  rowTop: (row: number) => number,
): void {
  context.font = `${theme.smallPx * 0.75}px ${theme.fontUi}`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineWidth = 2;
  context.strokeStyle = theme.background;
  context.fillStyle = theme.text;
  for (const { row, x, mark } of shapes.ticks) {
    const glyph = glyphOf.get(mark) ?? '';
    context.strokeText(glyph, x, rowTop(row));
    context.fillText(glyph, x, rowTop(row));
  }
  context.textAlign = 'start';
}

const glyphOf: ReadonlyMap<LabMarkCode, string> = new Map(
  labMarkNames.map((name) => [labMarks[name], markGlyphs[name]] as const),
);

function paintAxis(
  context: CanvasRenderingContext2D,
  { view, geometry, formatMoment, rowCount }: Scene,
  theme: CanvasTheme,
): void {
  const { widthPx, axisPx, rowPx, gapPx } = geometry;
  const scale = scaleLinear([view.fromMs, view.toMs], [0, widthPx]);
  context.font = `${theme.smallPx}px ${theme.fontUi}`;
  context.textBaseline = 'middle';
  const ticks = scale.ticks(Math.max(2, Math.floor(widthPx / (theme.smallPx * 9))));
  const stepMs = (ticks[1] ?? view.toMs) - (ticks[0] ?? view.fromMs);
  for (const timeMs of ticks) {
    const x = Math.round(scale(timeMs)) + 0.5;
    context.strokeStyle = theme.hairline;
    context.beginPath();
    context.moveTo(x, axisPx - 6);
    context.lineTo(x, axisPx + rowCount * (rowPx + gapPx));
    context.stroke();
    context.fillStyle = theme.textMuted;
    const text = formatMoment(timeMs, stepMs);
    const isTooFar = x + 4 + context.measureText(text).width > widthPx;
    if (!isTooFar) context.fillText(text, x + 4, axisPx / 2);
  }
}

/** Paints the ruler: round times from d3's scale, and the playhead's handle. */
import type { Painter } from './painter.ts';
import { scaleLinear } from 'd3-scale';
import type { CanvasTheme } from '../ui/canvas-theme.ts';
import { momentText } from '../ui/time-text.ts';
import type { MeasuredRange } from '../store/view-slice.ts';
import { xOf } from './scene.ts';
import type { PixelWindow } from './shapes.ts';

export interface RulerScene {
  readonly window: PixelWindow;
  readonly heightPx: number;
  readonly theme: CanvasTheme;
  readonly playheadNs: number;
  readonly endNs: number;
  readonly measured: MeasuredRange | null;
  /** Where a breakpoint was hit, as far as it was looked for. */
  readonly hitTimesNs?: readonly number[];
}

/** Round times, some 110 pixels apart. */
function ticksOf(window: PixelWindow): readonly number[] {
  const scale = scaleLinear([window.fromNs, window.toNs], [0, window.widthPx]);
  return scale.ticks(Math.max(2, Math.floor(window.widthPx / 110)));
}

export function paintRuler(context: Painter, scene: RulerScene): void {
  const { window, heightPx, theme } = scene;
  context.fillStyle = theme.surface;
  context.fillRect(0, 0, window.widthPx, heightPx);
  paintMeasured(context, scene);
  context.font = `${theme.smallPx - 1}px ${theme.fontCode}`;
  context.textBaseline = 'middle';
  for (const timeNs of ticksOf(window)) {
    if (timeNs < 0) continue;
    const x = xOf(window, timeNs);
    context.fillStyle = theme.outline;
    context.fillRect(x, heightPx - 7, 1, 7);
    context.fillStyle = theme.textMuted;
    context.fillText(tickText(timeNs, window), x + 4, heightPx / 2 - 1);
  }
  paintHits(context, scene);
  paintPlayheadHandle(context, scene);
}

/** As short as the distance of the ticks allows. */
function tickText(timeNs: number, window: PixelWindow): string {
  return momentText(timeNs, window.toNs - window.fromNs)
    .replace(/(\.\d*?)0+ /, '$1 ')
    .replace(/\. /, ' ');
}

function paintMeasured(context: Painter, { window, heightPx, theme, measured }: RulerScene): void {
  if (measured === null) return;
  const x = xOf(window, measured.fromNs);
  context.fillStyle = theme.accentSoft;
  context.fillRect(x, 0, xOf(window, measured.toNs) - x, heightPx);
  context.fillStyle = theme.accent;
  context.fillRect(x, heightPx - 3, xOf(window, measured.toNs) - x, 3);
}

/** Diamonds, so that they are told from ticks without their colour. */
function paintHits(context: Painter, { window, heightPx, theme, hitTimesNs = [] }: RulerScene): void {
  context.fillStyle = theme.danger;
  for (const timeNs of hitTimesNs) {
    const x = xOf(window, timeNs);
    if (x < -6 || x > window.widthPx + 6) continue;
    context.beginPath();
    context.moveTo(x, heightPx - 11);
    context.lineTo(x + 5, heightPx - 6);
    context.lineTo(x, heightPx - 1);
    context.lineTo(x - 5, heightPx - 6);
    context.fill();
  }
}

function paintPlayheadHandle(context: Painter, { window, heightPx, theme, playheadNs }: RulerScene): void {
  const x = xOf(window, playheadNs);
  if (x < -8 || x > window.widthPx + 8) return;
  context.fillStyle = theme.playhead;
  context.beginPath();
  context.moveTo(x - 6, heightPx - 12);
  context.lineTo(x + 6, heightPx - 12);
  context.lineTo(x + 6, heightPx - 6);
  context.lineTo(x, heightPx);
  context.lineTo(x - 6, heightPx - 6);
  context.fill();
}

/** The line of the playhead through all lanes, and the measured range's edges. */
export function paintPlayhead(context: Painter, scene: RulerScene): void {
  const { window, heightPx, theme, playheadNs, measured } = scene;
  if (measured !== null) {
    const from = xOf(window, measured.fromNs);
    const to = xOf(window, measured.toNs);
    context.fillStyle = theme.accent;
    context.globalAlpha = 0.12;
    context.fillRect(from, 0, to - from, heightPx);
    context.globalAlpha = 1;
    context.fillRect(from, 0, 1, heightPx);
    context.fillRect(to, 0, 1, heightPx);
  }
  const end = xOf(window, scene.endNs);
  if (end < window.widthPx) {
    context.fillStyle = theme.surface;
    context.fillRect(end, 0, window.widthPx - end, heightPx);
  }
  const x = xOf(window, playheadNs);
  if (x < -1 || x > window.widthPx + 1) return;
  context.fillStyle = theme.playhead;
  context.fillRect(x - 0.75, 0, 1.5, heightPx);
}

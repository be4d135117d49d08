/** At deep zoom: every bytecode that ran, with its line and name where there is room. */
import type { Painter } from './painter.ts';
import type { ExecutedWindow } from '../../sim-core/trace/moment.ts';
import { fittingText } from './fitting-text.ts';
import { type Scene, xOf } from './scene.ts';

export interface ExecutedPlace {
  readonly thread: number;
  readonly top: number;
  readonly height: number;
}

export function paintExecuted(context: Painter, scene: Scene, executed: ExecutedWindow, place: ExecutedPlace): void {
  // Closer together they would only darken the lane.
  if (executed.length * 4 > scene.window.widthPx) return;
  const dark = '#0b0d10';
  context.save();
  context.font = `${scene.theme.smallPx - 2}px ${scene.theme.fontCode}`;
  for (let index = 0; index < executed.length; index += 1) {
    if (executed.thread[index] !== place.thread) continue;
    const x = xOf(scene.window, executed.timeNs[index] ?? 0);
    const endNs = index + 1 < executed.length ? (executed.timeNs[index + 1] ?? 0) : (executed.timeNs[index] ?? 0) + 50;
    const width = xOf(scene.window, endNs) - x;
    context.fillStyle = dark;
    context.globalAlpha = executed.isLibrary[index] === 1 ? 0.35 : 0.9;
    context.fillRect(x, place.top, 1, place.height);
    if (width < 18) continue;
    const name = executed.opcodeNames[executed.opcode[index] ?? 0] ?? '';
    const label = width > 56 ? `${executed.line[index]} ${name}` : String(executed.line[index]);
    context.fillText(fittingText(context, label, width - 5), x + 4, place.top + place.height / 2);
  }
  context.restore();
}

/** As much of a text as fits a width, with an ellipsis; nothing if not even three letters would be left. */
import type { Painter } from './painter.ts';

export function fittingText(context: Painter, text: string, width: number): string {
  const full = context.measureText(text).width;
  if (full <= width) return text;
  const count = Math.floor((text.length * (width - 8)) / full);
  return count < 3 ? '' : `${text.slice(0, count)}…`;
}

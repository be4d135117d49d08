/** Writes into an interval, on a plate of the fill's colour, so that patterns do not disturb the letters. */
import type { Painter } from './painter.ts';
import { textOn } from '../ui/text-color.ts';
import { fittingText } from './fitting-text.ts';

export interface Box {
  readonly top: number;
  readonly height: number;
}

export interface LabelPlace {
  readonly x: number;
  readonly width: number;
  readonly box: Box;
  readonly fill: string;
}

export function paintLabel(context: Painter, label: string, { x, width, box, fill }: LabelPlace): void {
  const text = fittingText(context, label, width - 10);
  if (text === '') return;
  const middle = box.top + box.height / 2;
  context.fillStyle = fill;
  context.fillRect(x + 3, box.top + 2, context.measureText(text).width + 5, box.height - 4);
  context.fillStyle = textOn(fill);
  context.fillText(text, x + 5, middle + 0.5);
}

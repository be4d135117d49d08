/** Paints a number that changes over time as an area. */
import type { LevelTrack } from './level-track.ts';
import { type Box, paintLabel } from './paint-label.ts';
import type { Painter } from './painter.ts';
import type { Scene } from './scene.ts';
import { levelShapesOf } from './shapes.ts';

export interface LevelLook extends Box {
  /** A state's number for its colour; null for the accent. */
  readonly style: number | null;
  /** What the whole height stands for; the highest there ever was, if it is not known. */
  readonly most?: number | null;
  readonly label: (level: number) => string;
}

interface LevelInk {
  readonly fill: string;
  readonly ink: string;
  /** Behind letters. */
  readonly plate: string;
  readonly opacity: number;
}

export function paintLevel(context: Painter, scene: Scene, track: LevelTrack, look: LevelLook): void {
  const shapes = levelShapesOf(track, scene.window, scene.shapes);
  const most = Math.max(1, track.highest, look.most ?? 0);
  const { fill, ink, plate, opacity } = inkOf(scene, look);
  for (let index = 0; index < shapes.length; index += 1) {
    const level = shapes.index[index] ?? 0;
    const x = shapes.x[index] ?? 0;
    const width = shapes.width[index] ?? 0;
    const height = Math.max(3, (look.height * level) / most);
    const bar = { top: look.top + look.height - height, height };
    context.fillStyle = fill;
    context.globalAlpha = opacity;
    context.fillRect(x, bar.top, width, height);
    context.globalAlpha = 1;
    context.fillStyle = ink;
    context.fillRect(x, bar.top, width, 1);
    if (width > 24 && height >= 9) {
      const words = look.label(level);
      const text = context.measureText(words).width + 12 <= width ? words : String(level);
      paintLabel(context, text, { x, width, box: bar, fill: plate });
    }
  }
}

/** Waiting threads have their state's colour, values the accent's, pale. */
function inkOf({ theme }: Scene, { style }: LevelLook): LevelInk {
  const colors = style === null ? undefined : theme.states[style];
  if (colors === undefined) return { fill: theme.accent, ink: theme.accent, plate: theme.accentSoft, opacity: 0.3 };
  return { ...colors, plate: colors.fill, opacity: 1 };
}
